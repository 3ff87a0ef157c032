import { guardPage } from "../src/content/guard-handshake.ts";
import { patterns } from "../src/sites/hosts.ts";
import { tiktok } from "../src/sites/tiktok/adapter.ts";
import { tiktokData } from "../src/sites/tiktok/reader.ts";

export default defineContentScript({
  matches: patterns(tiktokData.hosts),
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => guardPage(document, tiktok, tiktokData),
});
