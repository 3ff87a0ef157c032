import { startContent } from "../src/content/bootstrap.ts";
import { patterns } from "../src/sites/hosts.ts";
import { threads } from "../src/sites/threads/adapter.ts";
import { threadsData } from "../src/sites/threads/reader.ts";

export default defineContentScript({
  matches: patterns(threadsData.hosts),
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => startContent(document, threads, threadsData),
});
