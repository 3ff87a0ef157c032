import { startContent } from "../src/content/start.ts";
import { facebookData } from "../src/sites/data/facebook.ts";
import { facebook } from "../src/sites/facebook.ts";
import { patterns } from "../src/sites/hosts.ts";

export default defineContentScript({
  matches: patterns(facebookData.hosts),
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => startContent(document, facebook, facebookData),
});
