import type { Author, Surface } from "../detect/types.ts";
import { type YoutubeRole, type YoutubeWord, youtubeData } from "./data/youtube.ts";
import { line, pathOf } from "./dom.ts";
import { actsOnly } from "./frame.ts";
import { rolesOf } from "./roles.ts";
import type { Intent, Site, SiteData } from "./types.ts";
import { accountAt } from "./youtube-read.ts";

/**
 * YouTube's player in other sites' pages (/embed/…). Of what it shows only subscribing acts inside the frame; liking and
 * commenting lead to YouTube itself, and its Subscribe widget opens the channel, where the site asks once more and this
 * extension with it.
 */
export function youtubeEmbed(doc: Document, data: SiteData = youtubeData): Site {
  const { s } = rolesOf<YoutubeRole, YoutubeWord>(data);

  function shown(): Surface {
    const links = [...doc.querySelectorAll(s("embedChannel"))];
    const channel = links.map((link) => accountAt(pathOf(link))).find((one) => one.handle || one.id);
    const name = links.map(line).find(Boolean);
    const author: Author = { ...channel, ...(name && { name }) };
    return { site: "youtube", kind: "post", author, text: line(doc.querySelector(s("embedTitle"))) };
  }

  const press = (target: Element): Intent | null => {
    const control = target.closest(s("embedSubscribe"));
    return control && { action: "follow", control, surfaces: [shown()] };
  };

  return actsOnly("youtube", press);
}
