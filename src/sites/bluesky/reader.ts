import { cachedReader, line, outermost, outermostAbove, pathOf, plainText } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { SiteData } from "../adapter.ts";
import { answering } from "../shared/post-context.ts";
import { rolesOf } from "../shared/roles.ts";
import { hosts, labels, selectors } from "./site.json";

export const blueskyData: SiteData = { hosts, selectors, labels };
export type BlueskyRole = keyof typeof selectors;
export type BlueskyWord = keyof typeof labels;

/** `/profile/name` and nothing behind it: an account, not one of its posts. */
const handleOf = (link: Element): string | undefined => {
  const parts = pathOf(link)?.parts ?? [];
  return parts.length === 2 && parts[0] === "profile" ? parts[1] : undefined;
};

/** Reads Bluesky's web app by its `data-testid`. */
export function blueskyReader(data: SiteData, doc: Document) {
  const roles = rolesOf<BlueskyRole, BlueskyWord>(data);
  const { s } = roles;

  const posts = (): Element[] => outermost(doc, s("post"));
  const postOf = (el: Element): Element | null => outermostAbove(el, s("post"));

  /** The test id ends with the author's handle; who reposted stands in a link before it. */
  function authorOf(post: Element): Author {
    const handle = /-by-(.+)$/.exec(post.getAttribute("data-testid") ?? "")?.[1];
    if (!handle) return {};
    for (const link of post.querySelectorAll(s("author"))) {
      const name = link.textContent?.trim() ? line(link) : "";
      if (handleOf(link) === handle && name && !name.startsWith("@")) return { handle, name };
    }
    return { handle, name: handle };
  }

  function readAnew(post: Element): Surface {
    const text = post.querySelector(s("text"));
    const surface: Surface = {
      site: "bluesky",
      kind: "post",
      author: authorOf(post),
      text: text ? plainText(text) : "",
    };
    const imageAlt = [...post.querySelectorAll(s("imageAlt"))]
      .filter((img) => !img.closest(s("author")))
      .map((img) => img.getAttribute("alt") ?? "")
      .filter(Boolean);
    if (imageAlt.length) surface.imageAlt = imageAlt;
    return surface;
  }
  /**
   * The post of a permalink (`/profile/name/post/key`) among what it answers and what answers it. It alone has no link to
   * itself, but, once somebody liked or shared it, one to who did.
   */
  function thread() {
    const [, , place, key] = doc.location.pathname.split("/").filter(Boolean);
    if (place !== "post" || !key) return null;
    const all = [...doc.querySelectorAll(s("threadPost"))].filter((el) => !el.closest(s("dialog")));
    const links = (el: Element) => [...el.querySelectorAll("a[href]")].map((a) => pathOf(a)?.parts ?? []);
    const shown =
      all.find((el) => links(el).some(([, , , one]) => one === key)) ??
      all.find((el) => !links(el).some(([, , one]) => one === "post"));
    return shown ? { shown, posts: all } : null;
  }
  const readPost = answering(cachedReader(readAnew, s("author"), s("imageAlt")), thread);

  const likeButton = (post: Element): Element | null => post.querySelector(s("like"));

  function page(): Surface | null {
    const [first, handle, second] = doc.location.pathname.split("/").filter(Boolean);
    const name = first === "profile" && second !== "post" ? doc.querySelector(s("pageName")) : null;
    if (!name || !handle) return null;
    const author: Author = { handle, name: line(name) || handle };
    const bio = doc.querySelector(s("bio"));
    if (bio) author.bio = plainText(bio);
    return { site: "bluesky", kind: "profile", author, text: "" };
  }

  return { ...roles, posts, postOf, readPost, handleOf, likeButton, page };
}
