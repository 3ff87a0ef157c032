import { draftOf, isDisabled, labelOf, line } from "../../dom/text.ts";
import type { Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Intent, KeyPress, Site, SiteData } from "../adapter.ts";
import { withPostContext } from "../shared/post-context.ts";
import { youtubeData, youtubeReader } from "./reader.ts";
import { places } from "./site.json";

/** YouTube (www and m) with its live chat, which is a frame of its own. Controls are found by custom elements. */
export function youtube(doc: Document, data: SiteData = youtubeData): Site {
  const reader = youtubeReader(data, doc);
  const { selectorOf, isLabel, labelsOf } = reader;
  /** The video or post whose share panel was opened last. */
  let opener: { post: Element; surface: Surface } | null = null;

  const makeIntent = (
    action: Action,
    control: Element,
    surface: Surface | null,
    anchor: Element | null = null,
    draft = "",
  ): Intent | null => {
    const surfaces: Surface[] = surface ? [surface] : [];
    if (draft) surfaces.push({ site: "youtube", kind: "composer", text: draft });
    return surfaces.length ? { action, control, anchor: anchor ?? undefined, surfaces } : null;
  };
  const postIntent = (action: Action, control: Element, draft = ""): Intent | null => {
    const post = reader.postOf(control);
    return makeIntent(action, control, post && reader.readPost(post), post, draft);
  };
  const postOrCommentIntent = (action: Action, control: Element): Intent | null => {
    const comment = control.closest(selectorOf("comment"));
    return comment
      ? makeIntent(action, control, reader.readComment(comment), comment)
      : postIntent(action, control);
  };

  /** Subscribes to the channel of a video, of a row in a list, or of the page. */
  function subscribeIntent(control: Element): Intent | null {
    const label = labelOf(control);
    const text = control.textContent?.trim() ?? "";
    if (labelsOf("subscribed").some((word) => label.startsWith(word) || text === word)) return null;
    const post = reader.postOf(control);
    if (post?.contains(control)) return makeIntent("follow", control, reader.readPost(post), post);
    const row = control.closest(selectorOf("row"));
    const author = row && reader.authorIn(row, "author");
    if (author?.name)
      return makeIntent("follow", control, { site: "youtube", kind: "profile", author, text: "" });
    const channel = reader.page();
    return channel ? makeIntent("follow", control, channel) : postIntent("follow", control);
  }

  /** Comments on a video, or replies if the comment box is in a thread. */
  function commentIntent(control: Element, editor: Element | null): Intent | null {
    const draft = editor ? draftOf(editor) : "";
    if (!draft) return null;
    if (control.closest(selectorOf("newPost")))
      return { action: "publish", control, surfaces: [{ site: "youtube", kind: "composer", text: draft }] };
    const thread = control.closest(selectorOf("commentThread"));
    /* A box inside a comment answers that one, which need not be the first of its thread. */
    const parent = control.closest(selectorOf("comment")) ?? thread?.querySelector(selectorOf("comment"));
    return parent
      ? makeIntent("reply", control, reader.readComment(parent), thread, draft)
      : postIntent("comment", control, draft);
  }

  function chatIntent(control: Element, editor: Element | null): Intent | null {
    const draft = editor ? draftOf(editor) : "";
    return draft ? makeIntent("comment", control, reader.live(), null, draft) : null;
  }

  function press(target: Element): Intent | null {
    const control = target.closest(selectorOf("control"));
    if (!control || isDisabled(control)) return null;
    const thumb = control.closest(`${selectorOf("like")},${selectorOf("dislike")}`);
    if (thumb) {
      if (control.getAttribute("aria-pressed") === "true") return null;
      return postOrCommentIntent(thumb.matches(selectorOf("dislike")) ? "dislike" : "like", control);
    }
    if (control.closest(selectorOf("subscribe"))) return subscribeIntent(control);
    if (control.closest(selectorOf("confirmSubscribe")) && isLabel("confirm", line(control)))
      return subscribeIntent(control);
    if (control.closest(selectorOf("membership")))
      return makeIntent("join", control, reader.page()) ?? postIntent("join", control);
    if (control.closest(selectorOf("send"))) {
      const box = control.closest(selectorOf("commentBox"));
      return commentIntent(control, box?.querySelector(selectorOf("editor")) ?? null);
    }
    if (control.matches(selectorOf("poll"))) return postIntent("vote", control);
    if (control.matches(selectorOf("chatPoll"))) return makeIntent("vote", control, reader.live());
    if (control.matches(selectorOf("chatReaction"))) return makeIntent("react", control, reader.live());
    if (control.closest(selectorOf("chatSend")))
      return chatIntent(control, doc.querySelector(selectorOf("chatEditor")));
    if (!opener || !control.closest(selectorOf("dialog"))) return null;
    const label = labelOf(control);
    if (!isLabel("shareTarget", label) && !control.matches(selectorOf("shareRow"))) return null;
    return makeIntent(
      "share",
      control,
      opener.post.isConnected ? reader.readPost(opener.post) : opener.surface,
      opener.post,
    );
  }

  function key(k: KeyPress, target: Element): Intent | null {
    if (k.composing || k.key !== "Enter") return null;
    const chatBox = target.closest(selectorOf("chatEditor"));
    if (chatBox) return k.shift ? null : chatIntent(chatBox, chatBox);
    const editor = k.ctrl ? target.closest(selectorOf("editor")) : null;
    return editor && commentIntent(editor, editor);
  }

  function remember(target: Element, how: "press" | "hover" | "focus"): void {
    if (how !== "press") return;
    const control = target.closest(selectorOf("control"));
    if (!control || control.closest(selectorOf("dialog")) || !isLabel("share", labelOf(control))) return;
    const post = reader.postOf(control);
    if (post) opener = { post, surface: reader.readPost(post) };
  }

  const likeButton = (post: Element): Element | null =>
    post.querySelector(selectorOf("like"))?.querySelector("button") ?? null;

  return withPostContext(
    {
      id: "youtube",
      places,
      press,
      key,
      remember,
      posts: () => reader.posts(),
      readPost: reader.readPost,
      page: reader.page,
      heading: () => (reader.page() ? doc.querySelector(selectorOf("pageName")) : null),
      actionBar: (post) => likeButton(post)?.closest(selectorOf("like"))?.parentElement ?? null,
      pickerOpen: () => false,
      actionState(post) {
        const pressed = post && likeButton(post)?.getAttribute("aria-pressed");
        if (pressed) return { like: pressed === "true" };
        const subscribeButton = post ? null : doc.querySelector(selectorOf("subscribe"));
        const label = subscribeButton ? line(subscribeButton) : "";
        return label ? { follow: reader.labelsOf("subscribed").some((word) => label.startsWith(word)) } : {};
      },
      findRedrawn: (i) => (i.action === "like" && i.anchor?.isConnected ? likeButton(i.anchor) : null),
    },
    "channel",
  );
}
