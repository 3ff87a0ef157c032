import { guardPage } from "../src/content/guard-handshake.ts";
import { patterns } from "../src/sites/hosts.ts";
import { instagram } from "../src/sites/instagram/adapter.ts";
import { instagramData } from "../src/sites/instagram/reader.ts";

export default defineContentScript({
  matches: patterns(instagramData.hosts),
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => guardPage(document, instagram, instagramData),
});
