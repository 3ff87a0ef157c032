import { closestAncestor, draftOf, isDisabled, labelOf, line, outermostAt } from "../../dom/text.ts";
import type { Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Intent, Key, Site, SiteData } from "../adapter.ts";
import { openers } from "../shared/opener.ts";
import { situated } from "../shared/post-context.ts";
import { blueskyData, blueskyReader } from "./reader.ts";
import { places } from "./site.json";

/** Bluesky. Everything hangs on `data-testid`; words only tell what would be taken back. */
export function bluesky(doc: Document, data: SiteData = blueskyData): Site {
  const read = blueskyReader(data, doc);
  const { s, words } = read;
  const opened = openers("bluesky", read.readPost);

  const onPost = (action: Action, control: Element, post: Element | null): Intent | null =>
    post && { action, control, anchor: post, surfaces: [read.readPost(post)] };

  /** On a profile its owner is followed, in a post its author, elsewhere whom the row names. */
  function follow(control: Element): Intent | null {
    const post = read.postOf(control);
    if (post) return onPost("follow", control, post);
    const named = (el: Element) => [...el.querySelectorAll(s("author"))].filter(read.handleOf);
    const row = closestAncestor(control, (el) => named(el).length > 0 || !!el.querySelector(s("pageName")));
    const shown = row?.querySelector(s("pageName")) ? read.page() : null;
    const links = row ? named(row) : [];
    const handle = links[0] && read.handleOf(links[0]);
    const name = line(links.find((link) => link.textContent?.trim())) || handle;
    const surface: Surface | null =
      shown ?? (handle ? { site: "bluesky", kind: "profile", author: { handle, name }, text: "" } : null);
    return surface && { action: "follow", control, surfaces: [surface] };
  }

  const draftAround = (el: Element): string => {
    const editor = el.closest(s("dialog"))?.querySelector(s("editor"));
    return editor ? draftOf(editor) : "";
  };

  function press(target: Element): Intent | null {
    const control = target.closest(s("control"));
    if (!control || isDisabled(control)) return null;
    const label = labelOf(control);
    if (control.matches(s("like"))) {
      const back = words("unlike").some((word) => label.startsWith(word));
      return back ? null : onPost("like", control, read.postOf(control));
    }
    if (control.matches(s("repostItem")))
      return words("unrepost").includes(label) ? null : opened.intent("repost", control);
    if (control.matches(s("follow"))) return follow(control);
    return control.matches(s("submit")) ? opened.sends(control, draftAround(control)) : null;
  }

  function key(k: Key, target: Element): Intent | null {
    if (k.composing || k.key !== "Enter" || !k.ctrl) return null;
    const editor = target.closest(s("editor"));
    return editor?.closest(s("dialog")) ? opened.sends(editor, draftOf(editor)) : null;
  }

  function remember(target: Element, how: "press" | "hover" | "focus"): void {
    const control = how === "press" ? target.closest(s("control")) : null;
    if (!control) return;
    if (control.matches(s("quoteItem"))) opened.turn("quote");
    if (control.closest(s("popup"))) return;
    const post = read.postOf(control);
    if (!post) opened.forget();
    else if (control.matches(s("reply"))) opened.open(post, "reply");
    else if (control.matches(s("repost"))) opened.open(post, "repost");
  }

  return situated({
    id: "bluesky",
    places,
    press,
    key,
    remember,
    posts: read.posts,
    postsIn: (el) => outermostAt(el, s("post")),
    readPost: read.readPost,
    page: read.page,
    heading: () => (read.page() ? doc.querySelector(s("pageName")) : null),
    actionBar: (post) => read.likeButton(post)?.parentElement?.parentElement ?? null,
    pickerOpen: () => false,
    actionState(post) {
      const like = post && read.likeButton(post);
      return like ? { like: words("unlike").some((word) => labelOf(like).startsWith(word)) } : {};
    },
    again: (i) => (i.action === "like" && i.anchor?.isConnected ? read.likeButton(i.anchor) : null),
  });
}
