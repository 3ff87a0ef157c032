import { mountSettings } from "../../src/ui/settings/mount.tsx";
import { settingsSource } from "../../src/ui/settings/source.ts";

void mountSettings(document.getElementById("app")!, settingsSource());
