import { mountAsk } from "../../src/pages/ask/mount.tsx";
import { askSource } from "../../src/pages/ask/source.ts";

void mountAsk(document.getElementById("app")!, askSource(location.hash.slice(1)));
