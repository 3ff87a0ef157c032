import { guardPage } from "../src/content/guard-handshake.ts";
import { facebook } from "../src/sites/facebook/adapter.ts";
import { facebookData } from "../src/sites/facebook/reader.ts";
import { patterns } from "../src/sites/hosts.ts";

export default defineContentScript({
  matches: patterns(facebookData.hosts),
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => guardPage(document, facebook, facebookData),
});
