import { cachedReader, line, pathOf, plainText } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { SiteData } from "../adapter.ts";
import { dayOf } from "../shared/post-day.ts";
import { rolesOf } from "../shared/roles.ts";
import { withParents } from "../shared/thread.ts";
import { hosts, labels, selectors } from "./site.json";

export const xData: SiteData = { hosts, selectors, labels };
export type XRole = keyof typeof selectors;
export type XLabel = keyof typeof labels;

/** First path segments that belong to the site and are no handles. */
const RESERVED_PATHS = new Set(
  "home explore i intent compose notifications messages search settings hashtag login jobs premium tos privacy".split(
    " ",
  ),
);

/** Reads X's posts, profiles and communities into plain values. */
export function xReader(data: SiteData, doc: Document) {
  const roles = rolesOf<XRole, XLabel>(data);
  const { selectorOf } = roles;

  const inQuote = (el: Element, post: Element): boolean => {
    const quote = el.closest(selectorOf("quoted"));
    return !!quote && quote !== post && post.contains(quote) && !!quote.querySelector(selectorOf("author"));
  };

  function authorOf(el: Element | null): Author {
    if (!el) return {};
    const link = el.querySelector("a[href]");
    const handle = pathOf(link)?.parts[0] ?? /@(\w{1,20})/.exec(line(el))?.[1];
    const name = link
      ? line(link)
      : line(el)
          .replace(/@\w+.*$/, "")
          .trim();
    return { name, handle, verified: !!el.querySelector(selectorOf("verified")) || undefined };
  }

  /** Queries each part by itself: one selector list for all parts takes browsers more than twice as long. */
  function readUncached(post: Element): Surface {
    const authors = [...post.querySelectorAll(selectorOf("author"))];
    /* Most posts have one author and no quote; a search for quotes would visit the whole post. */
    const quote = authors.some((el) => inQuote(el, post))
      ? [...post.querySelectorAll(selectorOf("quoted"))].find((el) => el.querySelector(selectorOf("author")))
      : undefined;
    const outsideQuote = (list: readonly Element[]) => list.find((el) => !inQuote(el, post)) ?? null;
    const authorElement = quote ? outsideQuote(authors) : (authors[0] ?? null);
    const text = quote
      ? outsideQuote([...post.querySelectorAll(selectorOf("text"))])
      : post.querySelector(selectorOf("text"));
    const imageAlt = Array.from(
      post.querySelectorAll(selectorOf("imageAlt")),
      (el) => el.getAttribute("alt") ?? "",
    ).filter((alt) => alt.length > 6);
    const surface: Surface = {
      site: "x",
      kind: "post",
      author: authorOf(authorElement),
      text: text ? plainText(text) : "",
      imageAlt,
    };
    const postedAt = dayOf(outsideQuote([...post.querySelectorAll(selectorOf("time"))]));
    if (postedAt) surface.postedAt = postedAt;
    if (quote) {
      const inner = quote.querySelector(selectorOf("text"));
      surface.inner = {
        site: "x",
        kind: "post",
        author: authorOf(quote.querySelector(selectorOf("author"))),
        text: inner ? plainText(inner) : "",
      };
    }
    if (post.matches(selectorOf("promoted"))) surface.sponsored = true;
    return surface;
  }

  /** The post in the address; posts above it are those it answers. */
  function addressedPost(posts: readonly Element[]): Element | null {
    const status = /\/status\/\d+/.exec(doc.location.pathname)?.[0];
    if (!status) return null;
    const links = (post: Element) => [...post.querySelectorAll("a[href]")];
    return posts.find((post) => links(post).some((a) => pathOf(a)?.url.endsWith(status))) ?? null;
  }

  /** The main post of a status page with its thread. Other posts on the page come after a heading. */
  function thread() {
    if (!/\/status\/\d/.test(doc.location.pathname)) return null;
    const list = [...doc.querySelectorAll(`${selectorOf("post")},${selectorOf("threadEnd")}`)].filter(
      (el) => !el.closest(selectorOf("dialog")),
    );
    const mainPost = addressedPost(list.filter((el) => el.matches(selectorOf("post"))));
    const from = mainPost ? list.indexOf(mainPost) : -1;
    const end = list.findIndex((el, at) => at > from && !el.matches(selectorOf("post")));
    const posts = list.slice(0, end < 0 ? undefined : end).filter((el) => el.matches(selectorOf("post")));
    return mainPost && { mainPost, posts };
  }
  const readPost = withParents(
    cachedReader(readUncached, `${selectorOf("author")} a[href]`, selectorOf("time")),
    thread,
  );

  /** The community whose page this is. */
  function community(): Surface | null {
    const id = /^\/i\/communities\/(\d+)/.exec(doc.location.pathname)?.[1];
    const name = id ? line(doc.querySelector(selectorOf("communityName"))) : "";
    return name ? { site: "x", kind: "group", author: { id, name }, text: "" } : null;
  }

  function page(): Surface | null {
    const group = community();
    if (group) return group;
    /* The address first: where it names nobody, the whole page would be searched for nothing. */
    const handle = doc.location.pathname.split("/").filter(Boolean)[0];
    const header = handle && !RESERVED_PATHS.has(handle) ? doc.querySelector(selectorOf("pageName")) : null;
    if (!header) return null;
    const who: Author = {
      name: line(header)
        .replace(/@\w+.*$/, "")
        .trim(),
      handle,
    };
    const bio = line(doc.querySelector(selectorOf("bio")));
    const category = line(doc.querySelector(selectorOf("pageCategory")));
    if (bio) who.bio = bio;
    if (category) who.category = category;
    return { site: "x", kind: "profile", author: who, text: "" };
  }

  return { ...roles, addressedPost, readPost, community, page };
}
