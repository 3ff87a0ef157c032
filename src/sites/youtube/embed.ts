import { line, pathOf } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { Intent, Site, SiteData } from "../adapter.ts";
import { actsOnly } from "../shared/embed.ts";
import { rolesOf } from "../shared/roles.ts";
import { accountAt, type YoutubeRole, type YoutubeWord, youtubeData } from "./reader.ts";

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
