import { startContent } from "../src/content/start.ts";
import { youtubeData } from "../src/sites/data/youtube.ts";
import { patterns } from "../src/sites/hosts.ts";
import { youtube } from "../src/sites/youtube.ts";

export default defineContentScript({
  matches: patterns(youtubeData.hosts),
  /* Live chat is a frame of the same origin. */
  allFrames: true,
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => startContent(document, youtube, youtubeData),
});
