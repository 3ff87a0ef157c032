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

/** Only what a page needs: the evidence beside it in the file is left out of the script. */
export const facebookData: SiteData = { hosts, selectors, labels };
export type FacebookRole = keyof typeof selectors;
export type FacebookWord = keyof typeof labels;

/** Is this first segment of a path the site's own, the name of no account? */
const PROFILE = /* @__PURE__ */ new RegExp(places.profile);
const isFacebookOwn = (first: string): boolean => !PROFILE.test(`/${first}`);

/** Handle or id that an address of the site names. */
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
  return isFacebookOwn(first) ? {} : { handle: first, url: at.url };
}

/** Reads Facebook's DOM of 2021 to 2026 into plain values. */
export function facebookReader(data: SiteData, doc: Document) {
  const { s, each, is, words } = rolesOf<FacebookRole, FacebookWord>(data);
  const POST = s("post");
  const LIKES = [s("likeAnchor"), ...[...words("like"), ...words("unlike")].map(labelled)].join();

  /** Handle or id from a profile link. Addresses that only hold a tracking query are empty until hovered. */
  const account = (link: Element | null): Author => accountAt(pathOf(link));

  const postOf = (el: Element): Element | null => {
    const post = outermostAbove(el, POST);
    if (post) return post;
    for (let at = el.closest(s("theatre")); at; at = at.parentElement?.closest(s("theatre")) ?? null) {
      if (at.querySelector(s("author")) && at.querySelector(`${s("text")},${LIKES}`)) return at;
    }
    return unmarked().find((one) => one.contains(el)) ?? null;
  };

  /** Posts that nothing marks as one (reels, and what some users are shown): what a like button and an author stand in. */
  function unmarked(): Element[] {
    const found = new Set<Element>();
    for (const like of doc.querySelectorAll(LIKES)) {
      if (like.closest(`${POST},${s("comment")},${s("pageActions")}`)) continue;
      const up = closestAncestor(like, (el) => !!el.querySelector(`${s("author")},${s("main")},${POST}`));
      if (up && !up.matches(s("main")) && !up.querySelector(`${s("main")},${POST}`)) found.add(up);
    }
    return [...found];
  }

  const commentOf = (el: Element): Element | null => {
    const comment = el.closest(s("comment"));
    return comment && !comment.matches(POST) && comment.parentElement && postOf(comment.parentElement)
      ? comment
      : null;
  };

  function readMobile(post: Element): Surface | null {
    const areas = [...post.querySelectorAll(s("mobileText"))].map(line).filter(Boolean);
    if (areas.length === 0) return null;
    const text = areas.slice(1).reduce((a, b) => (b.length > a.length ? b : a), "");
    return { site: "facebook", kind: "post", author: { name: areas[0] }, text };
  }

  function readPost(post: Element): Surface {
    if (!post.querySelector(s("text")) && post.querySelector(s("mobileText"))) {
      const mobile = readMobile(post);
      if (mobile) return mobile;
    }
    const inComment = (el: Element) => {
      const c = el.closest(s("comment"));
      return !!c && c !== post && post.contains(c);
    };
    const names = outermost(post, s("author")).filter((el) => !inComment(el) && line(el));
    const texts = outermost(post, s("text")).filter((el) => !inComment(el));
    const people = distinct(names);
    const [first] = people;
    let author: Author = first ? { name: line(first), ...account(first) } : {};
    let page: Page | undefined;
    /* Who stands beside the author, "with" or "at" whom something was, has shared nothing. */
    const others = people.filter((el) => el === first || lineOf(el) !== lineOf(first!));
    let innerName = others[1];
    const [place, , kind] = pathOf(first ?? null)?.parts ?? [];
    if (first && place === "groups" && kind !== "user") {
      const member = [...post.querySelectorAll(s("groupMember"))].find((a) => !inComment(a) && line(a));
      page = { ...author, kind: "group" };
      author = member ? { name: line(member), ...account(member) } : {};
      if (innerName && member && line(innerName) === line(member)) innerName = others[2];
    }
    const order = [...post.querySelectorAll(`${s("author")},${s("text")}`)];
    const after = (a: Element, b: Element) => order.indexOf(b) > order.indexOf(a);
    const own = texts.find((t) => !innerName || !after(innerName, t));
    const rest = texts.find((t) => t !== own && innerName && after(innerName, t));
    const surface: Surface = {
      site: "facebook",
      kind: "post",
      author,
      text: own ? plainText(own, '[role="button"]') : texts.length ? "" : unmarkedText(post),
      imageAlt: [...post.querySelectorAll(s("imageAlt"))]
        .filter((el) => !inComment(el))
        .map((el) => el.getAttribute("alt") ?? el.getAttribute("aria-label") ?? "")
        .filter((alt) => alt.length > 2),
    };
    if (page) surface.page = page;
    if (innerName && (rest || innerName !== first)) {
      surface.inner = {
        site: "facebook",
        kind: "post",
        author: { name: line(innerName), ...account(innerName) },
        text: rest ? plainText(rest, '[role="button"]') : "",
      };
    }
    const header = own ?? first;
    if (header && [...post.querySelectorAll(s("sponsoredMark"))].some((a) => is("sponsored", line(a))))
      surface.sponsored = true;
    return surface;
  }

  /** In a viewer the words of a post bear no mark: the longest that are neither name, button, heading nor comment. */
  function unmarkedText(post: Element): string {
    const said = post.matches(POST)
      ? []
      : outermost(post, s("commentBody")).filter(
          (el) => !el.closest(`a,[role="button"],form,${s("authorLine")},${s("comment")}`),
        );
    return said.map((el) => plainText(el)).reduce((a, b) => (b.length > a.length ? b : a), "");
  }

  function readComment(comment: Element, post: Element | null): Surface {
    const link = [...comment.querySelectorAll("a[href]")].find((a) => line(a)) ?? null;
    const bodies = outermost(comment, s("commentBody")).filter((el) => !el.closest('a,[role="button"]'));
    return {
      site: "facebook",
      kind: "comment",
      author: link ? { name: line(link), ...account(link) } : {},
      text: bodies.map((el) => plainText(el)).join("\n"),
      parent: post ? readPost(post) : undefined,
    };
  }

  /** The page, group or event whose header the document shows. */
  function page(): Surface | null {
    /* The address first: a feed has none, and the whole of it would be searched for every post. */
    const [first, second] = doc.location.pathname.split("/").filter(Boolean);
    const name = first ? line(doc.querySelector(s("pageName"))) : "";
    if (!name || !first) return null;
    const category = line(doc.querySelector(s("pageCategory"))).slice(0, 200);
    const kind = first === "groups" ? "group" : first === "events" ? "event" : "profile";
    const id = new URLSearchParams(doc.location.search).get("id") ?? undefined;
    const who: Author =
      kind !== "profile"
        ? { name, id: second }
        : first === "profile.php"
          ? { name, id }
          : isFacebookOwn(first)
            ? { name }
            : { name, handle: first };
    if (category) who.category = category;
    return { site: "facebook", kind, author: who, text: kind === "event" ? eventText() : "" };
  }

  function eventText(): string {
    const main = doc.querySelector(s("main"));
    return main ? plainText(main, '[role="button"],a').slice(0, 4000) : "";
  }

  /** The line an author stands in: the part marked as one, else the heading. */
  const lineOf = (el: Element) =>
    each("authorLine").reduce<Element | null>((line, one) => line ?? el.closest(one), null);

  return {
    readPost: cachedReader(readPost, s("author")),
    readComment,
    page,
    postOf,
    commentOf,
    account,
    unmarked,
    POST,
  };
}

const labelled = (word: string): string => `[role="button"][aria-label=${JSON.stringify(word)}]`;

/** Links of the same person follow each other (avatar, name): keep the first of each. */
function distinct(links: Element[]): Element[] {
  const out: Element[] = [];
  for (const el of links) if (!out.some((o) => line(o) === line(el))) out.push(el);
  return out;
}
