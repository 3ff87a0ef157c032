import { cachedReader, line, pathOf, plainText } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { SiteData } from "../adapter.ts";
import { answering, dayOf } from "../shared/post-context.ts";
import { rolesOf } from "../shared/roles.ts";
import { hosts, labels, selectors } from "./site.json";

export const xData: SiteData = { hosts, selectors, labels };
export type XRole = keyof typeof selectors;
export type XWord = keyof typeof labels;

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

  /** Each part by its own selector: that is less than half of what one list of them takes the browser. */
  function readAnew(post: Element): Surface {
    const names = [...post.querySelectorAll(s("author"))];
    /* By the authors, of whom most posts have one: a search for quotations goes through all of a post. */
    const quote = names.some((el) => inQuote(el, post))
      ? [...post.querySelectorAll(s("quoted"))].find((el) => el.querySelector(s("author")))
      : undefined;
    const own = (list: readonly Element[]) => list.find((el) => !inQuote(el, post)) ?? null;
    const who = quote ? own(names) : (names[0] ?? null);
    const text = quote ? own([...post.querySelectorAll(s("text"))]) : post.querySelector(s("text"));
    const imageAlt = Array.from(
      post.querySelectorAll(s("imageAlt")),
      (el) => el.getAttribute("alt") ?? "",
    ).filter((alt) => alt.length > 6);
    const surface: Surface = {
      site: "x",
      kind: "post",
      author: author(who),
      text: text ? plainText(text) : "",
      imageAlt,
    };
    const postedAt = dayOf(own([...post.querySelectorAll(s("time"))]));
    if (postedAt) surface.postedAt = postedAt;
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

  /** Of these posts the one that the address names; what it answers stands above it. */
  function named(posts: readonly Element[]): Element | null {
    const status = /\/status\/\d+/.exec(doc.location.pathname)?.[0];
    if (!status) return null;
    const links = (post: Element) => [...post.querySelectorAll("a[href]")];
    return posts.find((post) => links(post).some((a) => pathOf(a)?.url.endsWith(status))) ?? null;
  }

  /** The post of a status page among what it answers and what answers it; what else is shown has a heading before it. */
  function thread() {
    if (!/\/status\/\d/.test(doc.location.pathname)) return null;
    const list = [...doc.querySelectorAll(`${s("post")},${s("threadEnd")}`)].filter(
      (el) => !el.closest(s("dialog")),
    );
    const shown = named(list.filter((el) => el.matches(s("post"))));
    const from = shown ? list.indexOf(shown) : -1;
    const end = list.findIndex((el, at) => at > from && !el.matches(s("post")));
    const posts = list.slice(0, end < 0 ? undefined : end).filter((el) => el.matches(s("post")));
    return shown && { shown, posts };
  }
  const readPost = answering(cachedReader(readAnew, `${s("author")} a[href]`, s("time")), thread);

  /** The community whose page this is. */
  function community(): Surface | null {
    const id = /^\/i\/communities\/(\d+)/.exec(doc.location.pathname)?.[1];
    const name = id ? line(doc.querySelector(s("communityName"))) : "";
    return name ? { site: "x", kind: "group", author: { id, name }, text: "" } : null;
  }

  function page(): Surface | null {
    const place = community();
    if (place) return place;
    /* The address first: where it names nobody, the whole page would be searched for nothing. */
    const handle = doc.location.pathname.split("/").filter(Boolean)[0];
    const header = handle && !PLACES.has(handle) ? doc.querySelector(s("pageName")) : null;
    if (!header) return null;
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

  return { ...roles, named, readPost, community, page };
}
