import { cachedReader, closestAncestor, line, pathOf, plainText } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { SiteData } from "../adapter.ts";
import { dayOf } from "../shared/post-day.ts";
import { rolesOf } from "../shared/roles.ts";
import { hosts, labels, selectors } from "./site.json";

export const instagramData: SiteData = { hosts, selectors, labels };
export type InstagramRole = keyof typeof selectors;
export type InstagramLabel = keyof typeof labels;

/** First path segments that belong to the site and are no handles. */
const RESERVED_PATHS = new Set(
  "p reel reels tv explore direct stories accounts about legal developer challenge web emails session".split(
    " ",
  ),
);
/** A shorter text on a button is its label or a count. */
const MIN_CAPTION_LENGTH = 20;
const HANDLE = /^[\w.]{1,30}$/;

/** The meaning of an icon, by its label or, in any language, by its shape. */
export type Icon = "like" | "unlike" | "comment" | "share" | "repost";

/**
 * Reads Instagram's DOM of 2025 and 2026: posts are `article` in feed and dialog, but not on permalinks and in reels.
 */
export function instagramReader(data: SiteData, doc: Document) {
  const roles = rolesOf<InstagramRole, InstagramLabel>(data);
  const { selectorOf, isLabel } = roles;

  /** The handle in a profile link; undefined for other links. */
  function handleOf(link: Element | null): string | undefined {
    const parts = pathOf(link)?.parts;
    const [first, second] = parts ?? [];
    /* In the reels viewer the name links to `/name/reels/`. */
    if (!first || (parts?.length !== 1 && second !== "reels")) return undefined;
    return HANDLE.test(first) && !RESERVED_PATHS.has(first) ? first : undefined;
  }

  function iconOf(svg: Element): Icon | null {
    const label = svg.getAttribute("aria-label") ?? "";
    for (const word of ["unlike", "like", "comment", "share", "repost"] as const)
      if (isLabel(word, label)) return word;
    /* The link to the notifications is a heart as well. */
    if (svg.closest("a")) return null;
    if (svg.querySelector(selectorOf("unlikeShape"))) return "unlike";
    if (svg.querySelector(selectorOf("likeShape"))) return "like";
    if (svg.querySelector(selectorOf("commentShape"))) return "comment";
    return svg.querySelector(selectorOf("shareShape")) ? "share" : null;
  }

  const isHeart = (svg: Element): boolean => /^(un)?like$/.test(iconOf(svg) ?? "");
  const hearts = (root: ParentNode, role: "postIcon" | "commentIcon" = "postIcon") =>
    [...root.querySelectorAll(selectorOf(role))].filter(isHeart);

  /** Without `article` a post is the largest part around a heart without another post's heart. */
  function postAround(heart: Element): Element {
    let at = heart;
    for (
      let up = at.parentElement;
      up && up !== doc.body && !up.matches(selectorOf("main"));
      up = up.parentElement
    ) {
      if (up.querySelector("nav") || hearts(up).length > 1) break;
      at = up;
    }
    return at;
  }

  const posts = (): Element[] => [
    ...new Set(hearts(doc).map((h) => h.closest(selectorOf("post")) ?? postAround(h))),
  ];
  const postOf = (el: Element): Element | null => {
    const article = el.closest(selectorOf("post"));
    if (article && hearts(article).length) return article;
    return posts().find((post) => post.contains(el)) ?? null;
  };
  const heartOf = (post: Element): Element | null => hearts(post)[0] ?? null;

  /** Profile links with a visible name; the link around a profile picture has none. */
  const isNamed = (link: Element): boolean => !!handleOf(link) && !!link.textContent?.trim();
  const namedLinks = (root: Element): Element[] =>
    [...root.querySelectorAll(selectorOf("profileLink"))].filter(isNamed);

  /** The comment of a 16 px heart: the smallest part around it with a profile link. */
  const commentOf = (heart: Element, post: Element | null): Element | null =>
    closestAncestor(heart, (el) => el === post || namedLinks(el).length > 0);

  function authorOf(post: Element): Author {
    const inHeader = [...post.querySelectorAll(selectorOf("author"))].find(isNamed);
    /* Accounts tagged in pictures come before the author, in the list of pictures. */
    const link = inHeader ?? namedLinks(post).find((a) => !a.closest("li")) ?? namedLinks(post)[0] ?? null;
    const handle = handleOf(link);
    return handle ? { handle, name: line(link) } : {};
  }

  /** The text of an entry without the name in front. */
  function ownText(el: Element, handle: string | undefined): string {
    const text = plainText(el, selectorOf("notText"));
    return handle && text.startsWith(handle) ? text.slice(handle.length).trim() : text;
  }

  function caption(post: Element, author: Author): string {
    const comments = hearts(post, "commentIcon").map((heart) => commentOf(heart, post));
    const isElsewhere = (el: Element) =>
      closestAncestor(el, (up) => up === post || up.matches(selectorOf("notCaption"))) !== post ||
      comments.some((comment) => comment !== post && comment?.contains(el));
    for (const one of roles.selectorsOf("text"))
      for (const el of post.querySelectorAll(one)) {
        if (
          el.querySelector(selectorOf("likedBy")) ||
          (one !== roles.selectorsOf("text")[0] && isElsewhere(el))
        )
          continue;
        const text = ownText(el, author.handle);
        if (/[\p{L}\p{N}\p{So}]/u.test(text)) return text;
      }
    return foldedCaption(post, author);
  }

  /** In the reels viewer the whole caption is one button that unfolds it. */
  function foldedCaption(post: Element, author: Author): string {
    const texts = [...post.querySelectorAll(selectorOf("text"))]
      .filter((el) => !el.closest(selectorOf("profileLink")) && !el.querySelector(selectorOf("control")))
      .map((el) => plainText(el))
      .filter((text) => text !== author.handle && text.length > MIN_CAPTION_LENGTH);
    return texts.reduce((a, b) => (b.length > a.length ? b : a), "");
  }

  const mediaOf = (root: Element): Element[] =>
    [...root.querySelectorAll(selectorOf("media"))].filter((el) => !el.closest(selectorOf("notMedia")));

  function readUncached(post: Element): Surface {
    const author = authorOf(post);
    const surface: Surface = {
      site: "instagram",
      kind: "post",
      author,
      text: caption(post, author),
      imageAlt: mediaOf(post)
        .map((el) => el.getAttribute("alt") ?? "")
        .filter((alt) => alt.length > 2),
    };
    if ([...post.querySelectorAll(selectorOf("sponsored"))].some((el) => isLabel("sponsored", line(el))))
      surface.sponsored = true;
    const postedAt = postedOn(post);
    if (postedAt) surface.postedAt = postedAt;
    return surface;
  }

  function readComment(heart: Element): Surface {
    const post = postOf(heart);
    const comment = commentOf(heart, post) ?? heart;
    const [link] = namedLinks(comment);
    const handle = handleOf(link ?? null);
    const texts = [...comment.querySelectorAll(selectorOf("text"))].filter(
      (el) => !el.closest("a") && !closestAncestor(el, (up) => up.matches(selectorOf("control"))),
    );
    return {
      site: "instagram",
      kind: "comment",
      author: handle ? { handle, name: line(link) } : {},
      text: texts.map((el) => ownText(el, handle)).find(Boolean) ?? "",
      parent: post ? readPost(post) : undefined,
      postedAt: comment === post ? undefined : dayOf(comment.querySelector(selectorOf("time"))),
    };
  }

  /** The day of the post or of its caption, which are the same; comments have later days. */
  function postedOn(post: Element): string | undefined {
    const days = [...post.querySelectorAll(selectorOf("time"))].map((el) => dayOf(el));
    return days.every(Boolean) ? (days as string[]).sort()[0] : undefined;
  }

  const readPost = cachedReader(
    readUncached,
    selectorOf("author") || "a[href]",
    `img[alt],${selectorOf("time")}`,
  );

  /** A story or broadcast with its account only: its texts are drawn and cannot be read. */
  function story(): Surface | null {
    const [first, handle] = doc.location.pathname.split("/").filter(Boolean);
    if (handle === "live" && first && HANDLE.test(first) && !RESERVED_PATHS.has(first))
      return { site: "instagram", kind: "live", author: { handle: first }, text: "" };
    return first === "stories" && handle && HANDLE.test(handle) && handle !== "highlights"
      ? { site: "instagram", kind: "post", author: { handle }, text: "" }
      : null;
  }

  function page(): Surface | null {
    const handle = doc.location.pathname.split("/").filter(Boolean)[0];
    const header = doc.querySelector(selectorOf("pageHeader"));
    const name = header && doc.querySelector(selectorOf("pageName"));
    if (!header || !name || !handle || RESERVED_PATHS.has(handle) || !HANDLE.test(handle)) return null;
    const lines = [...header.querySelectorAll(selectorOf("pageLine"))]
      .filter(
        (el) => !el.closest(selectorOf("notName")) && !el.parentElement?.closest(selectorOf("pageLine")),
      )
      .map(line)
      .filter(Boolean);
    const author: Author = { handle, name: lines[0] ?? line(name) };
    const bio = lines.slice(1).join("\n").slice(0, 1000);
    if (bio) author.bio = bio;
    if (header.querySelector(selectorOf("verified"))) author.verified = true;
    return { site: "instagram", kind: "profile", author, text: "" };
  }

  return {
    ...roles,
    iconOf,
    posts,
    postOf,
    heartOf,
    mediaOf,
    namedLinks,
    handleOf,
    readPost,
    readComment,
    story,
    page,
  };
}
