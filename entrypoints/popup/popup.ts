import { mountPopup } from "../../src/ui/popup/mount.tsx";
import { popupSource } from "../../src/ui/popup/source.ts";

mountPopup(document.getElementById("app")!, popupSource);
