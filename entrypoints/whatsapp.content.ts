import { guardPage } from "../src/content/guard-handshake.ts";
import { whatsapp, whatsappData } from "../src/sites/whatsapp/adapter.ts";

/* Not in the manifest: registered once the user switched the site on (src/background/optional-sites.ts). */
export default defineContentScript({
  registration: "runtime",
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => guardPage(document, whatsapp, whatsappData),
});
