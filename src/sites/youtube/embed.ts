import { line, pathOf } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { Intent, Site, SiteData } from "../adapter.ts";
import { makeEmbedSite } from "../shared/embed.ts";
import { rolesOf } from "../shared/roles.ts";
import { accountAt, type YoutubeLabel, type YoutubeRole, youtubeData } from "./reader.ts";

/**
 * YouTube's player in other sites' pages (/embed/…). Only subscribing acts inside the frame. Liking and commenting lead
 * to YouTube itself, and the Subscribe widget opens the channel, where the site asks for confirmation and this
 * extension guards the page.
 */
export function youtubeEmbed(doc: Document, data: SiteData = youtubeData): Site {
  const { selectorOf } = rolesOf<YoutubeRole, YoutubeLabel>(data);

  function videoSurface(): Surface {
    const links = [...doc.querySelectorAll(selectorOf("embedChannel"))];
    const channel = links.map((link) => accountAt(pathOf(link))).find((one) => one.handle || one.id);
    const name = links.map(line).find(Boolean);
    const author: Author = { ...channel, ...(name && { name }) };
    return { site: "youtube", kind: "post", author, text: line(doc.querySelector(selectorOf("embedTitle"))) };
  }

  const press = (target: Element): Intent | null => {
    const control = target.closest(selectorOf("embedSubscribe"));
    return control && { action: "follow", control, surfaces: [videoSurface()] };
  };

  return makeEmbedSite("youtube", press);
}
