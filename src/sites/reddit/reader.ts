import { allAcross } from "../../dom/shadow.ts";
import { draftOf, line, outermost, plainText } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { SiteData } from "../adapter.ts";
import { dayOf, localDay } from "../shared/post-day.ts";
import { rolesOf } from "../shared/roles.ts";
import { hosts, labels, selectors } from "./site.json";

export const redditData: SiteData = { hosts, selectors, labels };
export type RedditRole = keyof typeof selectors;
export type RedditLabel = keyof typeof labels;

/** Reads Reddit, whose web components have their data in attributes and the text of posts in slots. */
export function redditReader(data: SiteData, doc: Document) {
  const roles = rolesOf<RedditRole, RedditLabel>(data);
  const { selectorOf, selectorsOf } = roles;

  /** The value of the attribute in the last test of the role's first entry that matches the element. */
  function attributeOf(el: Element, role: RedditRole): string {
    const entry = selectorsOf(role).find((one) => el.matches(one));
    const name = entry && /\[([\w-]+)\]$/.exec(entry)?.[1];
    return (name && el.getAttribute(name)?.trim()) || "";
  }

  const authorOf = (el: Element): Author => {
    const handle = attributeOf(el, "authorName");
    return handle ? { handle, name: handle } : {};
  };

  const posts = (): Element[] => outermost(doc, selectorOf("post"));

  /* Not cached: it reads attributes and one or two slots only. */
  function readPost(post: Element): Surface {
    const title = attributeOf(post, "title") || line(post.querySelector(selectorOf("titleShown")));
    const body = post.querySelector(selectorOf("text"));
    const surface: Surface = {
      site: "reddit",
      kind: "post",
      author: authorOf(post),
      text: [title, body ? plainText(body) : ""].filter(Boolean).join("\n"),
    };
    const inner = passedOn(post);
    if (inner) surface.inner = inner;
    const place = attributeOf(post, "place");
    /* On a user's profile the community is "u/name", which is the author. */
    if (place.startsWith("r/")) surface.page = { kind: "group", handle: place, name: place.slice(2) };
    const imageAlt = [...post.querySelectorAll(selectorOf("imageAlt"))]
      .map((img) => img.getAttribute("alt") ?? "")
      .filter(Boolean);
    if (imageAlt.length) surface.imageAlt = imageAlt;
    if (post.matches(selectorOf("promoted"))) surface.sponsored = true;
    const postedAt = localDay(attributeOf(post, "posted")) ?? dayOf(ownTime(post));
    if (postedAt) surface.postedAt = postedAt;
    return surface;
  }

  /** The post that a crosspost passes on, with the community it comes from. */
  function passedOn(post: Element): Surface | null {
    const title = [...post.querySelectorAll(selectorOf("passedOn"))].map(line).find(Boolean);
    if (!title) return null;
    const from = [...post.querySelectorAll(selectorOf("passedOnPlace"))]
      .map((link) => /^\/(r\/\w+)\/?$/.exec(link.getAttribute("href") ?? "")?.[1])
      .find(Boolean);
    const author = from ? { handle: from, name: from.slice(2) } : {};
    return { site: "reddit", kind: "post", author, text: title };
  }

  /** The time of an entry itself, not of its replies; the old layout shows it beside the name. */
  const ownTime = (el: Element): Element | undefined =>
    [...el.querySelectorAll(selectorOf("time"))].find(
      (time) => time.closest(`${selectorOf("comment")},${selectorOf("post")}`) === el,
    );

  /** Reads a comment without its replies, which are nested in it. */
  function readComment(comment: Element): Surface {
    const own = [...comment.querySelectorAll(selectorOf("commentText"))].find(
      (el) => el.closest(selectorOf("comment")) === comment,
    );
    const post = doc.querySelector(selectorOf("post"));
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

  /** The community or user whose page this is; null on other pages, including a single post. */
  function page(): Surface | null {
    const [first, name, second] = path();
    if (!name) return null;
    if (first === "r") {
      const header =
        second === "comments" || second === "submit" ? null : doc.querySelector(selectorOf("pageHeader"));
      if (!header) return null;
      /* The old layout has the title in the document and the description below the name. */
      const author: Author = {
        handle: `r/${name}`,
        name: attributeOf(header, "pageTitle") || doc.title || name,
      };
      const bio =
        attributeOf(header, "pageBio") ||
        line(header.querySelector(selectorOf("pageBioShown"))).slice(0, 1_000);
      if (bio) author.bio = bio;
      return { site: "reddit", kind: "group", author, text: "" };
    }
    const heading = /^(user|u)$/.test(first ?? "") ? doc.querySelector(selectorOf("profileName")) : null;
    if (!heading) return null;
    return {
      site: "reddit",
      kind: "profile",
      author: { handle: name, name: line(heading) || name },
      text: "",
    };
  }

  const heading = (): Element | null =>
    page() && doc.querySelector(path()[0] === "r" ? selectorOf("pageHeader") : selectorOf("profileName"));

  /** The draft in an editor or field, which may be in a shadow root of its own. */
  const draftIn = (box: Element): string =>
    allAcross(box, selectorOf("editor")).map(draftOf).filter(Boolean).join("\n");

  /** The title and the text of a new post. */
  const newPostDraft = (): string =>
    [...doc.querySelectorAll(selectorOf("titleField")), ...doc.querySelectorAll(selectorOf("composer"))]
      .map(draftIn)
      .filter(Boolean)
      .join("\n");

  return { ...roles, attributeOf, posts, readPost, readComment, page, heading, draftIn, newPostDraft };
}
