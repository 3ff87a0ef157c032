import { startContent } from "../src/content/start.ts";
import { redditData } from "../src/sites/data/reddit.ts";
import { patterns } from "../src/sites/hosts.ts";
import { reddit } from "../src/sites/reddit.ts";

export default defineContentScript({
  matches: patterns(redditData.hosts),
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => startContent(document, reddit, redditData),
});
