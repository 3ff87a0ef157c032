import { cachedReader, line, outermost, outermostAbove, pathOf, plainText } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { SiteData } from "../adapter.ts";
import { dayOf } from "../shared/post-day.ts";
import { rolesOf } from "../shared/roles.ts";
import { withParents } from "../shared/thread.ts";
import { hosts, labels, selectors } from "./site.json";

export const threadsData: SiteData = { hosts, selectors, labels };
export type ThreadsRole = keyof typeof selectors;
export type ThreadsLabel = keyof typeof labels;

/** The handle in `/@name`; undefined for longer paths, which are posts. */
const handleOf = (link: Element): string | undefined => {
  const parts = pathOf(link)?.parts ?? [];
  return parts.length === 1 ? /^@([\w.]{1,30})$/.exec(parts[0]!)?.[1] : undefined;
};

/** Reads Threads' DOM, where posts have `data-pressable-container`. */
export function threadsReader(data: SiteData, doc: Document) {
  const roles = rolesOf<ThreadsRole, ThreadsLabel>(data);
  const { selectorOf } = roles;

  const posts = (): Element[] => outermost(doc, selectorOf("post"));
  const postOf = (el: Element): Element | null => outermostAbove(el, selectorOf("post"));
  /** True if an element belongs to the post itself and not to a quoted post. */
  const isOwn = (post: Element, el: Element): boolean => el.closest(selectorOf("post")) === post;

  function authorOf(post: Element): Author {
    let handle: string | undefined;
    for (const link of post.querySelectorAll(selectorOf("author"))) {
      const linked = isOwn(post, link) ? handleOf(link) : undefined;
      if (!linked) continue;
      handle ??= linked;
      /* The first link contains the picture only; the name is in a link with text. */
      const name = link.textContent?.trim() ? line(link) : "";
      if (name && linked === handle) return { handle, name };
    }
    return handle ? { handle, name: handle } : {};
  }

  function textOf(post: Element): string {
    const parts: string[] = [];
    let last: Element | null = null;
    for (const el of post.querySelectorAll(selectorOf("text"))) {
      if (last?.contains(el) || !isOwn(post, el)) continue;
      last = el;
      const skip = el.closest(selectorOf("textSkip"));
      if ((skip && post.contains(skip) && skip !== post) || el.querySelector(selectorOf("time"))) continue;
      parts.push(plainText(el));
    }
    return parts.filter(Boolean).join("\n");
  }

  function readUncached(post: Element): Surface {
    const imageAlt = [...post.querySelectorAll(selectorOf("media"))]
      .filter((el) => isOwn(post, el) && !el.closest(selectorOf("author")))
      .map((el) => el.getAttribute("alt") ?? "")
      .filter(Boolean);
    const surface: Surface = {
      site: "threads",
      kind: "post",
      author: authorOf(post),
      text: textOf(post),
    };
    if (imageAlt.length) surface.imageAlt = imageAlt;
    const postedAt = dayOf([...post.querySelectorAll(selectorOf("time"))].find((el) => isOwn(post, el)));
    if (postedAt) surface.postedAt = postedAt;
    const inner = post.querySelector(selectorOf("post"));
    if (inner) surface.inner = readUncached(inner);
    return surface;
  }
  /** The main post of a permalink (`/@name/post/code`) with its thread. */
  function thread() {
    const [, post, code] = doc.location.pathname.split("/").filter(Boolean);
    if (post !== "post" || !code) return null;
    const all = posts().filter((el) => !el.closest(selectorOf("popup")));
    const isMainPost = (el: Element) =>
      [...el.querySelectorAll("a[href]")].some((a) => isOwn(el, a) && pathOf(a)?.parts[2] === code);
    const mainPost = all.find(isMainPost);
    return mainPost ? { mainPost, posts: all } : null;
  }
  const readPost = withParents(
    cachedReader(readUncached, selectorOf("author"), `img[alt],${selectorOf("time")}`),
    thread,
  );

  /** The label of a control's icon; an empty string if it has none. */
  const iconLabel = (control: Element): string =>
    control.querySelector(selectorOf("icon"))?.getAttribute("aria-label")?.trim() ?? "";

  /** By its label or, in any language, by the heart's outline, which is filled after a like. */
  const isLike = (control: Element, word: string): boolean =>
    roles.isLabel("like", word) ||
    (!roles.isLabel("unlike", word) && !!control.querySelector(selectorOf("likeShape")));

  const likeButton = (post: Element): Element | null => {
    for (const control of post.querySelectorAll(selectorOf("control")))
      if (isOwn(post, control) && isLike(control, iconLabel(control))) return control;
    return null;
  };

  function page(): Surface | null {
    const [first, second] = doc.location.pathname.split("/").filter(Boolean);
    const handle = /^@([\w.]{1,30})$/.exec(first ?? "")?.[1];
    const name = doc.querySelector(selectorOf("pageName"));
    if (!handle || second === "post" || !name) return null;
    const author: Author = { handle, name: line(name) || handle };
    const bio = bioAfter(name);
    if (bio) author.bio = bio;
    return { site: "threads", kind: "profile", author, text: "" };
  }

  /** The first text after the name and before the first post. */
  function bioAfter(name: Element): string {
    let isAfterName = false;
    for (const el of doc.querySelectorAll(
      `${selectorOf("pageName")},${selectorOf("bio")},${selectorOf("post")}`,
    )) {
      if (el === name) isAfterName = true;
      else if (el.matches(selectorOf("post"))) return "";
      else if (isAfterName && el.matches(selectorOf("bio")) && !el.closest("a,[role=button]")) {
        const text = plainText(el);
        if (/\p{L}/u.test(text)) return text;
      }
    }
    return "";
  }

  return { ...roles, posts, postOf, readPost, handleOf, iconLabel, isLike, likeButton, page };
}
