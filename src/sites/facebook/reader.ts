import {
  cachedReader,
  closestAncestor,
  line,
  outermost,
  outermostAbove,
  pathOf,
  plainText,
} from "../../dom/text.ts";
import type { Author, Page, Surface } from "../../domain/assessment.ts";
import type { SiteData } from "../adapter.ts";
import { rolesOf } from "../shared/roles.ts";
import { hosts, labels, places, selectors } from "./site.json";

/** Without the evidence in the same file, so that the script does not contain it. */
export const facebookData: SiteData = { hosts, selectors, labels };
export type FacebookRole = keyof typeof selectors;
export type FacebookLabel = keyof typeof labels;

/** True if this first path segment belongs to the site and is no account. */
const PROFILE = /* @__PURE__ */ new RegExp(places.profile);
const isReservedPath = (first: string): boolean => !PROFILE.test(`/${first}`);

/** The handle or id in an address of the site. */
export function accountAt(at: ReturnType<typeof pathOf>): Author {
  if (!at) return {};
  const [first, second, third] = at.parts;
  if (!first) return {};
  const id = at.query.get("id");
  if (first === "profile.php") return id ? { id, url: at.url } : {};
  if (first === "people" && third) return { id: third, url: at.url };
  if (first === "groups" && at.parts[2] === "user" && at.parts[3]) return { id: at.parts[3] };
  if (first === "groups" && second) return { handle: second, url: at.url };
  if (first === "pages" && third) return { id: third };
  return isReservedPath(first) ? {} : { handle: first, url: at.url };
}

