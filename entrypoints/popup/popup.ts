import { askSource } from "../../src/pages/ask/source.ts";
import { mountPopup } from "../../src/pages/popup/mount.tsx";
import { viewOf } from "../../src/pages/popup/popup.tsx";
import { popupSource } from "../../src/pages/popup/source.ts";

const root = document.getElementById("app")!;
/* Without windows (Android), the popup shows the question about an action in another site's page. */
const question = browser.windows
  ? null
  : await askSource("")
      .load()
      .catch(() => null);
if (question) await (await import("../../src/pages/ask/mount.tsx")).mountAsk(root, askSource(""));
else mountPopup(root, popupSource, viewOf(location.hash));
