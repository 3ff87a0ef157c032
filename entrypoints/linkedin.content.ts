import { startContent } from "../src/content/bootstrap.ts";
import { patterns } from "../src/sites/hosts.ts";
import { linkedin } from "../src/sites/linkedin/adapter.ts";
import { linkedinData } from "../src/sites/linkedin/reader.ts";

export default defineContentScript({
  matches: patterns(linkedinData.hosts),
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => startContent(document, linkedin, linkedinData),
});
