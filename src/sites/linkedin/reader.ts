import { cachedReader, labelOf, line, outermost, outermostAbove, pathOf, plainText } from "../../dom/text.ts";
import type { Author, Surface } from "../../domain/assessment.ts";
import type { SiteData } from "../adapter.ts";
import { rolesOf } from "../shared/roles.ts";
import { hosts, labels, selectors } from "./site.json";

export const linkedinData: SiteData = { hosts, selectors, labels };
export type LinkedinRole = keyof typeof selectors;
export type LinkedinLabel = keyof typeof labels;

/** `/in/name` and `/company/name`. */
const handleOf = (link: Element): string | undefined => {
  const [kind, name] = pathOf(link)?.parts ?? [];
  return kind === "in" || kind === "company" ? name : undefined;
};

/** Reads LinkedIn: the layout of 2026 (`componentkey`, `data-testid`) and the one before it (`data-urn`). */
export function linkedinReader(data: SiteData, doc: Document) {
  const roles = rolesOf<LinkedinRole, LinkedinLabel>(data);
  const { selectorOf, isLabel } = roles;

  const posts = (): Element[] => outermost(doc, selectorOf("post"));
  const postOf = (el: Element): Element | null => outermostAbove(el, selectorOf("post"));

  /** The author's link contains a line with the name; links inside a line name accounts that reacted or follow. */
  function authorOf(root: Element): Author {
    for (const link of root.querySelectorAll(selectorOf("author"))) {
      const handle = handleOf(link);
      const name = handle ? line(link.querySelector(selectorOf("authorName"))) : "";
      if (handle && name) return { handle, name };
    }
    return {};
  }

  function readUncached(post: Element): Surface {
    const texts = [...post.querySelectorAll(selectorOf("text"))];
    const body = texts[0];
    const author = authorOf(post);
    const surface: Surface = {
      site: "linkedin",
      kind: "post",
      author,
      text: body ? plainText(body, "button") : "",
    };
    /* Profile pictures, the user's own included, are inside profile links. */
    const imageAlt = [...post.querySelectorAll(selectorOf("imageAlt"))]
      .filter((img) => !img.closest(selectorOf("author")))
      .map((img) => img.getAttribute("alt") ?? "")
      .filter(Boolean);
    if (imageAlt.length) surface.imageAlt = imageAlt;
    if (
      [...post.querySelectorAll("p,span")].some(
        (el) => !el.firstElementChild && isLabel("promoted", labelOf(el)),
      )
    )
      surface.sponsored = true;
    return surface;
  }
  const readPost = cachedReader(readUncached, selectorOf("author"), selectorOf("imageAlt"));

  /** True for the like button: by its state or, in any language, by the thumb's outline, shown before a reaction. */
  const isReactButton = (control: Element): boolean =>
    control.matches(selectorOf("reactState")) ||
    (!!control.querySelector(selectorOf("unreacted")) && !!postOf(control));
  const likeButton = (post: Element): Element | null =>
    post.querySelector(selectorOf("reactState")) ??
    post.querySelector(selectorOf("unreacted"))?.closest(selectorOf("control")) ??
    null;
  /** True if the user has reacted: then pressing undoes the reaction. */
  function isReacted(button: Element): boolean {
    if (button.matches(selectorOf("pressed"))) return true;
    const label = labelOf(button);
    if (roles.labelsOf("statePrefix").some((word) => label.startsWith(word)))
      return !isLabel("noReaction", label);
    return !button.querySelector(selectorOf("unreacted")) && !button.hasAttribute("aria-pressed");
  }

  /** The group or event whose page this is. */
  function groupOrEvent(): Surface | null {
    const [kind, id] = doc.location.pathname.split("/").filter(Boolean);
    const name =
      kind === "groups" || kind === "events" ? line(doc.querySelector(selectorOf("pageName"))) : "";
    if (!name || !id) return null;
    return { site: "linkedin", kind: kind === "groups" ? "group" : "event", author: { id, name }, text: "" };
  }

  function page(): Surface | null {
    const [kind, handle] = doc.location.pathname.split("/").filter(Boolean);
    const name = kind === "in" || kind === "company" ? doc.querySelector(selectorOf("pageName")) : null;
    if (!name || !handle) return groupOrEvent();
    return {
      site: "linkedin",
      kind: "profile",
      author: { handle, name: line(name) || handle },
      text: "",
    };
  }

  return { ...roles, posts, postOf, readPost, likeButton, isReactButton, isReacted, authorOf, page };
}
