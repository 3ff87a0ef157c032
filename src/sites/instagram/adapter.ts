import { closestAncestor, draftOf, isDisabled, labelOf, line } from "../../dom/text.ts";
import type { Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Intent, KeyPress, Site, SiteData } from "../adapter.ts";
import { DOUBLE_TAP_INPUT } from "../shared/double-tap.ts";
import { withPostContext } from "../shared/post-context.ts";
import { isTranslated } from "../shared/translated.ts";
import { type Icon, instagramData, instagramReader } from "./reader.ts";
import { places } from "./site.json";

/** The site puts empty covers over media: number of ancestors of the target among which the media is searched. */
const MAX_COVERS = 4;

/** Instagram. Icons are recognised by their label, then by shape and height, which are the same in every language. */
export function instagram(doc: Document, data: SiteData = instagramData): Site {
  const reader = instagramReader(data, doc);
  const { selectorOf, isLabel } = reader;
  /** The post from which the share dialog was opened. */
  let opener: { post: Element; surface: Surface } | null = null;

  const postIntent = (action: Action, control: Element, post: Element | null, draft = ""): Intent | null => {
    const surface = reader.story() ?? (post && reader.readPost(post));
    const surfaces: Surface[] = surface ? [surface] : [];
    if (draft) surfaces.push({ site: "instagram", kind: "composer", text: draft });
    return surfaces.length ? { action, control, anchor: post ?? undefined, surfaces } : null;
  };

  /** The control's own icon, not that of a nested control. */
  function iconIn(control: Element): { svg: Element; icon: Icon } | null {
    for (const svg of control.querySelectorAll(selectorOf("icon")))
      if (svg.closest(selectorOf("control")) === control) {
        const icon = reader.iconOf(svg);
        if (icon) return { svg, icon };
      }
    return null;
  }

  function iconIntent(control: Element, svg: Element, icon: Icon): Intent | null {
    if (icon === "repost") return postIntent("repost", control, reader.postOf(control));
    if (icon !== "like") return null;
    if (!svg.matches(selectorOf("commentIcon"))) return postIntent("like", control, reader.postOf(control));
    const comment = reader.readComment(svg);
    return { action: "like", control, anchor: reader.postOf(control) ?? undefined, surfaces: [comment] };
  }

  /** Follows the author of a post, the owner of a profile in its header, or the account in a row. */
  function followIntent(control: Element): Intent | null {
    const post = reader.postOf(control);
    if (post?.contains(control)) return postIntent("follow", control, post);
    const profile = control.closest(selectorOf("pageHeader")) ? reader.page() : null;
    if (profile) return { action: "follow", control, surfaces: [profile] };
    const row = closestAncestor(
      control,
      (el) => reader.namedLinks(el).length > 0 || el.matches(selectorOf("main")),
    );
    const link = row && reader.namedLinks(row)[0];
    if (!link) return null;
    const author = { handle: reader.handleOf(link), name: line(link) };
    return {
      action: "follow",
      control,
      surfaces: [{ site: "instagram", kind: "profile", author, text: "" }],
    };
  }

  /**
   * Without known labels: the first button of a header follows; if it has an arrow, the account is followed already.
   */
  const isHeadFollow = (control: Element, label: string): boolean =>
    control.matches(selectorOf("headButton")) &&
    control === control.closest("header")?.querySelector(selectorOf("headButton")) &&
    !control.querySelector("svg") &&
    !isLabel("requested", label);

  /** Controls with words alone: the first one of a dialog publishes, the last one sends. */
  const plainControls = (dialog: Element): Element[] =>
    [...dialog.querySelectorAll(selectorOf("control"))].filter(
      (one) => !one.querySelector("svg,img") && line(one),
    );

  function sendIntent(control: Element, label: string): Intent | null {
    const form = control.closest(selectorOf("form"));
    const editor = form?.querySelector(selectorOf("editor")) ?? null;
    const draft = editor ? draftOf(editor) : "";
    /* A comment box has one button with a word, whatever the word; the others have icons. */
    if (draft && (isLabel("postComment", label) || !control.querySelector("svg,img")))
      return postIntent("comment", control, reader.postOf(control), draft);
    const story = reader.story();
    if (story) {
      if (isLabel("storyReaction", label)) return postIntent("react", control, null);
      const storyEditor = doc.querySelector(selectorOf("editor"));
      const reply = storyEditor ? draftOf(storyEditor) : "";
      const action = story.kind === "live" ? "comment" : "reply";
      const isSend = isLabel("storySend", label) || (isTranslated(control) && !control.closest("header"));
      return reply && isSend ? postIntent(action, control, null, reply) : null;
    }
    const dialog = control.closest(selectorOf("dialog"));
    /* The dialog for a new post has a caption beside the picture; the share dialog has a search field only. */
    const plain = dialog && isTranslated(control) ? plainControls(dialog) : [];
    const isPublish = isLabel("publish", label) || plain[0] === control;
    const caption = dialog && isPublish ? dialog.querySelector(selectorOf("captionEditor")) : null;
    const captionDraft = caption ? draftOf(caption) : "";
    if (captionDraft)
      return {
        action: "publish",
        control,
        surfaces: [{ site: "instagram", kind: "composer", text: captionDraft }],
      };
    const isSend = isLabel("shareSend", label) || plain.at(-1) === control;
    if (dialog && opener && isSend && !dialog.querySelector(selectorOf("post")))
      return {
        action: "share",
        control,
        anchor: opener.post,
        surfaces: [opener.post.isConnected ? reader.readPost(opener.post) : opener.surface],
      };
    return null;
  }

  function press(target: Element): Intent | null {
    const control = target.closest(selectorOf("control"));
    if (!control || isDisabled(control)) return null;
    const found = iconIn(control);
    if (found) return iconIntent(control, found.svg, found.icon);
    const label = labelOf(control);
    if (!label || label.length > 60) return null;
    return isLabel("follow", label) || isHeadFollow(control, label)
      ? followIntent(control)
      : sendIntent(control, label);
  }

  /** A double click or tap on a picture likes and never undoes a like. */
  function doubleTap(target: Element): Intent | null {
    const control = target.closest(`a[href],button,form,header,svg`);
    if (control) return null;
    const post = reader.postOf(target);
    if (!post) return null;
    let at: Element | null = target;
    for (let up = 0; at && at !== post && up < MAX_COVERS; up++, at = at.parentElement)
      if (at.matches(selectorOf("media")) || reader.mediaOf(at).length) {
        const heart = reader.heartOf(post);
        return heart && reader.iconOf(heart) === "like" ? postIntent("like", target, post) : null;
      }
    return null;
  }

  function key(k: KeyPress, target: Element): Intent | null {
    if (k.composing || k.key !== "Enter" || k.shift) return null;
    const editor = target.closest(selectorOf("editor"));
    const draft = editor ? draftOf(editor) : "";
    if (!editor || !draft) return null;
    const story = reader.story();
    if (story) return postIntent(story.kind === "live" ? "comment" : "reply", editor, null, draft);
    return editor.closest(selectorOf("form"))
      ? postIntent("comment", editor, reader.postOf(editor), draft)
      : null;
  }

  function remember(target: Element, how: "press" | "hover" | "focus"): void {
    if (how !== "press") return;
    const control = target.closest(selectorOf("control"));
    if (!control || iconIn(control)?.icon !== "share") return;
    const post = reader.postOf(control);
    if (post) opener = { post, surface: reader.readPost(post) };
  }

  return withPostContext({
    id: "instagram",
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
    actionBar: (post) =>
      reader.heartOf(post)?.closest(selectorOf("control"))?.parentElement?.parentElement ?? null,
    pickerOpen: () => false,
    actionState(post) {
      const heart = post && reader.heartOf(post);
      if (heart) return { like: reader.iconOf(heart) === "unlike" };
      const header = post ? null : doc.querySelector(selectorOf("pageHeader"));
      const labels = [...(header?.querySelectorAll(selectorOf("control")) ?? [])].map(labelOf);
      return labels.length ? { follow: !labels.some((label) => isLabel("follow", label)) } : {};
    },
    findRedrawn: (i) => {
      const heart = i.action === "like" && i.anchor?.isConnected ? reader.heartOf(i.anchor) : null;
      return heart?.closest(selectorOf("control")) ?? null;
    },
  });
}
