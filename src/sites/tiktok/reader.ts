import { cachedReader, closestAncestor, line, pathOf, plainText } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { SiteData } from "../adapter.ts";
import { rolesOf } from "../shared/roles.ts";
import { hosts, labels, selectors } from "./site.json";

export const tiktokData: SiteData = { hosts, selectors, labels };
export type TiktokRole = keyof typeof selectors;
export type TiktokWord = keyof typeof labels;

/** `/@name` at the start of a path. */
const handleIn = (part: string | undefined): string | undefined => /^@([\w.]{1,30})$/.exec(part ?? "")?.[1];

/** Reads TikTok's DOM of 2025 and 2026, which hangs on `data-e2e`. */
export function tiktokReader(data: SiteData, doc: Document) {
  const roles = rolesOf<TiktokRole, TiktokWord>(data);
  const { s } = roles;

  const names = (el: Element): boolean => !!el.querySelector(`${s("author")},${s("text")}`);
  const around = (icon: Element): Element | null => icon.closest(s("card")) ?? closestAncestor(icon, names);
  const posts = (): Element[] => [
    ...new Set([...doc.querySelectorAll(s("likeIcon"))].map(around).filter((el) => el !== null)),
  ];
  /** A video shown alone has its player beside of what the heart stands in. */
  const postOf = (el: Element): Element | null => {
    const all = posts();
    return all.find((post) => post.contains(el)) ?? (all.length === 1 ? all[0]! : named(all));
  };
  /** Comments stand beside a list of videos (page of 2025-11): they are about the one that the address names. */
  function named(all: readonly Element[]): Element | null {
    const [first, kind] = path();
    const handle = kind === "video" || kind === "photo" ? handleIn(first) : undefined;
    return (handle && all.find((post) => authorOf(post, "author").handle === handle)) || null;
  }

  const likeButton = (post: Element): Element | null =>
    post.querySelector(s("likeIcon"))?.closest(s("control")) ?? null;
  const isLiked = (button: Element): boolean =>
    button.matches(s("liked")) || button.querySelector(s("liked")) !== null;

  function authorOf(root: Element, role: "author" | "commentAuthor"): Author {
    for (const el of root.querySelectorAll(s(role))) {
      const link = el.closest("a[href]") ?? el.querySelector("a[href]");
      const handle = handleIn(pathOf(link)?.parts[0]) ?? (role === "author" ? line(el) : undefined);
      if (handle) return { handle, name: line(root.querySelector(s("nickname"))) || line(el) || handle };
    }
    return {};
  }

  function readAnew(post: Element): Surface {
    let text: Element | null = null;
    for (const one of roles.each("text")) text ??= post.querySelector(one);
    const surface: Surface = {
      site: "tiktok",
      kind: "post",
      author: authorOf(post, "author"),
      text: text ? plainText(text) : "",
    };
    if (post.matches(s("sponsored")) || post.querySelector(s("sponsored"))) surface.sponsored = true;
    return surface;
  }
  const readPost = cachedReader(readAnew, "a[href]");

  function readComment(icon: Element): Surface {
    const post = postOf(icon);
    const comment =
      icon.closest(s("comment")) ?? closestAncestor(icon, (el) => !!el.querySelector(s("commentAuthor")));
    return {
      site: "tiktok",
      kind: "comment",
      author: comment ? authorOf(comment, "commentAuthor") : {},
      text: comment ? line(comment.querySelector(s("commentText"))) : "",
      parent: post ? readPost(post) : undefined,
    };
  }

  const path = (): string[] => doc.location.pathname.split("/").filter(Boolean);

  function page(): Surface | null {
    const [first, second] = path();
    const handle = handleIn(first);
    const title = doc.querySelector(s("pageName"));
    if (!title || !handle || second) return null;
    const author: Author = { handle, name: line(doc.querySelector(s("pageNick"))) || line(title) };
    const bio = doc.querySelector(s("bio"));
    if (bio) author.bio = plainText(bio);
    return { site: "tiktok", kind: "profile", author, text: "" };
  }

  /** The broadcast that the document shows. */
  function live(): Surface | null {
    const [first, second] = path();
    const handle = handleIn(first);
    return handle && second === "live"
      ? { site: "tiktok", kind: "live", author: { handle }, text: doc.title.slice(0, 200) }
      : null;
  }

  return { ...roles, posts, postOf, likeButton, isLiked, readPost, readComment, page, live };
}
