import { popupSource } from "../../src/ui/popup/source.ts";
import { mountPopup } from "../../src/ui/popup/mount.tsx";

mountPopup(document.getElementById("app")!, popupSource);
