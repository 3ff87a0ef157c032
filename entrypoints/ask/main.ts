import { mountAsk } from "../../src/ui/ask/mount.tsx";
import { askSource } from "../../src/ui/ask/source.ts";

void mountAsk(document.getElementById("app")!, askSource(location.hash.slice(1)));
