import { cachedReader, line, outermost, outermostAbove, pathOf, plainText } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { SiteData } from "../adapter.ts";
import { answering, dayOf } from "../shared/post-context.ts";
import { rolesOf } from "../shared/roles.ts";
import { hosts, labels, selectors } from "./site.json";

export const threadsData: SiteData = { hosts, selectors, labels };
export type ThreadsRole = keyof typeof selectors;
export type ThreadsWord = keyof typeof labels;

/** `/@name` and nothing behind it: an account, not one of its posts. */
const handleOf = (link: Element): string | undefined => {
  const parts = pathOf(link)?.parts ?? [];
  return parts.length === 1 ? /^@([\w.]{1,30})$/.exec(parts[0]!)?.[1] : undefined;
};

/** Reads the DOM of Threads, which names posts by `data-pressable-container`. */
export function threadsReader(data: SiteData, doc: Document) {
  const roles = rolesOf<ThreadsRole, ThreadsWord>(data);
  const { s } = roles;

  const posts = (): Element[] => outermost(doc, s("post"));
  const postOf = (el: Element): Element | null => outermostAbove(el, s("post"));
  /** Inside the post itself, not inside a quoted one. */
  const own = (post: Element, el: Element): boolean => el.closest(s("post")) === post;

  function authorOf(post: Element): Author {
    let handle: string | undefined;
    for (const link of post.querySelectorAll(s("author"))) {
      const found = own(post, link) ? handleOf(link) : undefined;
      if (!found) continue;
      handle ??= found;
      /* The first link is the picture; the name is that of a link with words. */
      const name = link.textContent?.trim() ? line(link) : "";
      if (name && found === handle) return { handle, name };
    }
    return handle ? { handle, name: handle } : {};
  }

  function textOf(post: Element): string {
    const parts: string[] = [];
    let before: Element | null = null;
    for (const el of post.querySelectorAll(s("text"))) {
      if (before?.contains(el) || !own(post, el)) continue;
      before = el;
      const skip = el.closest(s("textSkip"));
      if ((skip && post.contains(skip) && skip !== post) || el.querySelector(s("time"))) continue;
      parts.push(plainText(el));
    }
    return parts.filter(Boolean).join("\n");
  }

  function readAnew(post: Element): Surface {
    const imageAlt = [...post.querySelectorAll(s("media"))]
      .filter((el) => own(post, el) && !el.closest(s("author")))
      .map((el) => el.getAttribute("alt") ?? "")
      .filter(Boolean);
    const surface: Surface = {
      site: "threads",
      kind: "post",
      author: authorOf(post),
      text: textOf(post),
    };
    if (imageAlt.length) surface.imageAlt = imageAlt;
    const postedAt = dayOf([...post.querySelectorAll(s("time"))].find((el) => own(post, el)));
    if (postedAt) surface.postedAt = postedAt;
    const inner = post.querySelector(s("post"));
    if (inner) surface.inner = readAnew(inner);
    return surface;
  }
  /** The post of a permalink (`/@name/post/code`) among what it answers and what answers it. */
  function thread() {
    const [, post, code] = doc.location.pathname.split("/").filter(Boolean);
    if (post !== "post" || !code) return null;
    const all = posts().filter((el) => !el.closest(s("popup")));
    const isShown = (el: Element) =>
      [...el.querySelectorAll("a[href]")].some((a) => own(el, a) && pathOf(a)?.parts[2] === code);
    const shown = all.find(isShown);
    return shown ? { shown, posts: all } : null;
  }
  const readPost = answering(cachedReader(readAnew, s("author"), `img[alt],${s("time")}`), thread);

  /** What the icon of a control says; "" where it has none. */
  const iconWord = (control: Element): string =>
    control.querySelector(s("icon"))?.getAttribute("aria-label")?.trim() ?? "";

  /** By its word, or in any language by the heart's outline, which is filled afterwards. */
  const isLike = (control: Element, word: string): boolean =>
    roles.is("like", word) || (!roles.is("unlike", word) && !!control.querySelector(s("likeShape")));

  const likeButton = (post: Element): Element | null => {
    for (const control of post.querySelectorAll(s("control")))
      if (own(post, control) && isLike(control, iconWord(control))) return control;
    return null;
  };

  function page(): Surface | null {
    const [first, second] = doc.location.pathname.split("/").filter(Boolean);
    const handle = /^@([\w.]{1,30})$/.exec(first ?? "")?.[1];
    const name = doc.querySelector(s("pageName"));
    if (!handle || second === "post" || !name) return null;
    const author: Author = { handle, name: line(name) || handle };
    const bio = bioAfter(name);
    if (bio) author.bio = bio;
    return { site: "threads", kind: "profile", author, text: "" };
  }

  /** The first words of their own behind the name, before the first post. */
  function bioAfter(name: Element): string {
    let seen = false;
    for (const el of doc.querySelectorAll(`${s("pageName")},${s("bio")},${s("post")}`)) {
      if (el === name) seen = true;
      else if (el.matches(s("post"))) return "";
      else if (seen && el.matches(s("bio")) && !el.closest("a,[role=button]")) {
        const text = plainText(el);
        if (/\p{L}/u.test(text)) return text;
      }
    }
    return "";
  }

  return { ...roles, posts, postOf, readPost, handleOf, iconWord, isLike, likeButton, page };
}
