import { closestAncestor, draftOf, isDisabled, labelOf, outermostAt } from "../../dom/text.ts";
import type { Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Intent, KeyPress, Site, SiteData } from "../adapter.ts";
import { makeDialogOpener } from "../shared/dialog-opener.ts";
import { withPostContext } from "../shared/post-context.ts";
import { linkedinData, linkedinReader } from "./reader.ts";
import { places } from "./site.json";

/** LinkedIn, in the layout of 2026 and the one before. */
export function linkedin(doc: Document, data: SiteData = linkedinData): Site {
  const reader = linkedinReader(data, doc);
  const { selectorOf, isLabel } = reader;
  const opener = makeDialogOpener("linkedin", reader.readPost);

  function postIntent(action: Action, control: Element, post: Element | null, draft = ""): Intent | null {
    const surfaces: Surface[] = post ? [reader.readPost(post)] : [];
    if (draft) surfaces.push({ site: "linkedin", kind: "composer", text: draft });
    return surfaces.length ? { action, control, anchor: post ?? undefined, surfaces } : null;
  }

  /** Follows the author of a post, the owner of a page in its header, or the account in a row. */
  function followIntent(control: Element): Intent | null {
    const post = reader.postOf(control);
    if (post) return postIntent("follow", control, post);
    const row = closestAncestor(
      control,
      (el) =>
        !!reader.authorOf(el).handle ||
        !!el.querySelector(selectorOf("pageName")) ||
        el.matches(selectorOf("main")),
    );
    const profile = row?.querySelector(selectorOf("pageName")) ? reader.page() : null;
    const author = row ? reader.authorOf(row) : {};
    const surface: Surface | null =
      profile ?? (author.handle ? { site: "linkedin", kind: "profile", author, text: "" } : null);
    return surface && { action: "follow", control, surfaces: [surface] };
  }

  /** Sends a draft: a new post or quote in a dialog, a comment below a post. */
  function sendIntent(control: Element, label: string): Intent | null {
    const dialog = control.closest(selectorOf("dialog"));
    if (dialog) {
      const editor = isLabel("publish", label) ? dialog.querySelector(selectorOf("editor")) : null;
      return editor ? opener.sendIntent(control, draftOf(editor)) : null;
    }
    const post = isLabel("commentSend", label) ? reader.postOf(control) : null;
    if (!post) return null;
    const form = closestAncestor(control, (el) => !!el.querySelector(selectorOf("editor")));
    const editor = form && post.contains(form) ? form.querySelector(selectorOf("editor")) : null;
    const draft = editor ? draftOf(editor) : "";
    return draft ? postIntent("comment", control, post, draft) : null;
  }

  /** Joins a group or attends an event on its own page; elsewhere the labels mean something else. */
  function joinIntent(control: Element, label: string): Intent | null {
    const page = reader.page();
    if (page?.kind === "group" && isLabel("join", label))
      return { action: "join", control, surfaces: [page] };
    if (page?.kind === "event" && isLabel("attend", label))
      return { action: "attend", control, surfaces: [page] };
    return null;
  }

  /** True for a control that has the follow icon (the same in every language) but unfollows. */
  const isFollowing = (label: string) => reader.labelsOf("following").some((word) => label.startsWith(word));

  function press(target: Element): Intent | null {
    const control = target.closest(selectorOf("control"));
    if (!control || isDisabled(control)) return null;
    if (control.matches(selectorOf("poll"))) return postIntent("vote", control, reader.postOf(control));
    if (reader.isReactButton(control))
      return reader.isReacted(control) ? null : postIntent("like", control, reader.postOf(control));
    if (control.matches(selectorOf("reaction"))) {
      const post = reader.postOf(control);
      const action = isLabel("like", labelOf(control).replace(/^\S+ /, "")) ? "like" : "react";
      return post ? postIntent(action, control, post) : opener.intent(action, control);
    }
    const label = labelOf(control);
    if (
      control.matches(selectorOf("follow")) ||
      (control.querySelector(selectorOf("followIcon")) && !isFollowing(label))
    )
      return followIntent(control);
    if (!label || label.length > 60) return null;
    if (control.closest(selectorOf("popup"))) {
      if (isLabel("repostItem", label) && opener.action() === "repost")
        return opener.intent("repost", control);
      return sendIntent(control, label);
    }
    const opens =
      control.matches(selectorOf("commentOpen")) || control.querySelector(selectorOf("commentOpen"));
    if (isLabel("follow", label)) return followIntent(control);
    return opens ? null : (joinIntent(control, label) ?? sendIntent(control, label));
  }

  function key(k: KeyPress, target: Element): Intent | null {
    if (k.composing || k.key !== "Enter" || !k.ctrl) return null;
    const editor = target.closest(selectorOf("editor"));
    const draft = editor ? draftOf(editor) : "";
    if (!editor || !draft) return null;
    if (editor.closest(selectorOf("dialog"))) return opener.sendIntent(editor, draft);
    const post = reader.postOf(editor);
    return post && postIntent("comment", editor, post, draft);
  }

  function remember(target: Element, how: "press" | "hover" | "focus"): void {
    if (how === "focus") return;
    const control = target.closest(selectorOf("control"));
    if (!control) return;
    const post = reader.postOf(control);
    if (control.matches(selectorOf("reactMenu")) || reader.isReactButton(control)) {
      if (post) opener.set(post, "react");
      return;
    }
    if (how !== "press") return;
    if (control.closest(selectorOf("popup"))) {
      if (isLabel("quoteItem", labelOf(control))) opener.changeAction("quote");
      return;
    }
    const isRepostMenu =
      control.matches(selectorOf("repostOpen")) || control.querySelector(selectorOf("repostOpen"));
    if (post && isRepostMenu) opener.set(post, "repost");
    else if (!post) opener.clear();
  }

  return withPostContext({
    id: "linkedin",
    places,
    press,
    key,
    remember,
    posts: reader.posts,
    postsIn: (el) => outermostAt(el, selectorOf("post")),
    readPost: reader.readPost,
    page: reader.page,
    heading: () => (reader.page() ? doc.querySelector(selectorOf("pageName")) : null),
    actionBar: (post) => {
      const icon = post.querySelector(selectorOf("repostOpen"));
      return icon?.closest(selectorOf("control"))?.parentElement ?? null;
    },
    pickerOpen: () => false,
    actionState(post) {
      const like = post && reader.likeButton(post);
      return like ? { like: reader.isReacted(like) } : {};
    },
    findRedrawn: (i) => (i.action === "like" && i.anchor?.isConnected ? reader.likeButton(i.anchor) : null),
  });
}
