import { mountSettings } from "../../src/pages/settings/mount.tsx";
import { settingsSource } from "../../src/pages/settings/source.ts";

void mountSettings(document.getElementById("app")!, settingsSource());
