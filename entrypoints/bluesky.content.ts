import { guardPage } from "../src/content/guard-handshake.ts";
import { bluesky } from "../src/sites/bluesky/adapter.ts";
import { blueskyData } from "../src/sites/bluesky/reader.ts";
import { patterns } from "../src/sites/hosts.ts";

export default defineContentScript({
  matches: patterns(blueskyData.hosts),
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => guardPage(document, bluesky, blueskyData),
});
