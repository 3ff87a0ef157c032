import { mountSettings } from "../../src/ui/settings/mount.tsx";

void mountSettings(document.getElementById("app")!);
