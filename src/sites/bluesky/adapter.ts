import { closestAncestor, draftOf, isDisabled, labelOf, line, outermostAt } from "../../dom/text.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Intent, KeyPress, Site, SiteData } from "../adapter.ts";
import { makeDialogOpener } from "../shared/dialog-opener.ts";
import { withPostContext } from "../shared/post-context.ts";
import { blueskyData, blueskyReader } from "./reader.ts";
import { places } from "./site.json";

/** Bluesky. Controls are found by `data-testid`; labels are needed for undoing only. */
export function bluesky(doc: Document, data: SiteData = blueskyData): Site {
  const reader = blueskyReader(data, doc);
  const { selectorOf, labelsOf, isLabel } = reader;
  const opener = makeDialogOpener("bluesky", reader.readPost);

  const postIntent = (action: Action, control: Element, post: Element | null): Intent | null =>
    post && { action, control, anchor: post, surfaces: [reader.readPost(post)] };

  /** Follows the author of a post, the owner of a profile, or the account in a row or on a card. */
  function followIntent(control: Element): Intent | null {
    const post = reader.postOf(control);
    if (post) return postIntent("follow", control, post);
    const near = closestAncestor(
      control,
      (el) => !!el.querySelector(selectorOf("pageName")) || reader.linksToAccount(el),
    );
    const surface = near?.querySelector(selectorOf("pageName"))
      ? reader.page()
      : reader.accountAround(control);
    return surface && { action: "follow", control, surfaces: [surface] };
  }

  /** All parts of a post under way: a composer with several posts sends them with one button. */
  const draftAround = (el: Element): string => {
    const editors = el.closest(selectorOf("dialog"))?.querySelectorAll(selectorOf("editor")) ?? [];
    return [...editors].map(draftOf).filter(Boolean).join("\n");
  };

  /** A button of rows and cards has words only; what is followed already says so, in words or label. */
  const isFollow = (control: Element): boolean =>
    (control.matches(selectorOf("follow")) || isLabel("follow", labelOf(control))) &&
    !isLabel("following", line(control));

  function press(target: Element): Intent | null {
    const control = target.closest(selectorOf("control"));
    if (!control || isDisabled(control)) return null;
    const label = labelOf(control);
    if (control.matches(selectorOf("like"))) {
      const isUndo = labelsOf("unlike").some((word) => label.startsWith(word));
      return isUndo ? null : postIntent("like", control, reader.postOf(control));
    }
    if (control.matches(selectorOf("repostItem")))
      return labelsOf("unrepost").includes(label) ? null : opener.intent("repost", control);
    if (isFollow(control)) return followIntent(control);
    return control.matches(selectorOf("submit")) ? opener.sendIntent(control, draftAround(control)) : null;
  }

  function key(k: KeyPress, target: Element): Intent | null {
    if (k.composing || k.key !== "Enter" || !k.ctrl) return null;
    const editor = target.closest(selectorOf("editor"));
    return editor?.closest(selectorOf("dialog")) ? opener.sendIntent(editor, draftAround(editor)) : null;
  }

  function remember(target: Element, how: "press" | "hover" | "focus"): void {
    const control = how === "press" ? target.closest(selectorOf("control")) : null;
    if (!control) return;
    if (control.matches(selectorOf("quoteItem"))) opener.changeAction("quote");
    if (control.closest(selectorOf("popup"))) return;
    const post = reader.postOf(control);
    const below = !post && isLabel("replyHere", labelOf(control)) ? reader.thread()?.mainPost : null;
    if (below) opener.set(below, "reply");
    else if (!post) opener.clear();
    else if (control.matches(selectorOf("reply"))) opener.set(post, "reply");
    else if (control.matches(selectorOf("repost"))) opener.set(post, "repost");
  }

  return withPostContext({
    id: "bluesky",
    places,
    press,
    key,
    remember,
    posts: reader.posts,
    postsIn: (el) => outermostAt(el, selectorOf("post")),
    readPost: reader.readPost,
    page: reader.page,
    heading: () => (reader.page() ? doc.querySelector(selectorOf("pageName")) : null),
    actionBar: (post) => reader.likeButton(post)?.parentElement?.parentElement ?? null,
    pickerOpen: () => false,
    actionState(post) {
      const like = post && reader.likeButton(post);
      return like ? { like: labelsOf("unlike").some((word) => labelOf(like).startsWith(word)) } : {};
    },
    findRedrawn: (i) => (i.action === "like" && i.anchor?.isConnected ? reader.likeButton(i.anchor) : null),
  });
}
