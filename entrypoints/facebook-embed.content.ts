import { guardEmbed } from "../src/content/embed.ts";
import { facebookEmbed } from "../src/sites/facebook/embed.ts";
import { facebookData } from "../src/sites/facebook/reader.ts";
import { pathPatterns } from "../src/sites/shared/embed.ts";

export default defineContentScript({
  matches: pathPatterns(facebookData.hosts, "/plugins/*"),
  allFrames: true,
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => guardEmbed(document, facebookEmbed, facebookData),
});
