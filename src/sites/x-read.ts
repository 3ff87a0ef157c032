import type { Author, Surface } from "../detect/types.ts";
import type { XRole, XWord } from "./data/x.ts";
import { line, pathOf, plainText, readOnce } from "./dom.ts";
import { rolesOf } from "./roles.ts";
import type { SiteData } from "./types.ts";

/** First path segments that are places of the site, not handles. */
const PLACES = new Set(
  "home explore i intent compose notifications messages search settings hashtag login jobs premium tos privacy".split(
    " ",
  ),
);

/** Reads X's posts, profiles and communities into plain values. */
export function xReader(data: SiteData, doc: Document) {
  const roles = rolesOf<XRole, XWord>(data);
  const { s } = roles;

  const inQuote = (el: Element, post: Element): boolean => {
    const q = el.closest(s("quoted"));
    return !!q && q !== post && post.contains(q) && !!q.querySelector(s("author"));
  };

  function author(el: Element | null): Author {
    if (!el) return {};
    const link = el.querySelector("a[href]");
    const handle = pathOf(link)?.parts[0] ?? /@(\w{1,20})/.exec(line(el))?.[1];
    const name = link
      ? line(link)
      : line(el)
          .replace(/@\w+.*$/, "")
          .trim();
    return { name, handle, verified: !!el.querySelector(s("verified")) || undefined };
  }

  const PARTS = `${s("author")},${s("text")},${s("imageAlt")},${s("quoted")}`;

  /** All parts are found in one go, in their order: a quote before what stands in it. */
  function readAnew(post: Element): Surface {
    let who: Element | null = null;
    let text: Element | null = null;
    let quote: Element | null = null;
    let mayQuote = false;
    const imageAlt: string[] = [];
    for (const el of post.querySelectorAll(PARTS)) {
      const isQuoted = el.matches(s("quoted"));
      if (isQuoted) mayQuote = true;
      if (isQuoted && !quote && el.querySelector(s("author"))) quote = el;
      if (el.matches(s("imageAlt"))) {
        const alt = el.getAttribute("alt") ?? "";
        if (alt.length > 6) imageAlt.push(alt);
      } else if (mayQuote && inQuote(el, post)) continue;
      else if (!who && el.matches(s("author"))) who = el;
      else if (!text && el.matches(s("text"))) text = el;
    }
    const surface: Surface = {
      site: "x",
      kind: "post",
      author: author(who),
      text: text ? plainText(text) : "",
      imageAlt,
    };
    if (quote) {
      const inner = quote.querySelector(s("text"));
      surface.inner = {
        site: "x",
        kind: "post",
        author: author(quote.querySelector(s("author"))),
        text: inner ? plainText(inner) : "",
      };
    }
    if (post.matches(s("promoted"))) surface.sponsored = true;
    return surface;
  }

  const readPost = readOnce(readAnew, `${s("author")} a[href]`);

  /** The community whose page this is. */
  function community(): Surface | null {
    const id = /^\/i\/communities\/(\d+)/.exec(doc.location.pathname)?.[1];
    const name = id ? line(doc.querySelector(s("communityName"))) : "";
    return name ? { site: "x", kind: "group", author: { id, name }, text: "" } : null;
  }

  function page(): Surface | null {
    const place = community();
    if (place) return place;
    const header = doc.querySelector(s("pageName"));
    const handle = doc.location.pathname.split("/").filter(Boolean)[0];
    if (!header || !handle || PLACES.has(handle)) return null;
    const who: Author = {
      name: line(header)
        .replace(/@\w+.*$/, "")
        .trim(),
      handle,
    };
    const bio = line(doc.querySelector(s("bio")));
    const category = line(doc.querySelector(s("pageCategory")));
    if (bio) who.bio = bio;
    if (category) who.category = category;
    return { site: "x", kind: "profile", author: who, text: "" };
  }

  return { ...roles, readPost, community, page };
}
