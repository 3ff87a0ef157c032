import { cachedReader, line, pathOf, plainText } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { SiteData } from "../adapter.ts";
import { localDay } from "../shared/post-context.ts";
import { rolesOf } from "../shared/roles.ts";
import { hosts, labels, selectors } from "./site.json";

export const youtubeData: SiteData = { hosts, selectors, labels };
export type YoutubeRole = keyof typeof selectors;
export type YoutubeWord = keyof typeof labels;

/** The channel that an address of the site names. */
export function accountAt(at: ReturnType<typeof pathOf>): Author {
  const [first, second] = at?.parts ?? [];
  if (first?.startsWith("@")) return { handle: decode(first.slice(1)) };
  return first === "channel" && second ? { id: second } : {};
}

/** Reads YouTube's DOM (www and m): custom elements, all in the open. */
export function youtubeReader(data: SiteData, doc: Document) {
  const roles = rolesOf<YoutubeRole, YoutubeWord>(data);
  const { s } = roles;

  const isShown = (el: Element): boolean => !el.closest(s("hidden"));
  const posts = (root: ParentNode = doc): Element[] => [...root.querySelectorAll(s("post"))].filter(isShown);

  /** The video or community post that something belongs to; comments stand beside their video. */
  function postOf(el: Element): Element | null {
    const inside = el.closest(s("post"));
    if (inside) return inside;
    const watch = el.closest(s("watch"));
    const all = posts(watch ?? doc);
    return watch || all.length === 1 ? (all[0] ?? null) : null;
  }

  const account = (link: Element | null): Author => accountAt(pathOf(link));

  function authorIn(root: Element | null | undefined, role: "author" | "commentAuthor"): Author {
    for (const one of roles.each(role)) {
      const link = [...(root?.querySelectorAll(one) ?? [])].find((a) => isShown(a) && line(a));
      if (link) return { name: line(link), ...account(link) };
    }
    return {};
  }

  /** The first of a role's entries that says something. */
  function said(root: Element, role: "title" | "description"): string {
    for (const one of roles.each(role)) {
      const text = [...root.querySelectorAll(one)].map((el) => plainText(el)).find(Boolean);
      if (text) return text;
    }
    return "";
  }

  /** The head of the document says it of the video it was loaded with, which need not be the one now shown. */
  function postedOn(post: Element): string | undefined {
    const id = new URLSearchParams(doc.location.search).get("v");
    const of = doc.querySelector(s("videoId"))?.getAttribute("content");
    if (!id || id !== of || !post.closest(s("watch"))) return undefined;
    return localDay(doc.querySelector(s("published"))?.getAttribute("content"));
  }

  function readAnew(post: Element): Surface {
    const title = said(post, "title");
    const description = said(post, "description");
    return {
      site: "youtube",
      kind: "post",
      author: authorIn(post, "author"),
      text: [title, description === title ? "" : description].filter(Boolean).join("\n").slice(0, 5000),
      postedAt: postedOn(post),
    };
  }
  const readPost = cachedReader(readAnew, "a[href]");

  function readComment(comment: Element): Surface {
    const post = postOf(comment);
    const text = comment.querySelector(s("commentText"));
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
    const name = doc.querySelector(s("pageName"));
    if (!name || !first) return null;
    const author: Author = { name: line(name) };
    if (first.startsWith("@")) author.handle = decode(first.slice(1));
    else if (first === "channel" && second) author.id = second;
    else if (first !== "c" && first !== "user") return null;
    const bio = line(doc.querySelector(s("bio"))).slice(0, 1000);
    if (bio) author.bio = bio;
    return { site: "youtube", kind: "profile", author, text: "" };
  }

  /** The broadcast whose chat this document is: a frame of the same origin in the page of the video. */
  function live(): Surface | null {
    let host: Document | null | undefined;
    try {
      host = doc.defaultView?.frameElement?.ownerDocument;
    } catch {
      host = null;
    }
    const video = host && [...host.querySelectorAll(s("post"))].find(isShown);
    return video ? { ...readPost(video), kind: "live" } : null;
  }

  return { ...roles, posts, postOf, account, authorIn, readPost, readComment, page, live };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
