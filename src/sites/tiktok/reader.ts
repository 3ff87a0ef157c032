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

  const linkHandle = (link: Element | null): string | undefined => handleIn(pathOf(link)?.parts[0]);

  /** The words of the first link to an account: the link around its picture has none. */
  const nameInLinks = (root: Element, handle: string): string =>
    [...root.querySelectorAll(selectorOf("account"))]
      .filter((link) => linkHandle(link) === handle)
      .map(line)
      .find(Boolean) ?? "";

  function authorOf(root: Element, role: "author" | "commentAuthor"): Author {
    for (const el of root.querySelectorAll(selectorOf(role))) {
      const link = el.closest("a[href]") ?? el.querySelector("a[href]");
      const handle = linkHandle(link) ?? (role === "author" ? line(el) : undefined);
      if (handle) {
        const name = line(root.querySelector(selectorOf("nickname"))) || nameInLinks(root, handle);
        return { handle, name: name || line(el) || handle };
      }
    }
    return {};
  }

  /** The account of a row in a list, around a control in it; null in the head of a profile, which has a title. */
  function accountAround(control: Element): Surface | null {
    const handlesIn = (box: Element) =>
      [...box.querySelectorAll(selectorOf("account"))].map(linkHandle).filter(Boolean);
    const row = closestAncestor(
      control,
      (up) => !!up.querySelector(selectorOf("pageName")) || handlesIn(up).length > 0,
    );
    if (!row || row.querySelector(selectorOf("pageName"))) return null;
    const handle = handlesIn(row)[0]!;
    const author = { handle, name: nameInLinks(row, handle) || handle };
    return { site: "tiktok", kind: "profile", author, text: "" };
  }

  function readUncached(post: Element): Surface {
    const text = firstText(post, "text");
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

  /** The first text by the first entry that finds one: further entries are for pages that lack it. */
  function firstText(root: Element, role: "text" | "commentText"): Element | null {
    for (const one of roles.selectorsOf(role)) {
      const text = root.querySelector(one);
      if (text) return text;
    }
    return null;
  }

  /** The comment around its heart. */
  const readComment = (icon: Element): Surface =>
    readCommentIn(
      icon.closest(selectorOf("comment")) ??
        closestAncestor(icon, (el) => !!el.querySelector(selectorOf("commentAuthor"))),
      icon,
    );

  function readCommentIn(comment: Element | null, at: Element): Surface {
    const post = postOf(at);
    const text = comment && firstText(comment, "commentText");
    return {
      site: "tiktok",
      kind: "comment",
      author: comment ? authorOf(comment, "commentAuthor") : {},
      text: text ? line(text) : "",
      parent: post ? readPost(post) : undefined,
    };
  }

  /** The comment that a box for an answer stands right below: its neighbour is that single comment, which can be answered, and no list. */
  function answeredComment(editor: Element): Element | null {
    const comment = roles.selectorsOf("commentText")[0]!;
    for (let box: Element | null = editor; box; box = box.parentElement) {
      const before = box.previousElementSibling;
      const texts = before ? [...before.querySelectorAll(comment)] : [];
      if (texts.length === 0) continue;
      const isOne = texts.length === 1 && isNear(texts[0]!, before!);
      return isOne && before!.querySelector(selectorOf("answerOpener")) ? before : null;
    }
    return null;
  }

  /** True if an element is at most this deep inside another: a list has more boxes around its comments. */
  function isNear(inner: Element, outer: Element, depth = 3): boolean {
    let at: Element | null = inner;
    for (let up = 0; at && at !== outer && up < depth; up++) at = at.parentElement;
    return at === outer;
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

  return {
    ...roles,
    posts,
    postOf,
    likeButton,
    isLiked,
    readPost,
    readComment,
    readCommentIn,
    answeredComment,
    accountAround,
    page,
    live,
  };
}
