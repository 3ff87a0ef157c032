import { draftOf } from "../../dom/text.ts";
import type { Surface } from "../../domain/assessment.ts";
import type { SiteId } from "../../domain/sites.ts";
import type { Intent } from "../../sites/adapter.ts";
import { CONTROL } from "./acting-control.ts";
import { MAX_ROW, outermostHost, parentOf, ROW_CLIMB } from "./box.ts";
import type { Controls } from "./controls.ts";
import { PAGE, type Posts, type ReadPart, surfaceOf } from "./posts.ts";
import { isShown } from "./visible.ts";

/** What the user has written and is about to send. */
export interface Drafts {
  /** The editors beside a button that sends: those of the same dialog or form, else of the nearest part with one. */
  editorsFor(control: Element): Element[];
  editorsIn(part: Element): Element[];
  /** @param isPrivate it sends to people where nothing around says that it answers a post */
  intent(control: Element, editors: readonly Element[], isPrivate: boolean): Intent | null;
}

export const EDITOR =
  '[contenteditable=""],[contenteditable="true"],[contenteditable="plaintext-only"],textarea';
export const NO_EDITOR = '[role="search"],[role="searchbox"],[type="search"]';
export const POPUP = '[role="menu"],[role="dialog"],dialog,[popover]';
export const DIALOG = '[role="dialog"],dialog';
/** A button that sends is at most this far from what contains its editor, in elements. */
const MAX_SEND_CLIMB = 10;

/** @param opener the control from which a menu or dialog may have been opened last */
export function makeDrafts(
  site: SiteId,
  isMessenger: boolean,
  { what, ofKind }: Controls,
  posts: Posts,
  opener: () => Element | null,
): Drafts {
  const editorsIn = (part: Element): Element[] =>
    [...part.querySelectorAll(EDITOR)].filter((one) => isShown(one) && !one.closest(NO_EDITOR));

  /** True if no other button that sends is nearer to the editor. */
  function sendsFrom(editor: Element, control: Element): boolean {
    for (let at = parentOf(editor); at; at = parentOf(at)) {
      if (at.contains(outermostHost(control))) return true;
      if (ofKind(at, "send", null, 1).length) return false;
    }
    return false;
  }

  /** What a draft answers: the post around its editor, or the one from which its dialog was opened. */
  function answeredBy(editor: Element): ReadPart | null {
    const popup = editor.closest(POPUP);
    const from = opener();
    if (popup)
      return from?.isConnected && !popup.contains(from) && isAnswer(from) ? posts.around(from, null) : null;
    for (let at = parentOf(editor); at && !at.matches(PAGE); at = parentOf(at)) {
      const [like, other] = ofKind(at, "like", null, 2);
      if (!like) continue;
      if (!other) return posts.around(like, "like");
      /* Likes of comments stand beside the post's own. */
      const item = at.closest("article,[role=article]");
      const [first] = item ? ofKind(item, "like", null, 1) : [];
      return first ? posts.around(first, "like") : null;
    }
    return null;
  }
  /** Opened by what answers or passes on, in a row with a like: not by a button for a new post. */
  function isAnswer(control: Element): boolean {
    let at = parentOf(control);
    for (let up = 0; at && up < ROW_CLIMB; up++, at = parentOf(at)) {
      const row = [...at.querySelectorAll(CONTROL)];
      if (row.length > MAX_ROW) return false;
      if (row.some((one) => what(one)?.kind === "like")) return true;
    }
    return false;
  }

  return {
    editorsIn,
    editorsFor(control) {
      let at = parentOf(control);
      for (let up = 0; at && up < MAX_SEND_CLIMB && !at.matches("body,html,main"); up++, at = parentOf(at)) {
        const editors = editorsIn(at);
        if (editors.length === 0) continue;
        /* A dialog sends all of it, however many editors it has. */
        const dialog = at.closest(DIALOG);
        const all = dialog ? editorsIn(dialog) : editors;
        return all.some((one) => sendsFrom(one, control)) ? all : [];
      }
      return [];
    },
    intent(control, editors, isPrivate) {
      const text = editors.map(draftOf).filter(Boolean).join("\n");
      if (!text) return null;
      const draft: Surface = { site, kind: "composer", text };
      if (isMessenger) return { action: "send", control, surfaces: [draft] };
      const about = answeredBy(editors[0]!);
      if (!about && isPrivate) return null;
      if (!about) return { action: "publish", control, surfaces: [draft] };
      const parent = surfaceOf(site, about.reading);
      return { action: "reply", control, anchor: about.root, surfaces: [parent, { ...draft, parent }] };
    },
  };
}
