import { line, pathOf, plainText } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Intent, Site, SiteData } from "../adapter.ts";
import { makeEmbedSite } from "../shared/embed.ts";
import { rolesOf } from "../shared/roles.ts";
import { type XRole, xData } from "./reader.ts";

const EMBED_ACTIONS = [
  ["embedLike", "like"],
  ["embedRepost", "repost"],
  ["embedReply", "reply"],
  ["embedFollow", "follow"],
] as const satisfies readonly (readonly [XRole, Action])[];

/** X's posts in other sites' pages. Every action there is a link to a page of X that asks for confirmation. */
export function xEmbed(doc: Document, data: SiteData = xData): Site {
  const { selectorOf } = rolesOf<XRole, never>(data);

  /** The first link whose path has one segment leads to the author; a link with text contains the name. */
  function author(): Author {
    const profileLinks = [...doc.querySelectorAll(selectorOf("embedAuthor"))].filter(
      (link) => pathOf(link)?.parts.length === 1,
    );
    const handle = pathOf(profileLinks[0] ?? null)?.parts[0];
    const names = profileLinks.map(line).filter((text) => text && !text.startsWith("@"));
    return handle ? { handle, name: names[0] } : {};
  }

  function surfaceFor(action: Action, link: Element): Surface {
    const postAuthor = author();
    if (action === "follow") {
      const handle = pathOf(link)?.query.get("screen_name") ?? postAuthor.handle;
      const isAuthor = handle?.toLowerCase() === postAuthor.handle?.toLowerCase();
      return { site: "x", kind: "profile", author: isAuthor ? postAuthor : { handle }, text: "" };
    }
    const text = doc.querySelector(selectorOf("embedText"));
    return { site: "x", kind: "post", author: postAuthor, text: text ? plainText(text) : "" };
  }

  function press(target: Element): Intent | null {
    for (const [role, action] of EMBED_ACTIONS) {
      const link = target.closest(selectorOf(role));
      if (link)
        return {
          action,
          control: link,
          surfaces: [surfaceFor(action, link)],
          opens: pathOf(link) ? new URL(link.getAttribute("href")!, doc.baseURI).href : undefined,
        };
    }
    return null;
  }

  return makeEmbedSite("x", press);
}
