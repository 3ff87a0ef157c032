import { guardEmbed } from "../src/content/embed.ts";
import { pathPatterns } from "../src/sites/shared/embed.ts";
import { xEmbed } from "../src/sites/x/embed.ts";
import { xData } from "../src/sites/x/reader.ts";

export default defineContentScript({
  matches: pathPatterns(
    xData.hosts.filter((host) => host.startsWith("platform.")),
    "/embed/*",
  ),
  allFrames: true,
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => guardEmbed(document, xEmbed, xData),
});
