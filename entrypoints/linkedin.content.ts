import { startContent } from "../src/content/start.ts";
import { linkedinData } from "../src/sites/data/linkedin.ts";
import { patterns } from "../src/sites/hosts.ts";
import { linkedin } from "../src/sites/linkedin.ts";

export default defineContentScript({
  matches: patterns(linkedinData.hosts),
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => startContent(document, linkedin, linkedinData),
});
