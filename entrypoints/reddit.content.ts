import { guardPage } from "../src/content/guard-handshake.ts";
import { patterns } from "../src/sites/hosts.ts";
import { reddit } from "../src/sites/reddit/adapter.ts";
import { redditData } from "../src/sites/reddit/reader.ts";

export default defineContentScript({
  matches: patterns(redditData.hosts),
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => guardPage(document, reddit, redditData),
});
