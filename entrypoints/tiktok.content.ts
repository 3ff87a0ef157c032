import { startContent } from "../src/content/start.ts";
import { tiktokData } from "../src/sites/data/tiktok.ts";
import { patterns } from "../src/sites/hosts.ts";
import { tiktok } from "../src/sites/tiktok.ts";

export default defineContentScript({
  matches: patterns(tiktokData.hosts),
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => startContent(document, tiktok, tiktokData),
});
