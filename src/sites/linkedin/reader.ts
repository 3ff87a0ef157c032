import { cachedReader, labelOf, line, outermost, outermostAbove, pathOf, plainText } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { SiteData } from "../adapter.ts";
import { rolesOf } from "../shared/roles.ts";
import { hosts, labels, selectors } from "./site.json";

export const linkedinData: SiteData = { hosts, selectors, labels };
export type LinkedinRole = keyof typeof selectors;
export type LinkedinWord = keyof typeof labels;

/** `/in/name` and `/company/name`. */
const handleOf = (link: Element): string | undefined => {
  const [kind, name] = pathOf(link)?.parts ?? [];
  return kind === "in" || kind === "company" ? name : undefined;
};

/** Reads LinkedIn: the layout of 2026 (`componentkey`, `data-testid`) and the one before it (`data-urn`). */
export function linkedinReader(data: SiteData, doc: Document) {
  const roles = rolesOf<LinkedinRole, LinkedinWord>(data);
  const { s, is } = roles;

  const posts = (): Element[] => outermost(doc, s("post"));
  const postOf = (el: Element): Element | null => outermostAbove(el, s("post"));

  /** The link that holds a line with a name is the author's; links inside of a line say who reacted or follows. */
  function authorOf(root: Element): Author {
    for (const link of root.querySelectorAll(s("author"))) {
      const handle = handleOf(link);
      const name = handle ? line(link.querySelector(s("authorName"))) : "";
      if (handle && name) return { handle, name };
    }
    return {};
  }

  function readAnew(post: Element): Surface {
    const texts = [...post.querySelectorAll(s("text"))];
    const body = texts[0];
    const author = authorOf(post);
    const surface: Surface = {
      site: "linkedin",
      kind: "post",
      author,
      text: body ? plainText(body, "button") : "",
    };
    /* Pictures of accounts are in links to them, the one of the user too. */
    const imageAlt = [...post.querySelectorAll(s("imageAlt"))]
      .filter((img) => !img.closest(s("author")))
      .map((img) => img.getAttribute("alt") ?? "")
      .filter(Boolean);
    if (imageAlt.length) surface.imageAlt = imageAlt;
    if (
      [...post.querySelectorAll("p,span")].some((el) => !el.firstElementChild && is("promoted", labelOf(el)))
    )
      surface.sponsored = true;
    return surface;
  }
  const readPost = cachedReader(readAnew, s("author"), s("imageAlt"));

  /** The button that likes: by its state, or in any language by the thumb's outline, which is there before a reaction. */
  const isReact = (control: Element): boolean =>
    control.matches(s("reactState")) || (!!control.querySelector(s("unreacted")) && !!postOf(control));
  const likeButton = (post: Element): Element | null =>
    post.querySelector(s("reactState")) ?? post.querySelector(s("unreacted"))?.closest(s("control")) ?? null;
  /** Whether a reaction was given already: then pressing takes it back. */
  function isReacted(button: Element): boolean {
    if (button.matches(s("pressed"))) return true;
    const label = labelOf(button);
    if (roles.words("statePrefix").some((word) => label.startsWith(word))) return !is("noReaction", label);
    return !button.querySelector(s("unreacted")) && !button.hasAttribute("aria-pressed");
  }

  /** What a group's or event's page is about. */
  function place(): Surface | null {
    const [kind, id] = doc.location.pathname.split("/").filter(Boolean);
    const name = kind === "groups" || kind === "events" ? line(doc.querySelector(s("pageName"))) : "";
    if (!name || !id) return null;
    return { site: "linkedin", kind: kind === "groups" ? "group" : "event", author: { id, name }, text: "" };
  }

  function page(): Surface | null {
    const [kind, handle] = doc.location.pathname.split("/").filter(Boolean);
    const name = kind === "in" || kind === "company" ? doc.querySelector(s("pageName")) : null;
    if (!name || !handle) return place();
    return {
      site: "linkedin",
      kind: "profile",
      author: { handle, name: line(name) || handle },
      text: "",
    };
  }

  return { ...roles, posts, postOf, readPost, likeButton, isReact, isReacted, authorOf, page };
}
