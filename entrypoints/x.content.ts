import { guardPage } from "../src/content/guard-handshake.ts";
import { patterns } from "../src/sites/hosts.ts";
import { x } from "../src/sites/x/adapter.ts";
import { xData } from "../src/sites/x/reader.ts";

export default defineContentScript({
  matches: patterns(xData.hosts),
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => guardPage(document, x, xData),
});
