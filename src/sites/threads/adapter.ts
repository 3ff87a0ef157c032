import { closestAncestor, draftOf, isDisabled, labelOf, line, outermostAt } from "../../dom/text.ts";
import type { Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Intent, Key, Site, SiteData } from "../adapter.ts";
import { DOUBLE } from "../shared/double-tap.ts";
import { openers } from "../shared/opener.ts";
import { situated } from "../shared/post-context.ts";
import { threadsData, threadsReader } from "./reader.ts";
import { places } from "./site.json";

/** Threads. Icons are told by their labels; menus and composers lie outside of the post they were opened from. */
export function threads(doc: Document, data: SiteData = threadsData): Site {
  const read = threadsReader(data, doc);
  const { s, is } = read;
  const opened = openers("threads", read.readPost);

  const onPost = (action: Action, control: Element, post: Element | null): Intent | null =>
    post && { action, control, anchor: post, surfaces: [read.readPost(post)] };

  /** In the head of a profile its owner is followed, elsewhere whom the post or the row names. */
  function follow(control: Element): Intent | null {
    const post = read.postOf(control);
    if (post) return onPost("follow", control, post);
    const named = (el: Element) =>
      [...el.querySelectorAll(s("author"))].filter((link) => read.handleOf(link) !== undefined);
    const row = closestAncestor(control, (el) => named(el).length > 0 || !!el.querySelector(s("pageName")));
    if (!row) return null;
    const shown = row.querySelector(s("pageName")) ? read.page() : null;
    if (shown) return { action: "follow", control, surfaces: [shown] };
    const links = named(row);
    const link = links[0];
    if (!link) return null;
    const handle = read.handleOf(link);
    const author = { handle, name: line(links.find((one) => one.textContent?.trim()) ?? link) || handle };
    const surface: Surface = { site: "threads", kind: "profile", author, text: "" };
    return { action: "follow", control, surfaces: [surface] };
  }

  /** Sending from the composer around a control; null where nothing is written or the control sends nothing. */
  function send(control: Element, word: string): Intent | null {
    const composer = is("send", word) ? control.closest(s("composer")) : null;
    const editor = composer?.querySelector(s("editor"));
    return editor ? opened.sends(control, draftOf(editor)) : null;
  }

  function press(target: Element): Intent | null {
    const control = target.closest(s("control"));
    if (!control || isDisabled(control)) return null;
    const post = read.postOf(control);
    const icon = read.iconWord(control);
    const word = icon || labelOf(control);
    if (!word || word.length > 60) return null;
    const popup = control.closest(s("popup"));
    if (popup) {
      if (is("repostItem", word) && opened.action() === "repost") return opened.intent("repost", control);
      if (is("shareItem", word) && opened.action() === "share") return opened.intent("share", control);
      const sent = send(control, word);
      if (sent) return sent;
    }
    if (post && icon) return read.isLike(control, icon) ? onPost("like", control, post) : null;
    if (is("follow", labelOf(control))) return follow(control);
    return popup ? null : send(control, word);
  }

  function key(k: Key, target: Element): Intent | null {
    if (k.composing || k.key !== "Enter" || !k.ctrl) return null;
    const editor = target.closest(s("editor"));
    return editor?.closest(s("composer")) ? opened.sends(editor, draftOf(editor)) : null;
  }

  /** Two taps on a picture like the post and never take it back. */
  function twice(target: Element): Intent | null {
    const post = target.matches(s("media")) && !target.closest("a[href],button") ? read.postOf(target) : null;
    return post && read.likeButton(post) ? onPost("like", target, post) : null;
  }

  function remember(target: Element, how: "press" | "hover" | "focus"): void {
    if (how !== "press") return;
    const control = target.closest(s("control"));
    if (!control) return;
    const word = read.iconWord(control) || labelOf(control);
    if (control.closest(s("popup"))) {
      if (is("quoteItem", word)) opened.turn("quote");
      return;
    }
    const post = read.postOf(control);
    if (!post) opened.forget();
    else if (is("replyOpen", word)) opened.open(post, "reply");
    else if (is("repostOpen", word)) opened.open(post, "repost");
    else if (is("shareOpen", word)) opened.open(post, "share");
  }

  return situated({
    id: "threads",
    places,
    press,
    key,
    twice,
    double: DOUBLE,
    remember,
    posts: read.posts,
    postsIn: (el) => outermostAt(el, s("post")),
    readPost: read.readPost,
    page: read.page,
    heading: () => (read.page() ? doc.querySelector(s("pageName")) : null),
    actionBar: (post) => {
      const bar = [...post.querySelectorAll(s("control"))].find((el) => is("repostOpen", read.iconWord(el)));
      return bar?.parentElement?.parentElement ?? null;
    },
    pickerOpen: () => false,
    /* A post with its bar and without the word for liking it was liked. */
    actionState: (post) =>
      post && [...post.querySelectorAll(s("control"))].some((el) => is("repostOpen", read.iconWord(el)))
        ? { like: !read.likeButton(post) }
        : {},
    again: (i) => (i.action === "like" && i.anchor?.isConnected ? read.likeButton(i.anchor) : null),
  });
}
