import { startContent } from "../src/content/start.ts";
import { whatsappData } from "../src/sites/data/whatsapp.ts";
import { whatsapp } from "../src/sites/whatsapp.ts";

/* Not in the manifest: registered once the user switched the site on (src/background/asked.ts). */
export default defineContentScript({
  registration: "runtime",
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => startContent(document, whatsapp, whatsappData),
});
