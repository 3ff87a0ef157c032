import { allAcross } from "../../dom/shadow.ts";
import { draftOf, line, outermost, plainText } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { SiteData } from "../adapter.ts";
import { dayOf, localDay } from "../shared/post-context.ts";
import { rolesOf } from "../shared/roles.ts";
import { hosts, labels, selectors } from "./site.json";

export const redditData: SiteData = { hosts, selectors, labels };
export type RedditRole = keyof typeof selectors;
export type RedditWord = keyof typeof labels;

/** Reads Reddit, whose web components carry what they show as attributes and the words of posts in slots. */
export function redditReader(data: SiteData, doc: Document) {
  const roles = rolesOf<RedditRole, RedditWord>(data);
  const { s, each } = roles;

  /** The attribute that a role names: that of the last attribute test of its first entry that fits the element. */
  function said(el: Element, role: RedditRole): string {
    const entry = each(role).find((one) => el.matches(one));
    const name = entry && /\[([\w-]+)\]$/.exec(entry)?.[1];
    return (name && el.getAttribute(name)?.trim()) || "";
  }

  const authorOf = (el: Element): Author => {
    const handle = said(el, "authorName");
    return handle ? { handle, name: handle } : {};
  };

  const posts = (): Element[] => outermost(doc, s("post"));

  /* Read anew each time: attributes and a slot or two, and no walk through what the page shows besides. */
  function readPost(post: Element): Surface {
    const title = said(post, "title") || line(post.querySelector(s("titleShown")));
    const body = post.querySelector(s("text"));
    const surface: Surface = {
      site: "reddit",
      kind: "post",
      author: authorOf(post),
      text: [title, body ? plainText(body) : ""].filter(Boolean).join("\n"),
    };
    const place = said(post, "place");
    /* A post on one's own profile stands at "u/name": the page is its author. */
    if (place.startsWith("r/")) surface.page = { kind: "group", handle: place, name: place.slice(2) };
    const imageAlt = [...post.querySelectorAll(s("imageAlt"))]
      .map((img) => img.getAttribute("alt") ?? "")
      .filter(Boolean);
    if (imageAlt.length) surface.imageAlt = imageAlt;
    if (post.matches(s("promoted"))) surface.sponsored = true;
    const postedAt = localDay(said(post, "posted")) ?? dayOf(ownTime(post));
    if (postedAt) surface.postedAt = postedAt;
    return surface;
  }

  /** The time of an entry itself, not of those that answer it; the old layout has it beside the name. */
  const ownTime = (el: Element): Element | undefined =>
    [...el.querySelectorAll(s("time"))].find((time) => time.closest(`${s("comment")},${s("post")}`) === el);

  /** A comment without those that answer it, which stand inside of it. */
  function readComment(comment: Element): Surface {
    const own = [...comment.querySelectorAll(s("commentText"))].find(
      (el) => el.closest(s("comment")) === comment,
    );
    const post = doc.querySelector(s("post"));
    return {
      site: "reddit",
      kind: "comment",
      author: authorOf(comment),
      text: own ? plainText(own) : "",
      parent: post ? readPost(post) : undefined,
      postedAt: dayOf(ownTime(comment)),
    };
  }

  const path = (): string[] => doc.location.pathname.split("/").filter(Boolean);

  /** The head of a community's or a user's own page; null on everything else, a single post too. */
  function page(): Surface | null {
    const [first, name, second] = path();
    if (!name) return null;
    if (first === "r") {
      const header = second === "comments" || second === "submit" ? null : doc.querySelector(s("pageHeader"));
      if (!header) return null;
      /* In the old layout the title is the document's, the description written out below the name. */
      const author: Author = { handle: `r/${name}`, name: said(header, "pageTitle") || doc.title || name };
      const bio = said(header, "pageBio") || line(header.querySelector(s("pageBioShown"))).slice(0, 1_000);
      if (bio) author.bio = bio;
      return { site: "reddit", kind: "group", author, text: "" };
    }
    const heading = /^(user|u)$/.test(first ?? "") ? doc.querySelector(s("profileName")) : null;
    if (!heading) return null;
    return {
      site: "reddit",
      kind: "profile",
      author: { handle: name, name: line(heading) || name },
      text: "",
    };
  }

  const heading = (): Element | null =>
    page() && doc.querySelector(path()[0] === "r" ? s("pageHeader") : s("profileName"));

  /** What is written in an editor or field, which may stand in a shadow root of its own. */
  const written = (box: Element): string =>
    allAcross(box, s("editor")).map(draftOf).filter(Boolean).join("\n");

  /** What the form of a new post holds: its title, then its text. */
  const newPost = (): string =>
    [...doc.querySelectorAll(s("titleField")), ...doc.querySelectorAll(s("composer"))]
      .map(written)
      .filter(Boolean)
      .join("\n");

  return { ...roles, said, posts, readPost, readComment, page, heading, written, newPost };
}