/** Reads Facebook's DOM of 2021 to 2026 into plain values. */
export function facebookReader(data: SiteData, doc: Document) {
  const { selectorOf, selectorsOf, isLabel, labelsOf } = rolesOf<FacebookRole, FacebookLabel>(data);
  const POST = selectorOf("post");
  const LIKE_CONTROLS = [
    selectorOf("likeAnchor"),
    ...[...labelsOf("like"), ...labelsOf("unlike")].map(labelSelector),
  ].join();

  /** The handle or id in a profile link. A link with nothing but a tracking query has none until it is hovered. */
  const accountOf = (link: Element | null): Author => accountAt(pathOf(link));

  const postOf = (el: Element): Element | null => {
    const post = outermostAbove(el, POST);
    if (post) return post;
    for (
      let at = el.closest(selectorOf("theatre"));
      at;
      at = at.parentElement?.closest(selectorOf("theatre")) ?? null
    ) {
      if (
        at.querySelector(selectorOf("author")) &&
        at.querySelector(`${selectorOf("text")},${LIKE_CONTROLS}`)
      )
        return at;
    }
    return unmarkedPosts().find((one) => one.contains(el)) ?? null;
  };

  /** Posts without a marker (reels, and feeds of some users): the part that contains a like button and an author. */
  function unmarkedPosts(): Element[] {
    const found = new Set<Element>();
    for (const like of doc.querySelectorAll(LIKE_CONTROLS)) {
      if (like.closest(`${POST},${selectorOf("comment")},${selectorOf("pageActions")}`)) continue;
      const container = closestAncestor(
        like,
        (el) => !!el.querySelector(`${selectorOf("author")},${selectorOf("main")},${POST}`),
      );
      if (
        container &&
        !container.matches(selectorOf("main")) &&
        !container.querySelector(`${selectorOf("main")},${POST}`)
      )
        found.add(container);
    }
    return [...found];
  }

  const commentOf = (el: Element): Element | null => {
    const comment = el.closest(selectorOf("comment"));
    return comment && !comment.matches(POST) && comment.parentElement && postOf(comment.parentElement)
      ? comment
      : null;
  };

  function readMobile(post: Element): Surface | null {
    const areas = [...post.querySelectorAll(selectorOf("mobileText"))].map(line).filter(Boolean);
    if (areas.length === 0) return null;
    const text = areas.slice(1).reduce((a, b) => (b.length > a.length ? b : a), "");
    return { site: "facebook", kind: "post", author: { name: areas[0] }, text };
  }

  function readPost(post: Element): Surface {
    if (!post.querySelector(selectorOf("text")) && post.querySelector(selectorOf("mobileText"))) {
      const mobile = readMobile(post);
      if (mobile) return mobile;
    }
    const inComment = (el: Element) => {
      const c = el.closest(selectorOf("comment"));
      return !!c && c !== post && post.contains(c);
    };
    const names = outermost(post, selectorOf("author")).filter((el) => !inComment(el) && line(el));
    const texts = outermost(post, selectorOf("text")).filter((el) => !inComment(el));
    const people = distinct(names);
    const [first] = people;
    let author: Author = first ? { name: line(first), ...accountOf(first) } : {};
    let page: Page | undefined;
    /* Names beside the author ("with", "at") are no authors of a shared post. */
    const others = people.filter((el) => el === first || authorLineOf(el) !== authorLineOf(first!));
    let innerName = others[1];
    const [place, , kind] = pathOf(first ?? null)?.parts ?? [];
    if (first && place === "groups" && kind !== "user") {
      const member = [...post.querySelectorAll(selectorOf("groupMember"))].find(
        (a) => !inComment(a) && line(a),
      );
      page = { ...author, kind: "group" };
      author = member ? { name: line(member), ...accountOf(member) } : {};
      if (innerName && member && line(innerName) === line(member)) innerName = others[2];
    }
    const order = [...post.querySelectorAll(`${selectorOf("author")},${selectorOf("text")}`)];
    const isAfter = (a: Element, b: Element) => order.indexOf(b) > order.indexOf(a);
    const ownText = texts.find((t) => !innerName || !isAfter(innerName, t));
    const innerText = texts.find((t) => t !== ownText && innerName && isAfter(innerName, t));
    const surface: Surface = {
      site: "facebook",
      kind: "post",
      author,
      text: ownText ? plainText(ownText, '[role="button"]') : texts.length ? "" : unmarkedText(post),
      imageAlt: [...post.querySelectorAll(selectorOf("imageAlt"))]
        .filter((el) => !inComment(el))
        .map((el) => el.getAttribute("alt") ?? el.getAttribute("aria-label") ?? "")
        .filter((alt) => alt.length > 2),
    };
    if (page) surface.page = page;
    if (innerName && (innerText || innerName !== first)) {
      surface.inner = {
        site: "facebook",
        kind: "post",
        author: { name: line(innerName), ...accountOf(innerName) },
        text: innerText ? plainText(innerText, '[role="button"]') : "",
      };
    }
    const header = ownText ?? first;
    if (
      header &&
      [...post.querySelectorAll(selectorOf("sponsoredMark"))].some((a) => isLabel("sponsored", line(a)))
    )
      surface.sponsored = true;
    return surface;
  }

  /**
   * In a viewer the text of a post has no marker: it is the longest text outside names, buttons, headings and comments.
   */
  function unmarkedText(post: Element): string {
    const bodies = post.matches(POST)
      ? []
      : outermost(post, selectorOf("commentBody")).filter(
          (el) => !el.closest(`a,[role="button"],form,${selectorOf("authorLine")},${selectorOf("comment")}`),
        );
    return bodies.map((el) => plainText(el)).reduce((a, b) => (b.length > a.length ? b : a), "");
  }

  function readComment(comment: Element, post: Element | null): Surface {
    const link = [...comment.querySelectorAll("a[href]")].find((a) => line(a)) ?? null;
    const bodies = outermost(comment, selectorOf("commentBody")).filter(
      (el) => !el.closest('a,[role="button"]'),
    );
    return {
      site: "facebook",
      kind: "comment",
      author: link ? { name: line(link), ...accountOf(link) } : {},
      text: bodies.map((el) => plainText(el)).join("\n"),
      parent: post ? readPost(post) : undefined,
    };
  }

  /** The page, group or event whose heading the document shows. */
  function page(): Surface | null {
    /*
     * The address is checked first: in a feed the search for a heading would visit the whole document for every post.
     */
    const [first, second] = doc.location.pathname.split("/").filter(Boolean);
    const name = first ? line(doc.querySelector(selectorOf("pageName"))) : "";
    if (!name || !first) return null;
    const category = line(doc.querySelector(selectorOf("pageCategory"))).slice(0, 200);
    const kind = first === "groups" ? "group" : first === "events" ? "event" : "profile";
    const id = new URLSearchParams(doc.location.search).get("id") ?? undefined;
    const who: Author =
      kind !== "profile"
        ? { name, id: second }
        : first === "profile.php"
          ? { name, id }
          : isReservedPath(first)
            ? { name }
            : { name, handle: first };
    if (category) who.category = category;
    return { site: "facebook", kind, author: who, text: kind === "event" ? eventText() : "" };
  }

  function eventText(): string {
    const main = doc.querySelector(selectorOf("main"));
    return main ? plainText(main, '[role="button"],a').slice(0, 4000) : "";
  }

  /** The line that contains an author: an element marked as such, or the heading. */
  const authorLineOf = (el: Element) =>
    selectorsOf("authorLine").reduce<Element | null>((line, one) => line ?? el.closest(one), null);

  return {
    readPost: cachedReader(readPost, selectorOf("author")),
    readComment,
    page,
    postOf,
    commentOf,
    accountOf,
    unmarkedPosts,
    POST,
  };
}

const labelSelector = (word: string): string => `[role="button"][aria-label=${JSON.stringify(word)}]`;

/** Consecutive links with the same name (avatar, name) lead to the same account: only the first is kept. */
function distinct(links: Element[]): Element[] {
  const out: Element[] = [];
  for (const el of links) if (!out.some((o) => line(o) === line(el))) out.push(el);
  return out;
}
