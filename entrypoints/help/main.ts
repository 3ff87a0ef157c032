import { mountHelp } from "../../src/pages/help/mount.tsx";
import { helpSource } from "../../src/pages/help/source.ts";

void mountHelp(document.getElementById("app")!, helpSource);
