import { guardPage } from "../src/content/guard-handshake.ts";
import { patterns } from "../src/sites/hosts.ts";
import { youtube } from "../src/sites/youtube/adapter.ts";
import { youtubeData } from "../src/sites/youtube/reader.ts";

export default defineContentScript({
  matches: patterns(youtubeData.hosts),
  /* Live chat is in a frame of the same origin. */
  allFrames: true,
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => guardPage(document, youtube, youtubeData),
});
