import { cachedReader, closestAncestor, line, pathOf, plainText } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { SiteData } from "../adapter.ts";
import { dayOf } from "../shared/post-context.ts";
import { rolesOf } from "../shared/roles.ts";
import { hosts, labels, selectors } from "./site.json";

export const instagramData: SiteData = { hosts, selectors, labels };
export type InstagramRole = keyof typeof selectors;
export type InstagramWord = keyof typeof labels;

/** First path segments that are places of the site, not handles. */
const PLACES = new Set(
  "p reel reels tv explore direct stories accounts about legal developer challenge web emails session".split(
    " ",
  ),
);
/** Shorter words on a button are its label or a count. */
const SHORTEST_CAPTION = 20;
const HANDLE = /^[\w.]{1,30}$/;

/** What a heart or another icon of a post is, by word or, in any language, by shape. */
export type Icon = "like" | "unlike" | "comment" | "share" | "repost";

/** Reads Instagram's DOM of 2025 and 2026: feed and dialog have `article`, permalinks and reels have not. */
export function instagramReader(data: SiteData, doc: Document) {
  const roles = rolesOf<InstagramRole, InstagramWord>(data);
  const { s, is } = roles;

  /** Handle of a link to a profile, or undefined. */
  function handleOf(link: Element | null): string | undefined {
    const parts = pathOf(link)?.parts;
    const [first, second] = parts ?? [];
    /* In the viewer of reels the name leads to `/name/reels/`. */
    if (!first || (parts?.length !== 1 && second !== "reels")) return undefined;
    return HANDLE.test(first) && !PLACES.has(first) ? first : undefined;
  }

  function iconOf(svg: Element): Icon | null {
    const label = svg.getAttribute("aria-label") ?? "";
    for (const word of ["unlike", "like", "comment", "share", "repost"] as const)
      if (is(word, label)) return word;
    /* The link to one's notifications is a heart, too. */
    if (svg.closest("a")) return null;
    if (svg.querySelector(s("unlikeShape"))) return "unlike";
    if (svg.querySelector(s("likeShape"))) return "like";
    if (svg.querySelector(s("commentShape"))) return "comment";
    return svg.querySelector(s("shareShape")) ? "share" : null;
  }

  const isHeart = (svg: Element): boolean => /^(un)?like$/.test(iconOf(svg) ?? "");
  const hearts = (root: ParentNode, role: "postIcon" | "commentIcon" = "postIcon") =>
    [...root.querySelectorAll(s(role))].filter(isHeart);

  /** Where there is no `article`: the largest part around a heart that holds no other post's heart. */
  function around(heart: Element): Element {
    let at = heart;
    for (let up = at.parentElement; up && up !== doc.body && !up.matches(s("main")); up = up.parentElement) {
      if (up.querySelector("nav") || hearts(up).length > 1) break;
      at = up;
    }
    return at;
  }

  const posts = (): Element[] => [...new Set(hearts(doc).map((h) => h.closest(s("post")) ?? around(h)))];
  const postOf = (el: Element): Element | null => {
    const article = el.closest(s("post"));
    if (article && hearts(article).length) return article;
    return posts().find((post) => post.contains(el)) ?? null;
  };
  const heartOf = (post: Element): Element | null => hearts(post)[0] ?? null;

  /** Links with a name to read; around a picture of somebody there is one without. */
  const isNamed = (link: Element): boolean => !!handleOf(link) && !!link.textContent?.trim();
  const named = (root: Element): Element[] => [...root.querySelectorAll(s("profileLink"))].filter(isNamed);

  /** The comment that a 16 px heart belongs to: the smallest part around it that names somebody. */
  const commentOf = (heart: Element, post: Element | null): Element | null =>
    closestAncestor(heart, (el) => el === post || named(el).length > 0);

  function authorOf(post: Element): Author {
    const inHeader = [...post.querySelectorAll(s("author"))].find(isNamed);
    /* People tagged in pictures stand before the author, in the list of pictures. */
    const link = inHeader ?? named(post).find((a) => !a.closest("li")) ?? named(post)[0] ?? null;
    const handle = handleOf(link);
    return handle ? { handle, name: line(link) } : {};
  }

  /** An entry's own words, without the name before them. */
  function words(el: Element, handle: string | undefined): string {
    const text = plainText(el, s("notText"));
    return handle && text.startsWith(handle) ? text.slice(handle.length).trim() : text;
  }

  function caption(post: Element, author: Author): string {
    const comments = hearts(post, "commentIcon").map((heart) => commentOf(heart, post));
    const elsewhere = (el: Element) =>
      closestAncestor(el, (up) => up === post || up.matches(s("notCaption"))) !== post ||
      comments.some((comment) => comment !== post && comment?.contains(el));
    for (const one of roles.each("text"))
      for (const el of post.querySelectorAll(one)) {
        if (el.querySelector(s("likedBy")) || (one !== roles.each("text")[0] && elsewhere(el))) continue;
        const text = words(el, author.handle);
        if (/[\p{L}\p{N}\p{So}]/u.test(text)) return text;
      }
    return folded(post, author);
  }

  /** In the viewer of reels the whole caption is one button that unfolds it. */
  function folded(post: Element, author: Author): string {
    const texts = [...post.querySelectorAll(s("text"))]
      .filter((el) => !el.closest(s("profileLink")) && !el.querySelector(s("control")))
      .map((el) => plainText(el))
      .filter((text) => text !== author.handle && text.length > SHORTEST_CAPTION);
    return texts.reduce((a, b) => (b.length > a.length ? b : a), "");
  }

  const mediaOf = (root: Element): Element[] =>
    [...root.querySelectorAll(s("media"))].filter((el) => !el.closest(s("notMedia")));

  function readAnew(post: Element): Surface {
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
    if ([...post.querySelectorAll(s("sponsored"))].some((el) => is("sponsored", line(el))))
      surface.sponsored = true;
    const postedAt = postedOn(post);
    if (postedAt) surface.postedAt = postedAt;
    return surface;
  }

  function readComment(heart: Element): Surface {
    const post = postOf(heart);
    const comment = commentOf(heart, post) ?? heart;
    const [link] = named(comment);
    const handle = handleOf(link ?? null);
    const texts = [...comment.querySelectorAll(s("text"))].filter(
      (el) => !el.closest("a") && !closestAncestor(el, (up) => up.matches(s("control"))),
    );
    return {
      site: "instagram",
      kind: "comment",
      author: handle ? { handle, name: line(link) } : {},
      text: texts.map((el) => words(el, handle)).find(Boolean) ?? "",
      parent: post ? readPost(post) : undefined,
      postedAt: comment === post ? undefined : dayOf(comment.querySelector(s("time"))),
    };
  }

  /** The day of the post itself: its caption's or its own, which are the same; comments have later ones. */
  function postedOn(post: Element): string | undefined {
    const days = [...post.querySelectorAll(s("time"))].map((el) => dayOf(el));
    return days.every(Boolean) ? (days as string[]).sort()[0] : undefined;
  }

  const readPost = cachedReader(readAnew, s("author") || "a[href]", `img[alt],${s("time")}`);

  /** Who a story or broadcast is by; its pictures and texts are drawn, so nothing else can be read. */
  function story(): Surface | null {
    const [first, handle] = doc.location.pathname.split("/").filter(Boolean);
    if (handle === "live" && first && HANDLE.test(first) && !PLACES.has(first))
      return { site: "instagram", kind: "live", author: { handle: first }, text: "" };
    return first === "stories" && handle && HANDLE.test(handle) && handle !== "highlights"
      ? { site: "instagram", kind: "post", author: { handle }, text: "" }
      : null;
  }

  function page(): Surface | null {
    const handle = doc.location.pathname.split("/").filter(Boolean)[0];
    const header = doc.querySelector(s("pageHeader"));
    const name = header && doc.querySelector(s("pageName"));
    if (!header || !name || !handle || PLACES.has(handle) || !HANDLE.test(handle)) return null;
    const lines = [...header.querySelectorAll(s("pageLine"))]
      .filter((el) => !el.closest(s("notName")) && !el.parentElement?.closest(s("pageLine")))
      .map(line)
      .filter(Boolean);
    const author: Author = { handle, name: lines[0] ?? line(name) };
    const bio = lines.slice(1).join("\n").slice(0, 1000);
    if (bio) author.bio = bio;
    if (header.querySelector(s("verified"))) author.verified = true;
    return { site: "instagram", kind: "profile", author, text: "" };
  }

  return {
    ...roles,
    iconOf,
    posts,
    postOf,
    heartOf,
    mediaOf,
    named,
    handleOf,
    readPost,
    readComment,
    story,
    page,
  };
}
