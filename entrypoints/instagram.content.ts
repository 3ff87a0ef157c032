import { startContent } from "../src/content/start.ts";
import { instagramData } from "../src/sites/data/instagram.ts";
import { patterns } from "../src/sites/hosts.ts";
import { instagram } from "../src/sites/instagram.ts";

export default defineContentScript({
  matches: patterns(instagramData.hosts),
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => startContent(document, instagram, instagramData),
});
