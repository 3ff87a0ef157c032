import { closestAncestor, draftOf, isDisabled, isEditable, labelOf, mostCentral } from "../../dom/text.ts";
import type { Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Intent, KeyPress, Site, SiteData } from "../adapter.ts";
import { DOUBLE_TAP_INPUT } from "../shared/double-tap.ts";
import { withPostContext } from "../shared/post-context.ts";
import { isTranslated } from "../shared/translated.ts";
import { tiktokData, tiktokReader } from "./reader.ts";
import { places } from "./site.json";

/** TikTok. Controls are found by `data-e2e`, which is the same in every language. */
export function tiktok(doc: Document, data: SiteData = tiktokData): Site {
  const reader = tiktokReader(data, doc);
  const { selectorOf, labelsOf } = reader;
  /** The post whose share menu was opened last, by pressing or hovering. */
  let opener: { post: Element; surface: Surface } | null = null;
  let focused: Element | null = null;

  const postIntent = (action: Action, control: Element, post: Element | null, draft = ""): Intent | null => {
    const surface = post ? reader.readPost(post) : reader.live();
    const surfaces: Surface[] = surface ? [surface] : [];
    if (draft) surfaces.push({ site: "tiktok", kind: "composer", text: draft });
    return surfaces.length ? { action, control, anchor: post ?? undefined, surfaces } : null;
  };

  const likeIntent = (post: Element | null, control?: Element): Intent | null => {
    const button = post && reader.likeButton(post);
    return button && !reader.isLiked(button) ? postIntent("like", control ?? button, post) : null;
  };

  function followIntent(control: Element): Intent | null {
    const label = labelOf(control);
    const text = control.textContent?.trim() ?? "";
    /* Translators write the same word for "Follow" and "Following". */
    const isFollowing = labelsOf("following").some((word) => label.startsWith(word) || text === word);
    if (isFollowing && !isTranslated(control)) return null;
    const post = reader.postOf(control);
    if (post?.contains(control)) return postIntent("follow", control, post);
    const account = reader.accountAround(control) ?? reader.page();
    if (account) return { action: "follow", control, surfaces: [account] };
    return postIntent("follow", control, post);
  }

  /** Sends from a comment box: an answer to the comment right above it, else a comment on the video. */
  function commentIntent(control: Element, editor: Element | null): Intent | null {
    const draft = editor ? draftOf(editor) : "";
    if (!editor || !draft) return null;
    const answered = reader.answeredComment(editor);
    if (!answered) return postIntent("comment", control, reader.postOf(control), draft);
    const surfaces: Surface[] = [
      reader.readCommentIn(answered, editor),
      { site: "tiktok", kind: "composer", text: draft },
    ];
    return { action: "reply", control, anchor: answered, surfaces };
  }

  /** The editor in the same box as a button: several boxes may be open. */
  const editorBeside = (control: Element): Element | null =>
    closestAncestor(control, (up) => !!up.querySelector(selectorOf("editor")))?.querySelector(
      selectorOf("editor"),
    ) ?? null;

  function fromOpener(action: Action, control: Element): Intent | null {
    const post = reader.postOf(control);
    if (post?.contains(control)) return postIntent(action, control, post);
    if (!opener) return postIntent(action, control, post);
    const { surface } = opener;
    const surfaces = [opener.post.isConnected ? reader.readPost(opener.post) : surface];
    return { action, control, anchor: opener.post, surfaces };
  }

  function press(target: Element): Intent | null {
    const control = target.closest(selectorOf("control"));
    if (!control || isDisabled(control)) return null;
    const has = (role: "likeIcon" | "commentLikeIcon") => control.querySelector(selectorOf(role));
    if (has("likeIcon"))
      return reader.isLiked(control) ? null : postIntent("like", control, reader.postOf(control));
    const heart = has("commentLikeIcon");
    if (heart || control.matches(selectorOf("commentLikeIcon"))) {
      if (reader.isLiked(control)) return null;
      return { action: "like", control, surfaces: [reader.readComment(heart ?? control)] };
    }
    if (control.matches(selectorOf("follow"))) return followIntent(control);
    if (target.closest(selectorOf("repostItem")))
      return labelsOf("unrepost").includes(labelOf(control)) ? null : fromOpener("repost", control);
    if (target.closest(selectorOf("shareItem"))) return fromOpener("share", control);
    if (control.matches(selectorOf("publish"))) {
      const caption = doc.querySelector(selectorOf("captionEditor"));
      const text = caption ? draftOf(caption) : "";
      return text
        ? { action: "publish", control, surfaces: [{ site: "tiktok", kind: "composer", text }] }
        : null;
    }
    if (!control.matches(selectorOf("send"))) return null;
    return commentIntent(control, editorBeside(control));
  }

  function key(k: KeyPress, target: Element): Intent | null {
    if (k.composing) return null;
    if (isEditable(target)) {
      const editor = target.closest(reader.live() ? selectorOf("liveEditor") : selectorOf("editor"));
      return editor && k.key === "Enter" && !k.shift ? commentIntent(editor, editor) : null;
    }
    if (k.ctrl || k.alt || k.key.toLowerCase() !== "l") return null;
    const posts = reader.posts();
    const post =
      posts.find((one) => one.contains(target)) ??
      (focused?.isConnected ? focused : null) ??
      mostCentral(posts);
    return likeIntent(post);
  }

  /** A double click or tap on the player likes and never undoes a like. */
  function doubleTap(target: Element): Intent | null {
    if (!target.closest(selectorOf("media")) || target.closest("a[href],button")) return null;
    return likeIntent(reader.postOf(target), target);
  }

  function remember(target: Element, how: "press" | "hover" | "focus"): void {
    if (how === "focus") {
      focused = reader.posts().find((post) => post.contains(target)) ?? focused;
      return;
    }
    const control = target.closest(selectorOf("control"));
    if (!control?.querySelector(selectorOf("shareIcon"))) return;
    const post = reader.postOf(control);
    if (post) opener = { post, surface: reader.readPost(post) };
  }

  return withPostContext({
    id: "tiktok",
    places,
    press,
    key,
    doubleTap,
    doubleTapInput: DOUBLE_TAP_INPUT,
    remember,
    posts: reader.posts,
    readPost: reader.readPost,
    page: reader.page,
    heading: () => (reader.page() ? doc.querySelector(selectorOf("pageName")) : null),
    actionBar: (post) => reader.likeButton(post)?.parentElement ?? null,
    pickerOpen: () => false,
    actionState(post) {
      const like = post && reader.likeButton(post);
      if (like) return { like: reader.isLiked(like) };
      const followButton = post ? null : doc.querySelector(selectorOf("follow"));
      const label = followButton ? labelOf(followButton) : "";
      return label ? { follow: labelsOf("following").some((word) => label.startsWith(word)) } : {};
    },
    findRedrawn: (i) => (i.action === "like" && i.anchor?.isConnected ? reader.likeButton(i.anchor) : null),
  });
}
