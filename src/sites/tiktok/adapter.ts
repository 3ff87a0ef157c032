import { draftOf, isDisabled, isEditable, labelOf, mostCentral } from "../../dom/text.ts";
import type { Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Intent, Key, Site, SiteData } from "../adapter.ts";
import { DOUBLE } from "../shared/double-tap.ts";
import { situated } from "../shared/post-context.ts";
import { tiktokData, tiktokReader } from "./reader.ts";
import { places } from "./site.json";

/** TikTok. Everything hangs on `data-e2e`, which is the same in every language. */
export function tiktok(doc: Document, data: SiteData = tiktokData): Site {
  const read = tiktokReader(data, doc);
  const { s, words } = read;
  /** Post whose share menu was opened last (it opens by hovering, too). */
  let opener: { post: Element; surface: Surface } | null = null;
  let focused: Element | null = null;

  const onPost = (action: Action, control: Element, post: Element | null, draft = ""): Intent | null => {
    const shown = post ? read.readPost(post) : read.live();
    const surfaces: Surface[] = shown ? [shown] : [];
    if (draft) surfaces.push({ site: "tiktok", kind: "composer", text: draft });
    return surfaces.length ? { action, control, anchor: post ?? undefined, surfaces } : null;
  };

  const likeOf = (post: Element | null, control?: Element): Intent | null => {
    const button = post && read.likeButton(post);
    return button && !read.isLiked(button) ? onPost("like", control ?? button, post) : null;
  };

  function follow(control: Element): Intent | null {
    const label = labelOf(control);
    const text = control.textContent?.trim() ?? "";
    if (words("following").some((word) => label.startsWith(word) || text === word)) return null;
    const shown = read.page();
    if (shown) return { action: "follow", control, surfaces: [shown] };
    return onPost("follow", control, read.postOf(control));
  }

  function fromOpener(action: Action, control: Element): Intent | null {
    const post = read.postOf(control);
    if (post?.contains(control)) return onPost(action, control, post);
    if (!opener) return onPost(action, control, post);
    const { surface } = opener;
    const surfaces = [opener.post.isConnected ? read.readPost(opener.post) : surface];
    return { action, control, anchor: opener.post, surfaces };
  }

  function press(target: Element): Intent | null {
    const control = target.closest(s("control"));
    if (!control || isDisabled(control)) return null;
    const has = (role: "likeIcon" | "commentLikeIcon") => control.querySelector(s(role));
    if (has("likeIcon")) return read.isLiked(control) ? null : onPost("like", control, read.postOf(control));
    const heart = has("commentLikeIcon");
    if (heart || control.matches(s("commentLikeIcon"))) {
      if (read.isLiked(control)) return null;
      return { action: "like", control, surfaces: [read.readComment(heart ?? control)] };
    }
    if (control.matches(s("follow"))) return follow(control);
    if (target.closest(s("repostItem")))
      return words("unrepost").includes(labelOf(control)) ? null : fromOpener("repost", control);
    if (target.closest(s("shareItem"))) return fromOpener("share", control);
    if (control.matches(s("publish"))) {
      const caption = doc.querySelector(s("captionEditor"));
      const text = caption ? draftOf(caption) : "";
      return text
        ? { action: "publish", control, surfaces: [{ site: "tiktok", kind: "composer", text }] }
        : null;
    }
    if (!control.matches(s("send"))) return null;
    const editor = doc.querySelector(s("editor"));
    const draft = editor ? draftOf(editor) : "";
    return draft ? onPost("comment", control, read.postOf(control), draft) : null;
  }

  function key(k: Key, target: Element): Intent | null {
    if (k.composing) return null;
    if (isEditable(target)) {
      const editor = target.closest(read.live() ? s("liveEditor") : s("editor"));
      const draft = editor && k.key === "Enter" && !k.shift ? draftOf(editor) : "";
      return editor && draft ? onPost("comment", editor, read.postOf(editor), draft) : null;
    }
    if (k.ctrl || k.alt || k.key.toLowerCase() !== "l") return null;
    const posts = read.posts();
    const post =
      posts.find((one) => one.contains(target)) ??
      (focused?.isConnected ? focused : null) ??
      mostCentral(posts);
    return likeOf(post);
  }

  /** A double click or tap on the player likes and never takes back. */
  function twice(target: Element): Intent | null {
    if (!target.closest(s("media")) || target.closest("a[href],button")) return null;
    return likeOf(read.postOf(target), target);
  }

  function remember(target: Element, how: "press" | "hover" | "focus"): void {
    if (how === "focus") {
      focused = read.posts().find((post) => post.contains(target)) ?? focused;
      return;
    }
    const control = target.closest(s("control"));
    if (!control?.querySelector(s("shareIcon"))) return;
    const post = read.postOf(control);
    if (post) opener = { post, surface: read.readPost(post) };
  }

  return situated({
    id: "tiktok",
    places,
    press,
    key,
    twice,
    double: DOUBLE,
    remember,
    posts: read.posts,
    readPost: read.readPost,
    page: read.page,
    heading: () => (read.page() ? doc.querySelector(s("pageName")) : null),
    actionBar: (post) => read.likeButton(post)?.parentElement ?? null,
    pickerOpen: () => false,
    actionState(post) {
      const like = post && read.likeButton(post);
      if (like) return { like: read.isLiked(like) };
      const head = post ? null : doc.querySelector(s("follow"));
      const label = head ? labelOf(head) : "";
      return label ? { follow: words("following").some((word) => label.startsWith(word)) } : {};
    },
    again: (i) => (i.action === "like" && i.anchor?.isConnected ? read.likeButton(i.anchor) : null),
  });
}
