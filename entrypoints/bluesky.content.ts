import { startContent } from "../src/content/start.ts";
import { bluesky } from "../src/sites/bluesky.ts";
import { blueskyData } from "../src/sites/data/bluesky.ts";
import { patterns } from "../src/sites/hosts.ts";

export default defineContentScript({
  matches: patterns(blueskyData.hosts),
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => startContent(document, bluesky, blueskyData),
});
