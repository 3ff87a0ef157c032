import { allAcross, closestAcross, openRootsIn } from "../../dom/shadow.ts";
import { isDisabled, line, outermostAt } from "../../dom/text.ts";
import type { Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Intent, Key, Site, SiteData } from "../adapter.ts";
import { situated } from "../shared/post-context.ts";
import { redditData, redditReader } from "./reader.ts";
import { places } from "./site.json";

/**
 * Reddit, as it is since 2023 (its controls stand in open shadow roots: what a control belongs to is found along the
 * event's own path) and as it was before (old.reddit.com), which differs in its data alone. Nothing opens elsewhere than where it was asked for, so nothing has to be remembered.
 */
export function reddit(doc: Document, data: SiteData = redditData): Site {
  const read = redditReader(data, doc);
  const { s, is } = read;

  const shown = (el: Element): { anchor: Element; surface: Surface } | null => {
    const anchor = closestAcross(el, `${s("comment")},${s("post")}`);
    if (!anchor) return null;
    return { anchor, surface: anchor.matches(s("post")) ? read.readPost(anchor) : read.readComment(anchor) };
  };

  /** Voting; the vote that is given already takes itself back. */
  function vote(action: Action, control: Element): Intent | null {
    const on = control.getAttribute("aria-pressed") === "true" ? null : shown(control);
    return on && { action, control, anchor: on.anchor, surfaces: [on.surface] };
  }

  /** Joining a community: that of the page with what its head tells, any other by its name. */
  function join(button: Element, control: Element): Intent | null {
    if (button.matches(s("joined")) || is("joined", word(button, control))) return null;
    const page = read.page();
    const name = read.said(button, "joinName");
    const handle = `r/${name}`;
    if (page?.kind === "group" && (!name || page.author?.handle?.toLowerCase() === handle.toLowerCase()))
      return { action: "join", control, surfaces: [page] };
    const surface: Surface = { site: "reddit", kind: "group", author: { handle, name }, text: "" };
    return name ? { action: "join", control, surfaces: [surface] } : null;
  }

  /** Following a user, from the head of their page or from one of their posts. */
  function follow(button: Element, control: Element): Intent | null {
    if (is("following", word(button, control))) return null;
    const on = shown(button);
    if (on) return { action: "follow", control, anchor: on.anchor, surfaces: [on.surface] };
    const page = read.page();
    return page && { action: "follow", control, surfaces: [page] };
  }

  /** What a button says: in its shadow root, or slotted into it. */
  const word = (button: Element, control: Element): string => line(control) || line(button);

  const draft = (text: string): Surface => ({ site: "reddit", kind: "composer", text });

  /** Sending a comment or an answer, which stands inside of the comment it answers. */
  function send(control: Element, composer: Element): Intent | null {
    const text = read.written(composer);
    if (!text) return null;
    const answered = closestAcross(composer, s("comment"));
    const post = doc.querySelector(s("post"));
    if (answered) {
      const surfaces = [read.readComment(answered), draft(text)];
      return { action: "reply", control, anchor: answered, surfaces };
    }
    if (!post) return publish(control);
    return { action: "comment", control, anchor: post, surfaces: [read.readPost(post), draft(text)] };
  }

  /** A new post; where it passes on another one, that is shown beside the form and counts, too. */
  function publish(control: Element): Intent | null {
    const text = read.newPost();
    const passedOn = doc.querySelector(s("post"));
    const surfaces = [...(passedOn ? [read.readPost(passedOn)] : []), ...(text ? [draft(text)] : [])];
    return surfaces.length ? { action: "publish", control, surfaces } : null;
  }

  function press(target: Element): Intent | null {
    const control = closestAcross(target, s("control"));
    if (!control || isDisabled(control)) return null;
    if (control.matches(s("like"))) return vote("like", control);
    if (control.matches(s("dislike"))) return vote("dislike", control);
    const joins = closestAcross(control, s("join"));
    if (joins) return join(joins, control);
    const follows = closestAcross(control, s("follow"));
    if (follows) return follow(follows, control);
    if (closestAcross(control, s("publish"))) return publish(control);
    const composer = control.matches(s("send")) ? closestAcross(control, s("composer")) : null;
    return composer && send(control, composer);
  }

  function key(k: Key, target: Element): Intent | null {
    if (k.composing || k.key !== "Enter" || !k.ctrl) return null;
    const editor = closestAcross(target, s("editor"));
    const composer = editor && closestAcross(editor, s("composer"));
    return composer ? send(editor, composer) : null;
  }

  /** The vote of a post or comment itself, not of those inside of it. */
  const voteOf = (anchor: Element, which: "like" | "dislike"): Element | undefined =>
    allAcross(anchor, s(which)).find((el) => closestAcross(el, `${s("comment")},${s("post")}`) === anchor);

  function again({ action, anchor }: Intent): Element | null {
    if ((action !== "like" && action !== "dislike") || !anchor?.isConnected) return null;
    return voteOf(anchor, action) ?? null;
  }

  return situated({
    id: "reddit",
    places,
    press,
    key,
    remember: () => {},
    posts: read.posts,
    postsIn: (el) => outermostAt(el, s("post")),
    readPost: read.readPost,
    page: read.page,
    heading: read.heading,
    banner: () => {
      for (const one of read.each("banner")) {
        const bar = doc.querySelector(one);
        if (bar) return bar;
      }
      return null;
    },
    roots: () => openRootsIn(doc),
    actionBar: (post) => (post.shadowRoot ?? post).querySelector(s("actionBar")),
    pickerOpen: () => false,
    again,
    /* The old layout has no such attribute: there it cannot be told. */
    actionState(post) {
      const pressed = post && voteOf(post, "like")?.getAttribute("aria-pressed");
      return pressed ? { like: pressed === "true" } : {};
    },
    done(intent) {
      const pressed = again(intent)?.getAttribute("aria-pressed");
      return pressed ? pressed === "true" : undefined;
    },
  });
}
