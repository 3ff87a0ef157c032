import { draftOf, isDisabled, labelOf, line } from "../../dom/text.ts";
import type { Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Intent, Key, Site, SiteData } from "../adapter.ts";
import { situated } from "../shared/post-context.ts";
import { youtubeData, youtubeReader } from "./reader.ts";
import { places } from "./site.json";

/** YouTube (www and m), its live chat included, which is a frame of its own. Custom elements name everything. */
export function youtube(doc: Document, data: SiteData = youtubeData): Site {
  const read = youtubeReader(data, doc);
  const { s, is, words } = read;
  /** Video or post whose share panel was opened last. */
  let opener: { post: Element; surface: Surface } | null = null;

  const about = (
    action: Action,
    control: Element,
    shown: Surface | null,
    anchor: Element | null = null,
    draft = "",
  ): Intent | null => {
    const surfaces: Surface[] = shown ? [shown] : [];
    if (draft) surfaces.push({ site: "youtube", kind: "composer", text: draft });
    return surfaces.length ? { action, control, anchor: anchor ?? undefined, surfaces } : null;
  };
  const onPost = (action: Action, control: Element, draft = ""): Intent | null => {
    const post = read.postOf(control);
    return about(action, control, post && read.readPost(post), post, draft);
  };
  const onShown = (action: Action, control: Element): Intent | null => {
    const comment = control.closest(s("comment"));
    return comment ? about(action, control, read.readComment(comment), comment) : onPost(action, control);
  };

  /** On a video its channel, on a channel's page that, in a list whom the row names. */
  function subscribe(control: Element): Intent | null {
    const label = labelOf(control);
    const text = control.textContent?.trim() ?? "";
    if (words("subscribed").some((word) => label.startsWith(word) || text === word)) return null;
    const post = read.postOf(control);
    if (post?.contains(control)) return about("follow", control, read.readPost(post), post);
    const row = control.closest(s("row"));
    const author = row && read.authorIn(row, "author");
    if (author?.name) return about("follow", control, { site: "youtube", kind: "profile", author, text: "" });
    const shown = read.page();
    return shown ? about("follow", control, shown) : onPost("follow", control);
  }

  /** A comment on a video, or an answer to a comment where the box stands among its answers. */
  function comment(control: Element, editor: Element | null): Intent | null {
    const draft = editor ? draftOf(editor) : "";
    if (!draft) return null;
    if (control.closest(s("newPost")))
      return { action: "publish", control, surfaces: [{ site: "youtube", kind: "composer", text: draft }] };
    const thread = control.closest(s("commentThread"));
    const answered = thread?.querySelector(s("comment"));
    return answered
      ? about("reply", control, read.readComment(answered), thread, draft)
      : onPost("comment", control, draft);
  }

  function chat(control: Element, editor: Element | null): Intent | null {
    const draft = editor ? draftOf(editor) : "";
    return draft ? about("comment", control, read.live(), null, draft) : null;
  }

  function press(target: Element): Intent | null {
    const control = target.closest(s("control"));
    if (!control || isDisabled(control)) return null;
    const thumb = control.closest(`${s("like")},${s("dislike")}`);
    if (thumb) {
      if (control.getAttribute("aria-pressed") === "true") return null;
      return onShown(thumb.matches(s("dislike")) ? "dislike" : "like", control);
    }
    if (control.closest(s("subscribe"))) return subscribe(control);
    if (control.closest(s("confirmSubscribe")) && is("confirm", line(control))) return subscribe(control);
    if (control.closest(s("membership")))
      return about("join", control, read.page()) ?? onPost("join", control);
    if (control.closest(s("send"))) {
      const box = control.closest(s("commentBox"));
      return comment(control, box?.querySelector(s("editor")) ?? null);
    }
    if (control.matches(s("poll"))) return onPost("vote", control);
    if (control.matches(s("chatPoll"))) return about("vote", control, read.live());
    if (control.matches(s("chatReaction"))) return about("react", control, read.live());
    if (control.closest(s("chatSend"))) return chat(control, doc.querySelector(s("chatEditor")));
    if (!opener || !control.closest(s("dialog"))) return null;
    const label = labelOf(control);
    if (!is("shareTarget", label) && !control.matches(s("shareRow"))) return null;
    return about(
      "share",
      control,
      opener.post.isConnected ? read.readPost(opener.post) : opener.surface,
      opener.post,
    );
  }

  function key(k: Key, target: Element): Intent | null {
    if (k.composing || k.key !== "Enter") return null;
    const chatBox = target.closest(s("chatEditor"));
    if (chatBox) return k.shift ? null : chat(chatBox, chatBox);
    const editor = k.ctrl ? target.closest(s("editor")) : null;
    return editor && comment(editor, editor);
  }

  function remember(target: Element, how: "press" | "hover" | "focus"): void {
    if (how !== "press") return;
    const control = target.closest(s("control"));
    if (!control || control.closest(s("dialog")) || !is("share", labelOf(control))) return;
    const post = read.postOf(control);
    if (post) opener = { post, surface: read.readPost(post) };
  }

  const likeButton = (post: Element): Element | null =>
    post.querySelector(s("like"))?.querySelector("button") ?? null;

  return situated(
    {
      id: "youtube",
      places,
      press,
      key,
      remember,
      posts: () => read.posts(),
      readPost: read.readPost,
      page: read.page,
      heading: () => (read.page() ? doc.querySelector(s("pageName")) : null),
      actionBar: (post) => likeButton(post)?.closest(s("like"))?.parentElement ?? null,
      pickerOpen: () => false,
      actionState(post) {
        const pressed = post && likeButton(post)?.getAttribute("aria-pressed");
        if (pressed) return { like: pressed === "true" };
        const head = post ? null : doc.querySelector(s("subscribe"));
        const said = head ? line(head) : "";
        return said ? { follow: read.words("subscribed").some((word) => said.startsWith(word)) } : {};
      },
      again: (i) => (i.action === "like" && i.anchor?.isConnected ? likeButton(i.anchor) : null),
    },
    "channel",
  );
}
