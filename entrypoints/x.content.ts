import { startContent } from "../src/content/start.ts";
import { xData } from "../src/sites/data/x.ts";
import { patterns } from "../src/sites/hosts.ts";
import { x } from "../src/sites/x.ts";

export default defineContentScript({
  matches: patterns(xData.hosts),
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => startContent(document, x, xData),
});
