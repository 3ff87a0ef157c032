import { startContent } from "../src/content/bootstrap.ts";
import { telegram } from "../src/sites/telegram/adapter.ts";
import { telegramData } from "../src/sites/telegram/data.ts";

/* Not in the manifest: registered once the user switched the site on (src/background/optional-sites.ts). */
export default defineContentScript({
  registration: "runtime",
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => startContent(document, telegram, telegramData),
});
