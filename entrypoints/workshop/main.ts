import { mountWorkshop } from "../../src/pages/workshop/mount.tsx";
import { workshopSource } from "../../src/pages/workshop/source.ts";

void mountWorkshop(document.getElementById("app")!, workshopSource());
