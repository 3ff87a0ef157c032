import {
  cachedReader,
  closestAncestor,
  line,
  outermost,
  outermostAbove,
  pathOf,
  plainText,
} from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { SiteData } from "../adapter.ts";
import { rolesOf } from "../shared/roles.ts";
import { withParents } from "../shared/thread.ts";
import { hosts, labels, selectors } from "./site.json";

export const blueskyData: SiteData = { hosts, selectors, labels };
export type BlueskyRole = keyof typeof selectors;
export type BlueskyLabel = keyof typeof labels;

/** The handle in `/profile/name`; undefined for longer paths, which are posts. */
const handleOf = (link: Element): string | undefined => {
  const parts = pathOf(link)?.parts ?? [];
  return parts.length === 2 && parts[0] === "profile" ? parts[1] : undefined;
};

/** The handle in the address of a post, `/profile/name/post/key`. */
const posterOf = (link: Element): string | undefined => {
  const [first, handle, place] = pathOf(link)?.parts ?? [];
  return first === "profile" && place === "post" ? handle : undefined;
};

/** Reads Bluesky's web app by its `data-testid`. */
export function blueskyReader(data: SiteData, doc: Document) {
  const roles = rolesOf<BlueskyRole, BlueskyLabel>(data);
  const { selectorOf } = roles;
  const all = (root: ParentNode, role: BlueskyRole) => [...root.querySelectorAll(selectorOf(role))];

  const posts = (): Element[] => outermost(doc, selectorOf("post"));
  const postOf = (el: Element): Element | null => outermostAbove(el, selectorOf("post"));

  /** The name shown in a box: the first words that are neither a handle nor a button's. */
  const nameIn = (box: Element): string =>
    all(box, "words")
      .filter((el) => !el.closest(selectorOf("control")))
      .map(line)
      .find((words) => words && !words.startsWith("@")) ?? "";

  /**
   * The test id ends with the author's handle; without one, the first link to a post names it. A link before the post
   * names the account that reposted it.
   */
  function authorOf(post: Element): Author {
    const links = all(post, "author");
    const handle =
      /-by-(.+)$/.exec(post.getAttribute("data-testid") ?? "")?.[1] ?? links.map(posterOf).find(Boolean);
    if (!handle) return {};
    for (const link of links) {
      const name = link.textContent?.trim() ? line(link) : "";
      if (handleOf(link) === handle && name && !name.startsWith("@")) return { handle, name };
    }
    return { handle, name: handle };
  }

  /** The quoted post, which is a link without an address; cards of feeds and lists look alike but have no such words. */
  const quoteIn = (post: Element): Element | undefined =>
    all(post, "quoted").find((box) => box !== post && box.querySelector(selectorOf("text")));

  function readQuote(quote: Element): Surface {
    const handle = all(quote, "words")
      .map(line)
      .find((words) => words.startsWith("@"))
      ?.slice(1);
    return {
      site: "bluesky",
      kind: "post",
      author: { handle, name: nameIn(quote) || handle },
      text: plainText(quote.querySelector(selectorOf("text"))!),
    };
  }

  function readUncached(post: Element): Surface {
    const quote = quoteIn(post);
    const text = all(post, "text").find((el) => !quote?.contains(el));
    const surface: Surface = {
      site: "bluesky",
      kind: "post",
      author: authorOf(post),
      text: text ? plainText(text) : "",
    };
    const imageAlt = [...post.querySelectorAll(selectorOf("imageAlt"))]
      .filter((img) => !img.closest(selectorOf("author")))
      .map((img) => img.getAttribute("alt") ?? "")
      .filter(Boolean);
    if (imageAlt.length) surface.imageAlt = imageAlt;
    if (quote) surface.inner = readQuote(quote);
    return surface;
  }
  /**
   * The main post of a permalink (`/profile/name/post/key`) with its thread. It is the only post without a link to
   * itself; once somebody liked or shared it, it links to the list of those accounts.
   */
  function thread() {
    const [, , place, key, list] = doc.location.pathname.split("/").filter(Boolean);
    if (place !== "post" || !key || list) return null;
    const all = [...doc.querySelectorAll(selectorOf("threadPost"))].filter(
      (el) => !el.closest(selectorOf("dialog")),
    );
    const links = (el: Element) => [...el.querySelectorAll("a[href]")].map((a) => pathOf(a)?.parts ?? []);
    const mainPost =
      all.find((el) => links(el).some(([, , , one]) => one === key)) ??
      all.find((el) => !links(el).some(([, , one]) => one === "post"));
    return mainPost ? { mainPost, posts: all } : null;
  }
  const readPost = withParents(
    cachedReader(readUncached, selectorOf("author"), selectorOf("imageAlt")),
    thread,
  );

  const likeButton = (post: Element): Element | null => post.querySelector(selectorOf("like"));

  function page(): Surface | null {
    const [first, handle, second] = doc.location.pathname.split("/").filter(Boolean);
    const name = first === "profile" && second !== "post" ? doc.querySelector(selectorOf("pageName")) : null;
    if (!name || !handle) return null;
    const author: Author = { handle, name: line(name) || handle };
    const bio = doc.querySelector(selectorOf("bio"));
    if (bio) author.bio = plainText(bio);
    return { site: "bluesky", kind: "profile", author, text: "" };
  }

  /** The handles to which a box, or the link that it is, leads. */
  const linksIn = (box: Element) =>
    (box.matches(selectorOf("author")) ? [box] : all(box, "author")).map(handleOf).filter(Boolean);

  /**
   * The account in a row of a list or on a card, around a control in it: the nearest box that shows its handle, else
   * that links to it. Rows are links themselves, with their bio below.
   */
  function accountAround(control: Element): Surface | null {
    const showsHandle = (box: Element) => all(box, "words").some((el) => line(el).startsWith("@"));
    const box =
      closestAncestor(control, (up) => linksIn(up).length > 0 && showsHandle(up)) ??
      closestAncestor(control, (up) => linksIn(up).length > 0);
    const handle = box && linksIn(box)[0];
    if (!handle) return null;
    const author: Author = { handle, name: nameIn(box) || handle };
    const bio = (box.closest(selectorOf("author")) ?? box).querySelector(selectorOf("text"));
    if (bio) author.bio = plainText(bio);
    return { site: "bluesky", kind: "profile", author, text: "" };
  }

  const linksToAccount = (box: Element): boolean => linksIn(box).length > 0;

  return { ...roles, posts, postOf, readPost, linksToAccount, accountAround, likeButton, page, thread };
}
