import { cachedReader, closestAncestor, line, pathOf, plainText } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { SiteData } from "../adapter.ts";
import { rolesOf } from "../shared/roles.ts";
import { hosts, labels, selectors } from "./site.json";

export const tiktokData: SiteData = { hosts, selectors, labels };
export type TiktokRole = keyof typeof selectors;
export type TiktokLabel = keyof typeof labels;

/** `/@name` at the start of a path. */
const handleIn = (part: string | undefined): string | undefined => /^@([\w.]{1,30})$/.exec(part ?? "")?.[1];

/** Reads TikTok's DOM of 2025 and 2026 by its `data-e2e`. */
export function tiktokReader(data: SiteData, doc: Document) {
  const roles = rolesOf<TiktokRole, TiktokLabel>(data);
  const { selectorOf } = roles;

  const hasAuthorOrText = (el: Element): boolean =>
    !!el.querySelector(`${selectorOf("author")},${selectorOf("text")}`);
  const postAround = (icon: Element): Element | null =>
    icon.closest(selectorOf("card")) ?? closestAncestor(icon, hasAuthorOrText);
  const posts = (): Element[] => [
    ...new Set([...doc.querySelectorAll(selectorOf("likeIcon"))].map(postAround).filter((el) => el !== null)),
  ];
  /** The player of a single video is outside the part that contains the heart. */
  const postOf = (el: Element): Element | null => {
    const all = posts();
    return all.find((post) => post.contains(el)) ?? (all.length === 1 ? all[0]! : addressedPost(all));
  };
  /** Comments may be beside a list of videos (page of 2025-11): they belong to the video in the address. */
  function addressedPost(all: readonly Element[]): Element | null {
    const [first, kind] = path();
    const handle = kind === "video" || kind === "photo" ? handleIn(first) : undefined;
    return (handle && all.find((post) => authorOf(post, "author").handle === handle)) || null;
  }

  const likeButton = (post: Element): Element | null =>
    post.querySelector(selectorOf("likeIcon"))?.closest(selectorOf("control")) ?? null;
  const isLiked = (button: Element): boolean =>
    button.matches(selectorOf("liked")) || button.querySelector(selectorOf("liked")) !== null;

  function authorOf(root: Element, role: "author" | "commentAuthor"): Author {
    for (const el of root.querySelectorAll(selectorOf(role))) {
      const link = el.closest("a[href]") ?? el.querySelector("a[href]");
      const handle = handleIn(pathOf(link)?.parts[0]) ?? (role === "author" ? line(el) : undefined);
      if (handle)
        return { handle, name: line(root.querySelector(selectorOf("nickname"))) || line(el) || handle };
    }
    return {};
  }

  function readUncached(post: Element): Surface {
    let text: Element | null = null;
    for (const one of roles.selectorsOf("text")) text ??= post.querySelector(one);
    const surface: Surface = {
      site: "tiktok",
      kind: "post",
      author: authorOf(post, "author"),
      text: text ? plainText(text) : "",
    };
    if (post.matches(selectorOf("sponsored")) || post.querySelector(selectorOf("sponsored")))
      surface.sponsored = true;
    return surface;
  }
  const readPost = cachedReader(readUncached, "a[href]");

  function readComment(icon: Element): Surface {
    const post = postOf(icon);
    const comment =
      icon.closest(selectorOf("comment")) ??
      closestAncestor(icon, (el) => !!el.querySelector(selectorOf("commentAuthor")));
    return {
      site: "tiktok",
      kind: "comment",
      author: comment ? authorOf(comment, "commentAuthor") : {},
      text: comment ? line(comment.querySelector(selectorOf("commentText"))) : "",
      parent: post ? readPost(post) : undefined,
    };
  }

  const path = (): string[] => doc.location.pathname.split("/").filter(Boolean);

  function page(): Surface | null {
    const [first, second] = path();
    const handle = handleIn(first);
    const title = doc.querySelector(selectorOf("pageName"));
    if (!title || !handle || second) return null;
    const author: Author = { handle, name: line(doc.querySelector(selectorOf("pageNick"))) || line(title) };
    const bio = doc.querySelector(selectorOf("bio"));
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
