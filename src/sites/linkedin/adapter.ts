import { closestAncestor, draftOf, isDisabled, labelOf, outermostAt } from "../../dom/text.ts";
import type { Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Intent, Key, Site, SiteData } from "../adapter.ts";
import { openers } from "../shared/opener.ts";
import { situated } from "../shared/post-context.ts";
import { linkedinData, linkedinReader } from "./reader.ts";
import { places } from "./site.json";

/** LinkedIn, in the layout of 2026 and the one before. */
export function linkedin(doc: Document, data: SiteData = linkedinData): Site {
  const read = linkedinReader(data, doc);
  const { s, is } = read;
  const opened = openers("linkedin", read.readPost);

  function onPost(action: Action, control: Element, post: Element | null, draft = ""): Intent | null {
    const surfaces: Surface[] = post ? [read.readPost(post)] : [];
    if (draft) surfaces.push({ site: "linkedin", kind: "composer", text: draft });
    return surfaces.length ? { action, control, anchor: post ?? undefined, surfaces } : null;
  }

  /** In a post its author is followed, in the head of a page its owner, elsewhere whom the row names. */
  function follow(control: Element): Intent | null {
    const post = read.postOf(control);
    if (post) return onPost("follow", control, post);
    const row = closestAncestor(
      control,
      (el) => !!read.authorOf(el).handle || !!el.querySelector(s("pageName")) || el.matches(s("main")),
    );
    const shown = row?.querySelector(s("pageName")) ? read.page() : null;
    const author = row ? read.authorOf(row) : {};
    const surface: Surface | null =
      shown ?? (author.handle ? { site: "linkedin", kind: "profile", author, text: "" } : null);
    return surface && { action: "follow", control, surfaces: [surface] };
  }

  /** Sending what is written: in a dialog the user's own post or quote, below a post a comment. */
  function send(control: Element, label: string): Intent | null {
    const dialog = control.closest(s("dialog"));
    if (dialog) {
      const editor = is("publish", label) ? dialog.querySelector(s("editor")) : null;
      return editor ? opened.sends(control, draftOf(editor)) : null;
    }
    const post = is("commentSend", label) ? read.postOf(control) : null;
    if (!post) return null;
    const form = closestAncestor(control, (el) => !!el.querySelector(s("editor")));
    const editor = form && post.contains(form) ? form.querySelector(s("editor")) : null;
    const draft = editor ? draftOf(editor) : "";
    return draft ? onPost("comment", control, post, draft) : null;
  }

  /** Joining a group or answering an event, on its own page; elsewhere the words mean something else. */
  function joins(control: Element, label: string): Intent | null {
    const page = read.page();
    if (page?.kind === "group" && is("join", label)) return { action: "join", control, surfaces: [page] };
    if (page?.kind === "event" && is("attend", label)) return { action: "attend", control, surfaces: [page] };
    return null;
  }

  /** What else has the icon of following, which is the same in every language. */
  const isFollowing = (label: string) => read.words("following").some((word) => label.startsWith(word));

  function press(target: Element): Intent | null {
    const control = target.closest(s("control"));
    if (!control || isDisabled(control)) return null;
    if (control.matches(s("poll"))) return onPost("vote", control, read.postOf(control));
    if (read.isReact(control))
      return read.isReacted(control) ? null : onPost("like", control, read.postOf(control));
    if (control.matches(s("reaction"))) {
      const post = read.postOf(control);
      const action = is("like", labelOf(control).replace(/^\S+ /, "")) ? "like" : "react";
      return post ? onPost(action, control, post) : opened.intent(action, control);
    }
    const label = labelOf(control);
    if (control.matches(s("follow")) || (control.querySelector(s("followIcon")) && !isFollowing(label)))
      return follow(control);
    if (!label || label.length > 60) return null;
    if (control.closest(s("popup"))) {
      if (is("repostItem", label) && opened.action() === "repost") return opened.intent("repost", control);
      return send(control, label);
    }
    const opens = control.matches(s("commentOpen")) || control.querySelector(s("commentOpen"));
    if (is("follow", label)) return follow(control);
    return opens ? null : (joins(control, label) ?? send(control, label));
  }

  function key(k: Key, target: Element): Intent | null {
    if (k.composing || k.key !== "Enter" || !k.ctrl) return null;
    const editor = target.closest(s("editor"));
    const draft = editor ? draftOf(editor) : "";
    if (!editor || !draft) return null;
    if (editor.closest(s("dialog"))) return opened.sends(editor, draft);
    const post = read.postOf(editor);
    return post && onPost("comment", editor, post, draft);
  }

  function remember(target: Element, how: "press" | "hover" | "focus"): void {
    if (how === "focus") return;
    const control = target.closest(s("control"));
    if (!control) return;
    const post = read.postOf(control);
    if (control.matches(s("reactMenu")) || read.isReact(control)) {
      if (post) opened.open(post, "react");
      return;
    }
    if (how !== "press") return;
    if (control.closest(s("popup"))) {
      if (is("quoteItem", labelOf(control))) opened.turn("quote");
      return;
    }
    const reposts = control.matches(s("repostOpen")) || control.querySelector(s("repostOpen"));
    if (post && reposts) opened.open(post, "repost");
    else if (!post) opened.forget();
  }

  return situated({
    id: "linkedin",
    places,
    press,
    key,
    remember,
    posts: read.posts,
    postsIn: (el) => outermostAt(el, s("post")),
    readPost: read.readPost,
    page: read.page,
    heading: () => (read.page() ? doc.querySelector(s("pageName")) : null),
    actionBar: (post) => {
      const icon = post.querySelector(s("repostOpen"));
      return icon?.closest(s("control"))?.parentElement ?? null;
    },
    pickerOpen: () => false,
    actionState(post) {
      const like = post && read.likeButton(post);
      return like ? { like: read.isReacted(like) } : {};
    },
    again: (i) => (i.action === "like" && i.anchor?.isConnected ? read.likeButton(i.anchor) : null),
  });
}
