import { startContent } from "../src/content/start.ts";
import { patternsOf } from "../src/sites/hosts.ts";
import { x } from "../src/sites/x.ts";

export default defineContentScript({
  matches: patternsOf("x"),
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => startContent(document, x),
});
