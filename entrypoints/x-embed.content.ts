import { startEmbed } from "../src/content/embed.ts";
import { under } from "../src/sites/shared/embed.ts";
import { xEmbed } from "../src/sites/x/embed.ts";
import { xData } from "../src/sites/x/reader.ts";

export default defineContentScript({
  matches: under(
    xData.hosts.filter((host) => host.startsWith("platform.")),
    "/embed/*",
  ),
  allFrames: true,
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main: () => startEmbed(document, xEmbed, xData),
});
