import { startContent } from "../src/content/start.ts";
import { telegramData } from "../src/sites/data/telegram.ts";
import { telegram } from "../src/sites/telegram.ts";

/* Not in the manifest: registered once the user switched the site on (src/background/asked.ts). */
export default defineContentScript({
  registration: "runtime",
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => startContent(document, telegram, telegramData),
});
