import { guardPage } from "../src/content/guard-handshake.ts";
import { patterns } from "../src/sites/hosts.ts";
import { threads } from "../src/sites/threads/adapter.ts";
import { threadsData } from "../src/sites/threads/reader.ts";

export default defineContentScript({
  matches: patterns(threadsData.hosts),
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => guardPage(document, threads, threadsData),
});
