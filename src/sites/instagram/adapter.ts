import { closestAncestor, draftOf, isDisabled, labelOf, line } from "../../dom/text.ts";
import type { Surface } from "../../domain/assessment.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { Intent, Key, Site, SiteData } from "../adapter.ts";
import { DOUBLE } from "../shared/double-tap.ts";
import { situated } from "../shared/post-context.ts";
import { type Icon, instagramData, instagramReader } from "./reader.ts";
import { places } from "./site.json";

/** Around media the site lays empty covers; so far up from what is hit the picture is looked for. */
const COVERS = 4;

/** Instagram. Icons are told by shape and height, which are the same in every language, words come first. */
export function instagram(doc: Document, data: SiteData = instagramData): Site {
  const read = instagramReader(data, doc);
  const { s, is } = read;
  /** Post from which the share dialog was opened. */
  let opener: { post: Element; surface: Surface } | null = null;

  const onPost = (action: Action, control: Element, post: Element | null, draft = ""): Intent | null => {
    const shown = read.story() ?? (post && read.readPost(post));
    const surfaces: Surface[] = shown ? [shown] : [];
    if (draft) surfaces.push({ site: "instagram", kind: "composer", text: draft });
    return surfaces.length ? { action, control, anchor: post ?? undefined, surfaces } : null;
  };

  /** The icon of a control, not of a control inside of it. */
  function iconIn(control: Element): { svg: Element; icon: Icon } | null {
    for (const svg of control.querySelectorAll(s("icon")))
      if (svg.closest(s("control")) === control) {
        const icon = read.iconOf(svg);
        if (icon) return { svg, icon };
      }
    return null;
  }

  function onIcon(control: Element, svg: Element, icon: Icon): Intent | null {
    if (icon === "repost") return onPost("repost", control, read.postOf(control));
    if (icon !== "like") return null;
    if (!svg.matches(s("commentIcon"))) return onPost("like", control, read.postOf(control));
    const comment = read.readComment(svg);
    return { action: "like", control, anchor: read.postOf(control) ?? undefined, surfaces: [comment] };
  }

  /** In a post its author is followed, in the header of a profile its owner, elsewhere whom the row names. */
  function follow(control: Element): Intent | null {
    const post = read.postOf(control);
    if (post?.contains(control)) return onPost("follow", control, post);
    const shown = control.closest(s("pageHeader")) ? read.page() : null;
    if (shown) return { action: "follow", control, surfaces: [shown] };
    const row = closestAncestor(control, (el) => read.named(el).length > 0 || el.matches(s("main")));
    const link = row && read.named(row)[0];
    if (!link) return null;
    const author = { handle: read.handleOf(link), name: line(link) };
    return {
      action: "follow",
      control,
      surfaces: [{ site: "instagram", kind: "profile", author, text: "" }],
    };
  }

  /** Without known words: the first plain button of a head follows; once followed, it opens a menu and has an arrow. */
  const isHeadFollow = (control: Element, label: string): boolean =>
    control.matches(s("headButton")) &&
    control === control.closest("header")?.querySelector(s("headButton")) &&
    !control.querySelector("svg") &&
    !is("requested", label);

  function send(control: Element, label: string): Intent | null {
    const form = control.closest(s("form"));
    const editor = form?.querySelector(s("editor")) ?? null;
    const draft = editor ? draftOf(editor) : "";
    if (draft && is("postComment", label)) return onPost("comment", control, read.postOf(control), draft);
    const told = read.story();
    if (told) {
      if (is("storyReaction", label)) return onPost("react", control, null);
      const written = doc.querySelector(s("editor"));
      const reply = written ? draftOf(written) : "";
      const action = told.kind === "live" ? "comment" : "reply";
      return reply && is("storySend", label) ? onPost(action, control, null, reply) : null;
    }
    const dialog = control.closest(s("dialog"));
    /* The dialog for a post of one's own: its words stand beside the picture; the share dialog has a field only. */
    const caption = dialog && is("publish", label) ? dialog.querySelector(s("captionEditor")) : null;
    const words = caption ? draftOf(caption) : "";
    if (words)
      return {
        action: "publish",
        control,
        surfaces: [{ site: "instagram", kind: "composer", text: words }],
      };
    if (dialog && opener && is("shareSend", label) && !dialog.querySelector(s("post")))
      return {
        action: "share",
        control,
        anchor: opener.post,
        surfaces: [opener.post.isConnected ? read.readPost(opener.post) : opener.surface],
      };
    return null;
  }

  function press(target: Element): Intent | null {
    const control = target.closest(s("control"));
    if (!control || isDisabled(control)) return null;
    const found = iconIn(control);
    if (found) return onIcon(control, found.svg, found.icon);
    const label = labelOf(control);
    if (!label || label.length > 60) return null;
    return is("follow", label) || isHeadFollow(control, label) ? follow(control) : send(control, label);
  }

  /** A double click or tap on a picture likes and never takes back. */
  function twice(target: Element): Intent | null {
    const small = target.closest(`a[href],button,form,header,svg`);
    if (small) return null;
    const post = read.postOf(target);
    if (!post) return null;
    let at: Element | null = target;
    for (let up = 0; at && at !== post && up < COVERS; up++, at = at.parentElement)
      if (at.matches(s("media")) || read.mediaOf(at).length) {
        const heart = read.heartOf(post);
        return heart && read.iconOf(heart) === "like" ? onPost("like", target, post) : null;
      }
    return null;
  }

  function key(k: Key, target: Element): Intent | null {
    if (k.composing || k.key !== "Enter" || k.shift) return null;
    const editor = target.closest(s("editor"));
    const draft = editor ? draftOf(editor) : "";
    if (!editor || !draft) return null;
    const told = read.story();
    if (told) return onPost(told.kind === "live" ? "comment" : "reply", editor, null, draft);
    return editor.closest(s("form")) ? onPost("comment", editor, read.postOf(editor), draft) : null;
  }

  function remember(target: Element, how: "press" | "hover" | "focus"): void {
    if (how !== "press") return;
    const control = target.closest(s("control"));
    if (!control || iconIn(control)?.icon !== "share") return;
    const post = read.postOf(control);
    if (post) opener = { post, surface: read.readPost(post) };
  }

  return situated({
    id: "instagram",
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
    actionBar: (post) => read.heartOf(post)?.closest(s("control"))?.parentElement?.parentElement ?? null,
    pickerOpen: () => false,
    actionState(post) {
      const heart = post && read.heartOf(post);
      if (heart) return { like: read.iconOf(heart) === "unlike" };
      const head = post ? null : doc.querySelector(s("pageHeader"));
      const said = [...(head?.querySelectorAll(s("control")) ?? [])].map(labelOf);
      return said.length ? { follow: !said.some((label) => is("follow", label)) } : {};
    },
    again: (i) => {
      const heart = i.action === "like" && i.anchor?.isConnected ? read.heartOf(i.anchor) : null;
      return heart?.closest(s("control")) ?? null;
    },
  });
}
