import { startContent } from "../src/content/start.ts";
import { facebook } from "../src/sites/facebook.ts";
import { patternsOf } from "../src/sites/hosts.ts";

export default defineContentScript({
  matches: patternsOf("facebook"),
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => startContent(document, facebook),
});
