import { mountPractice } from "../../src/pages/practice/mount.tsx";
import { practiceSource } from "../../src/pages/practice/source.ts";

void mountPractice(document.getElementById("app")!, practiceSource);
