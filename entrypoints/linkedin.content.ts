import { guardPage } from "../src/content/guard-handshake.ts";
import { patterns } from "../src/sites/hosts.ts";
import { linkedin } from "../src/sites/linkedin/adapter.ts";
import { linkedinData } from "../src/sites/linkedin/reader.ts";

export default defineContentScript({
  matches: patterns(linkedinData.hosts),
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => guardPage(document, linkedin, linkedinData),
});
