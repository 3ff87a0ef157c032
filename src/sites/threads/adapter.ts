import { closestAncestor, draftOf, isDisabled, labelOf, line, outermostAt } from "../../dom/text.ts";
import type { Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Intent, KeyPress, Site, SiteData } from "../adapter.ts";
import { makeDialogOpener } from "../shared/dialog-opener.ts";
import { DOUBLE_TAP_INPUT } from "../shared/double-tap.ts";
import { withPostContext } from "../shared/post-context.ts";
import { isTranslated } from "../shared/translated.ts";
import { threadsData, threadsReader } from "./reader.ts";
import { places } from "./site.json";

/** Threads. Icons are recognised by their labels; menus and composers are outside the post that opened them. */
export function threads(doc: Document, data: SiteData = threadsData): Site {
  const reader = threadsReader(data, doc);
  const { selectorOf, isLabel } = reader;
  const opener = makeDialogOpener("threads", reader.readPost);

  const postIntent = (action: Action, control: Element, post: Element | null): Intent | null =>
    post && { action, control, anchor: post, surfaces: [reader.readPost(post)] };

  /** Follows the author of a post, the owner of a profile in its header, or the account in a row. */
  function followIntent(control: Element): Intent | null {
    const post = reader.postOf(control);
    if (post) return postIntent("follow", control, post);
    const namedLinks = (el: Element) =>
      [...el.querySelectorAll(selectorOf("author"))].filter((link) => reader.handleOf(link) !== undefined);
    const row = closestAncestor(
      control,
      (el) => namedLinks(el).length > 0 || !!el.querySelector(selectorOf("pageName")),
    );
    if (!row) return null;
    const profile = row.querySelector(selectorOf("pageName")) ? reader.page() : null;
    if (profile) return { action: "follow", control, surfaces: [profile] };
    const links = namedLinks(row);
    const link = links[0];
    if (!link) return null;
    const handle = reader.handleOf(link);
    const author = { handle, name: line(links.find((one) => one.textContent?.trim()) ?? link) || handle };
    const surface: Surface = { site: "threads", kind: "profile", author, text: "" };
    return { action: "follow", control, surfaces: [surface] };
  }

  /** Sends from the composer around a control; null if there is no draft or the control does not send. */
  function sendIntent(control: Element, word: string): Intent | null {
    const composer = control.closest(selectorOf("composer"));
    const isSend = () =>
      isLabel("send", word) || (isTranslated(control) && plainControls(composer!).at(-1) === control);
    return composer && isSend() ? opener.sendIntent(control, draftIn(composer)) : null;
  }

  /** Controls with words alone: the first one beside a profile's name follows, the last one of a composer sends. */
  const plainControls = (around: Element): Element[] =>
    [...around.querySelectorAll(selectorOf("control"))].filter(
      (one) => !reader.iconLabel(one) && labelOf(one),
    );

  function isHeadFollow(control: Element): boolean {
    if (!isTranslated(control) || !reader.page()) return false;
    const head = closestAncestor(control, (el) => !!el.querySelector(selectorOf("pageName")));
    return !!head && plainControls(head)[0] === control;
  }

  /** All parts of a thread under way: one button sends them. */
  const draftIn = (composer: Element): string =>
    [...composer.querySelectorAll(selectorOf("editor"))].map(draftOf).filter(Boolean).join("\n");

  function press(target: Element): Intent | null {
    const control = target.closest(selectorOf("control"));
    if (!control || isDisabled(control)) return null;
    const post = reader.postOf(control);
    const icon = reader.iconLabel(control);
    const word = icon || labelOf(control);
    if (!word || word.length > 60) return null;
    const popup = control.closest(selectorOf("popup"));
    if (popup) {
      if (isLabel("repostItem", word) && opener.action() === "repost")
        return opener.intent("repost", control);
      if (isLabel("shareItem", word) && opener.action() === "share") return opener.intent("share", control);
      const intent = sendIntent(control, word);
      if (intent) return intent;
    }
    if (post && icon) return reader.isLike(control, icon) ? postIntent("like", control, post) : null;
    if (isLabel("follow", labelOf(control)) || (!post && !popup && isHeadFollow(control)))
      return followIntent(control);
    return popup ? null : sendIntent(control, word);
  }

  function key(k: KeyPress, target: Element): Intent | null {
    if (k.composing || k.key !== "Enter" || !k.ctrl) return null;
    const editor = target.closest(selectorOf("editor"));
    const composer = editor?.closest(selectorOf("composer"));
    return composer ? opener.sendIntent(editor!, draftIn(composer)) : null;
  }

  /** A double tap on a picture likes the post and never undoes a like. */
  function doubleTap(target: Element): Intent | null {
    const post =
      target.matches(selectorOf("media")) && !target.closest("a[href],button") ? reader.postOf(target) : null;
    return post && reader.likeButton(post) ? postIntent("like", target, post) : null;
  }

  function remember(target: Element, how: "press" | "hover" | "focus"): void {
    if (how !== "press") return;
    const control = target.closest(selectorOf("control"));
    if (!control) return;
    const word = reader.iconLabel(control) || labelOf(control);
    if (control.closest(selectorOf("popup"))) {
      if (isLabel("quoteItem", word)) opener.changeAction("quote");
      return;
    }
    const post = reader.postOf(control);
    if (!post) opener.clear();
    else if (isLabel("replyOpen", word)) opener.set(post, "reply");
    else if (isLabel("repostOpen", word)) opener.set(post, "repost");
    else if (isLabel("shareOpen", word)) opener.set(post, "share");
  }

  return withPostContext({
    id: "threads",
    places,
    press,
    key,
    doubleTap,
    doubleTapInput: DOUBLE_TAP_INPUT,
    remember,
    posts: reader.posts,
    postsIn: (el) => outermostAt(el, selectorOf("post")),
    readPost: reader.readPost,
    page: reader.page,
    heading: () => (reader.page() ? doc.querySelector(selectorOf("pageName")) : null),
    actionBar: (post) => {
      const repostButton = [...post.querySelectorAll(selectorOf("control"))].find((el) =>
        isLabel("repostOpen", reader.iconLabel(el)),
      );
      return repostButton?.parentElement?.parentElement ?? null;
    },
    pickerOpen: () => false,
    /* A post with an action bar but without a like button is liked already. */
    actionState: (post) =>
      post &&
      [...post.querySelectorAll(selectorOf("control"))].some((el) =>
        isLabel("repostOpen", reader.iconLabel(el)),
      )
        ? { like: !reader.likeButton(post) }
        : {},
    findRedrawn: (i) => (i.action === "like" && i.anchor?.isConnected ? reader.likeButton(i.anchor) : null),
  });
}
