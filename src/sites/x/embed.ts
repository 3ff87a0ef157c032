import { line, pathOf, plainText } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Intent, Site, SiteData } from "../adapter.ts";
import { actsOnly } from "../shared/embed.ts";
import { rolesOf } from "../shared/roles.ts";
import { type XRole, xData } from "./reader.ts";

const ACTS = [
  ["embedLike", "like"],
  ["embedRepost", "repost"],
  ["embedReply", "reply"],
  ["embedFollow", "follow"],
] as const satisfies readonly (readonly [XRole, Action])[];

/** X's posts in other sites' pages. Every action there is a link to a page of X's that asks once more. */
export function xEmbed(doc: Document, data: SiteData = xData): Site {
  const { s } = rolesOf<XRole, never>(data);

  /** The first address of one part is the author's: handle and, where the link has words, name. */
  function author(): Author {
    const own = [...doc.querySelectorAll(s("embedAuthor"))].filter(
      (link) => pathOf(link)?.parts.length === 1,
    );
    const handle = pathOf(own[0] ?? null)?.parts[0];
    const names = own.map(line).filter((text) => text && !text.startsWith("@"));
    return handle ? { handle, name: names[0] } : {};
  }

  function shown(action: Action, link: Element): Surface {
    const who = author();
    if (action === "follow") {
      const handle = pathOf(link)?.query.get("screen_name") ?? who.handle;
      const same = handle?.toLowerCase() === who.handle?.toLowerCase();
      return { site: "x", kind: "profile", author: same ? who : { handle }, text: "" };
    }
    const text = doc.querySelector(s("embedText"));
    return { site: "x", kind: "post", author: who, text: text ? plainText(text) : "" };
  }

  function press(target: Element): Intent | null {
    for (const [role, action] of ACTS) {
      const link = target.closest(s(role));
      if (link)
        return {
          action,
          control: link,
          surfaces: [shown(action, link)],
          opens: pathOf(link) ? new URL(link.getAttribute("href")!, doc.baseURI).href : undefined,
        };
    }
    return null;
  }

  return actsOnly("x", press);
}
