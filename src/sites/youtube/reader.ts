import { cachedReader, line, pathOf, plainText } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { SiteData } from "../adapter.ts";
import { localDay } from "../shared/post-day.ts";
import { rolesOf } from "../shared/roles.ts";
import { hosts, labels, selectors } from "./site.json";

export const youtubeData: SiteData = { hosts, selectors, labels };
export type YoutubeRole = keyof typeof selectors;
export type YoutubeLabel = keyof typeof labels;

/** The channel in an address of the site. */
export function accountAt(at: ReturnType<typeof pathOf>): Author {
  const [first, second] = at?.parts ?? [];
  if (first?.startsWith("@")) return { handle: decode(first.slice(1)) };
  return first === "channel" && second ? { id: second } : {};
}

/** Reads YouTube's DOM (www and m) by its custom elements, which have no closed shadow roots. */
export function youtubeReader(data: SiteData, doc: Document) {
  const roles = rolesOf<YoutubeRole, YoutubeLabel>(data);
  const { selectorOf } = roles;

  const isShown = (el: Element): boolean => !el.closest(selectorOf("hidden"));
  const posts = (root: ParentNode = doc): Element[] =>
    [...root.querySelectorAll(selectorOf("post"))].filter(isShown);

  /** The video or community post of an element; comments are beside their video. */
  function postOf(el: Element): Element | null {
    const inside = el.closest(selectorOf("post"));
    if (inside) return inside;
    const watch = el.closest(selectorOf("watch"));
    const all = posts(watch ?? doc);
    return watch || all.length === 1 ? (all[0] ?? null) : null;
  }

  const accountOf = (link: Element | null): Author => accountAt(pathOf(link));

  function authorIn(root: Element | null | undefined, role: "author" | "commentAuthor"): Author {
    for (const one of roles.selectorsOf(role)) {
      const link = [...(root?.querySelectorAll(one) ?? [])].find((a) => isShown(a) && line(a));
      if (link) return { name: line(link), ...accountOf(link) };
    }
    return {};
  }

  /** The first text found by the entries of a role. */
  function firstText(root: Element, role: "title" | "description"): string {
    for (const one of roles.selectorsOf(role)) {
      const text = [...root.querySelectorAll(one)].map((el) => plainText(el)).find(Boolean);
      if (text) return text;
    }
    return "";
  }

  /** The document's head has the day of the video it was loaded with, which may differ from the video shown now. */
  function postedOn(post: Element): string | undefined {
    const shownId = new URLSearchParams(doc.location.search).get("v");
    const headId = doc.querySelector(selectorOf("videoId"))?.getAttribute("content");
    if (!shownId || shownId !== headId || !post.closest(selectorOf("watch"))) return undefined;
    return localDay(doc.querySelector(selectorOf("published"))?.getAttribute("content"));
  }

  function readUncached(post: Element): Surface {
    const title = firstText(post, "title");
    const description = firstText(post, "description");
    return {
      site: "youtube",
      kind: "post",
      author: authorIn(post, "author"),
      text: [title, description === title ? "" : description].filter(Boolean).join("\n").slice(0, 5000),
      postedAt: postedOn(post),
    };
  }
  const readPost = cachedReader(readUncached, "a[href]");

  function readComment(comment: Element): Surface {
    const post = postOf(comment);
    const text = comment.querySelector(selectorOf("commentText"));
    return {
      site: "youtube",
      kind: "comment",
      author: authorIn(comment, "commentAuthor"),
      text: text ? plainText(text) : "",
      parent: post ? readPost(post) : undefined,
    };
  }

  function page(): Surface | null {
    const [first, second] = doc.location.pathname.split("/").filter(Boolean);
    const name = doc.querySelector(selectorOf("pageName"));
    if (!name || !first) return null;
    const author: Author = { name: line(name) };
    if (first.startsWith("@")) author.handle = decode(first.slice(1));
    else if (first === "channel" && second) author.id = second;
    else if (first !== "c" && first !== "user") return null;
    const bio = line(doc.querySelector(selectorOf("bio"))).slice(0, 1000);
    if (bio) author.bio = bio;
    return { site: "youtube", kind: "profile", author, text: "" };
  }

  /** The broadcast of this live chat, a frame of the same origin in the video's page. */
  function live(): Surface | null {
    let host: Document | null | undefined;
    try {
      host = doc.defaultView?.frameElement?.ownerDocument;
    } catch {
      host = null;
    }
    const video = host && [...host.querySelectorAll(selectorOf("post"))].find(isShown);
    return video ? { ...readPost(video), kind: "live" } : null;
  }

  return { ...roles, posts, postOf, accountOf, authorIn, readPost, readComment, page, live };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
