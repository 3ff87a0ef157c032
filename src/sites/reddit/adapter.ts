import { allAcross, closestAcross, openRootsIn } from "../../dom/shadow.ts";
import { isDisabled, line, outermostAt } from "../../dom/text.ts";
import type { Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Intent, KeyPress, Site, SiteData } from "../adapter.ts";
import { withPostContext } from "../shared/post-context.ts";
import { isTranslated } from "../shared/translated.ts";
import { redditData, redditReader } from "./reader.ts";
import { places } from "./site.json";

/**
 * Reddit since 2023, with controls in open shadow roots, across which their post is searched, and old.reddit.com, which
 * differs in its data only. Nothing opens away from its post, so nothing has to be remembered.
 */
export function reddit(doc: Document, data: SiteData = redditData): Site {
  const reader = redditReader(data, doc);
  const { selectorOf, isLabel } = reader;

  const entryAt = (el: Element): { anchor: Element; surface: Surface } | null => {
    const anchor = closestAcross(el, `${selectorOf("comment")},${selectorOf("post")}`);
    if (!anchor) return null;
    return {
      anchor,
      surface: anchor.matches(selectorOf("post")) ? reader.readPost(anchor) : reader.readComment(anchor),
    };
  };

  /** Votes; pressing a given vote again undoes it. */
  function voteIntent(action: Action, control: Element): Intent | null {
    const entry = control.getAttribute("aria-pressed") === "true" ? null : entryAt(control);
    return entry && { action, control, anchor: entry.anchor, surfaces: [entry.surface] };
  }

  /** Joins the community of the page, with its heading's description, or another one by its name. */
  function joinIntent(button: Element, control: Element): Intent | null {
    if (button.matches(selectorOf("joined")) || isLabel("joined", buttonLabel(button, control))) return null;
    const page = reader.page();
    const name = reader.attributeOf(button, "joinName");
    const handle = `r/${name}`;
    if (page?.kind === "group" && (!name || page.author?.handle?.toLowerCase() === handle.toLowerCase()))
      return { action: "join", control, surfaces: [page] };
    const surface: Surface = { site: "reddit", kind: "group", author: { handle, name }, text: "" };
    return name ? { action: "join", control, surfaces: [surface] } : null;
  }

  /** Follows a user from the heading of the profile or from a post. */
  function followIntent(button: Element, control: Element): Intent | null {
    /* Translators write the same word for "Follow" and "Following". */
    const isOriginal = !isTranslated(control) && !isTranslated(button);
    if (isOriginal && isLabel("following", buttonLabel(button, control))) return null;
    const entry = entryAt(button);
    if (entry) return { action: "follow", control, anchor: entry.anchor, surfaces: [entry.surface] };
    const page = reader.page();
    return page && { action: "follow", control, surfaces: [page] };
  }

  /** The label of a button, inside its shadow root or slotted into it. */
  const buttonLabel = (button: Element, control: Element): string => line(control) || line(button);

  const draftSurface = (text: string): Surface => ({ site: "reddit", kind: "composer", text });

  /** Sends a comment, or a reply if the composer is inside a comment. */
  function sendIntent(control: Element, composer: Element): Intent | null {
    const text = reader.draftIn(composer);
    if (!text) return null;
    const parent = closestAcross(composer, selectorOf("comment"));
    const post = doc.querySelector(selectorOf("post"));
    if (parent) {
      const surfaces = [reader.readComment(parent), draftSurface(text)];
      return { action: "reply", control, anchor: parent, surfaces };
    }
    if (!post) return publishIntent(control);
    return {
      action: "comment",
      control,
      anchor: post,
      surfaces: [reader.readPost(post), draftSurface(text)],
    };
  }

  /** Publishes a new post; a crossposted one is shown beside the form and counts as well. */
  function publishIntent(control: Element): Intent | null {
    const text = reader.newPostDraft();
    const crosspost = doc.querySelector(selectorOf("post"));
    const surfaces = [
      ...(crosspost ? [reader.readPost(crosspost)] : []),
      ...(text ? [draftSurface(text)] : []),
    ];
    return surfaces.length ? { action: "publish", control, surfaces } : null;
  }

  function press(target: Element): Intent | null {
    const control = closestAcross(target, selectorOf("control"));
    if (!control || isDisabled(control)) return null;
    if (control.matches(selectorOf("like"))) return voteIntent("like", control);
    if (control.matches(selectorOf("dislike"))) return voteIntent("dislike", control);
    if (closestAcross(control, selectorOf("award"))) {
      const entry = entryAt(control);
      return entry && { action: "react", control, anchor: entry.anchor, surfaces: [entry.surface] };
    }
    const joinButton = closestAcross(control, selectorOf("join"));
    if (joinButton) return joinIntent(joinButton, control);
    const followButton = closestAcross(control, selectorOf("follow"));
    if (followButton) return followIntent(followButton, control);
    if (closestAcross(control, selectorOf("publish"))) return publishIntent(control);
    const composer = control.matches(selectorOf("send"))
      ? closestAcross(control, selectorOf("composer"))
      : null;
    return composer && sendIntent(control, composer);
  }

  function key(k: KeyPress, target: Element): Intent | null {
    if (k.composing || k.key !== "Enter" || !k.ctrl) return null;
    const editor = closestAcross(target, selectorOf("editor"));
    const composer = editor && closestAcross(editor, selectorOf("composer"));
    return composer ? sendIntent(editor, composer) : null;
  }

  /** The vote button of a post or comment itself, not of nested comments. */
  const voteOf = (anchor: Element, which: "like" | "dislike"): Element | undefined =>
    allAcross(anchor, selectorOf(which)).find(
      (el) => closestAcross(el, `${selectorOf("comment")},${selectorOf("post")}`) === anchor,
    );

  function findRedrawn({ action, anchor }: Intent): Element | null {
    if ((action !== "like" && action !== "dislike") || !anchor?.isConnected) return null;
    return voteOf(anchor, action) ?? null;
  }

  return withPostContext({
    id: "reddit",
    places,
    press,
    key,
    remember: () => {},
    posts: reader.posts,
    postsIn: (el) => outermostAt(el, selectorOf("post")),
    readPost: reader.readPost,
    page: reader.page,
    heading: reader.heading,
    banner: () => {
      for (const one of reader.selectorsOf("banner")) {
        const bar = doc.querySelector(one);
        if (bar) return bar;
      }
      return null;
    },
    roots: () => openRootsIn(doc),
    actionBar: (post) => (post.shadowRoot ?? post).querySelector(selectorOf("actionBar")),
    pickerOpen: () => false,
    findRedrawn,
    /* The old layout lacks this attribute, so the state is unknown there. */
    actionState(post) {
      const pressed = post && voteOf(post, "like")?.getAttribute("aria-pressed");
      return pressed ? { like: pressed === "true" } : {};
    },
    isDone(intent) {
      const pressed = findRedrawn(intent)?.getAttribute("aria-pressed");
      return pressed ? pressed === "true" : undefined;
    },
  });
}
