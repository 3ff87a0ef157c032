import { startContent } from "../src/content/start.ts";
import { threadsData } from "../src/sites/data/threads.ts";
import { patterns } from "../src/sites/hosts.ts";
import { threads } from "../src/sites/threads.ts";

export default defineContentScript({
  matches: patterns(threadsData.hosts),
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => startContent(document, threads, threadsData),
});
