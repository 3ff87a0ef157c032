import { cachedReader, line, outermost, outermostAbove, pathOf, plainText } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { SiteData } from "../adapter.ts";
import { withParents } from "../shared/post-context.ts";
import { rolesOf } from "../shared/roles.ts";
import { hosts, labels, selectors } from "./site.json";

export const blueskyData: SiteData = { hosts, selectors, labels };
export type BlueskyRole = keyof typeof selectors;
export type BlueskyLabel = keyof typeof labels;

/** The handle in `/profile/name`; undefined for longer paths, which are posts. */
const handleOf = (link: Element): string | undefined => {
  const parts = pathOf(link)?.parts ?? [];
  return parts.length === 2 && parts[0] === "profile" ? parts[1] : undefined;
};

/** Reads Bluesky's web app by its `data-testid`. */
export function blueskyReader(data: SiteData, doc: Document) {
  const roles = rolesOf<BlueskyRole, BlueskyLabel>(data);
  const { selectorOf } = roles;

  const posts = (): Element[] => outermost(doc, selectorOf("post"));
  const postOf = (el: Element): Element | null => outermostAbove(el, selectorOf("post"));

  /** The test id ends with the author's handle; a link before the post names the account that reposted it. */
  function authorOf(post: Element): Author {
    const handle = /-by-(.+)$/.exec(post.getAttribute("data-testid") ?? "")?.[1];
    if (!handle) return {};
    for (const link of post.querySelectorAll(selectorOf("author"))) {
      const name = link.textContent?.trim() ? line(link) : "";
      if (handleOf(link) === handle && name && !name.startsWith("@")) return { handle, name };
    }
    return { handle, name: handle };
  }

  function readUncached(post: Element): Surface {
    const text = post.querySelector(selectorOf("text"));
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
    return surface;
  }
  /**
   * The main post of a permalink (`/profile/name/post/key`) with its thread. It is the only post without a link to
   * itself; once somebody liked or shared it, it links to the list of those accounts.
   */
  function thread() {
    const [, , place, key] = doc.location.pathname.split("/").filter(Boolean);
    if (place !== "post" || !key) return null;
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

  return { ...roles, posts, postOf, readPost, handleOf, likeButton, page };
}
