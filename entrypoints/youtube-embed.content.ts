import { guardEmbed } from "../src/content/embed.ts";
import { pathPatterns } from "../src/sites/shared/embed.ts";
import { youtubeEmbed } from "../src/sites/youtube/embed.ts";
import { youtubeData } from "../src/sites/youtube/reader.ts";

export default defineContentScript({
  matches: pathPatterns(youtubeData.hosts, "/embed/*"),
  allFrames: true,
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => guardEmbed(document, youtubeEmbed, youtubeData),
});
