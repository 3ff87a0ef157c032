import { isEditable } from "../../dom/text.ts";
import type { Surface } from "../../domain/assessment.ts";
import { OPTIONAL_SITES } from "../../domain/sites.ts";
import type { Action } from "../../domain/vocabulary.ts";
import type { SiteData } from "../../engine/ruleset/schema/index.ts";
import type { ActionState, Intent, KeyPress, Site } from "../../sites/adapter.ts";
import { makeAccounts } from "./accounts.ts";
import { type ActingControl, type ActingKind, CONTROL, controlOf } from "./acting-control.ts";
import { outermostHost } from "./box.ts";
import { makeControls } from "./controls.ts";
import { DIALOG, EDITOR, makeDrafts, NO_EDITOR, POPUP } from "./drafts.ts";
import { makePosts, surfaceOf } from "./posts.ts";
import { type Reading, readBox } from "./read.ts";
import { isShown } from "./visible.ts";

/**
 * The second line: what a press acts on, by structure alone, where the site's adapter claims nothing. It looks at the
 * page only when the user presses, and holds nothing that it cannot read. Of a private messenger it reads the user's own
 * editor only.
 */
export interface SecondLine {
  /** The action of pressing this element; null if it does not act, or if what it acts on cannot be read. */
  press(target: Element): Intent | null;
  /** The action of a key in an editor: Ctrl+Enter sends everywhere, Enter in messengers. */
  key(key: KeyPress, target: Element): Intent | null;
  /** Remembers from where a menu or a dialog opens. */
  remember(target: Element): void;
  /** What the element's control does, read or not; null if it does not act. */
  acting(target: Element): ActingControl | null;
  /** The words around a control of a post; an empty string if nothing around can be read. */
  wordsAround(control: Element): Reading | null;
  /**
   * The part in which an action that cannot be read may have been on something, for telling afterwards only: the dialog
   * around it, or the page; null among messages to people, where what is not read is left alone.
   */
  roomOf(control: Element): Element | null;
  /** What such a part says, once its only control of this kind shows the action as done; else null. */
  doneIn(room: Element, kind: ActingKind): Surface | null;
  /** The same control after the site redrew it. */
  findRedrawn(intent: Intent): Element | null;
  /** The states of controls of a part: the first of each kind. */
  statesIn(part: Element): ActionState;
}

const MESSENGERS: ReadonlySet<string> = new Set(OPTIONAL_SITES);
/** Messages to people, which are not read outside messengers. */
const PRIVATE_PLACE = /^\/(?:messages|messaging|message|direct|chat|inbox)(?:$|\/)/;
/** A live chat is public, though its button says "Kirim". */
const LIVE = /^\/live/;
/** What is chosen in a menu or dialog acts on the post from which it was opened. */
const CHOSEN: ReadonlySet<ActingKind> = new Set(["repost", "share", "like", "follow"]);
/** The kinds whose state a site shows. */
const OBSERVED: ReadonlySet<ActingKind> = new Set(["like", "repost", "follow", "join"]);

const ACTIONS: Record<Exclude<ActingKind, "send">, Action> = {
  like: "like",
  dislike: "dislike",
  follow: "follow",
  join: "join",
  attend: "attend",
  repost: "repost",
  share: "share",
};

export function makeSecondLine(
  doc: Document,
  site: Pick<Site, "id" | "page">,
  data: () => SiteData,
): SecondLine {
  const isMessenger = MESSENGERS.has(site.id);
  /** The control from which a menu or dialog may have been opened last. */
  let opener: Element | null = null;
  const controls = makeControls(data);
  const { what, ofKind, anew } = controls;
  const posts = makePosts(controls);
  const accounts = makeAccounts(doc, site, controls, posts);
  const drafts = makeDrafts(site.id, isMessenger, controls, posts, () => opener);

  function onPost(action: Action, control: Element, around: Element, kind: ActingKind | null): Intent | null {
    const found = posts.around(around, kind);
    return found && { action, control, anchor: found.root, surfaces: [surfaceOf(site.id, found.reading)] };
  }

  /** Follows or joins: the account that the nearest part names, with its post; else that of the page. */
  function onAccount({ kind, control, rest }: ActingControl): Intent | null {
    const post = posts.beside(control);
    const found =
      accounts.named(control, rest) ??
      accounts.beside(control, kind) ??
      (post ? null : accounts.ofPage(control));
    if (!found && !post) return null;
    const surfaces = post ? [surfaceOf(site.id, post.reading)] : [];
    if (found) {
      const author =
        rest && !rest.startsWith("@") && !found.author.name ? { ...found.author, name: rest } : found.author;
      surfaces.unshift({ site: site.id, kind: kind === "follow" ? "profile" : "group", author, text: "" });
    }
    return {
      action: ACTIONS[kind as "follow" | "join"],
      control,
      anchor: (found?.part ?? post?.root)!,
      surfaces,
    };
  }

  function acting(target: Element): ActingControl | null {
    const control = controlOf(target);
    return control && what(control);
  }

  function press(target: Element): Intent | null {
    const found = acting(target);
    if (!found || found.isDone) return null;
    const { kind, control } = found;
    if (kind === "send")
      return PRIVATE_PLACE.test(doc.location.pathname)
        ? null
        : drafts.intent(
            control,
            drafts.editorsFor(control),
            found.isPrivate && !LIVE.test(doc.location.pathname),
          );
    if (isMessenger) return null;
    const popup = control.closest(POPUP);
    if (CHOSEN.has(kind) && popup && opener?.isConnected && !popup.contains(opener)) {
      const own = kind === "follow" || kind === "like" ? readOwn(found) : null;
      return (
        own ?? (kind === "follow" ? null : onPost(ACTIONS[kind], control, opener, what(opener)?.kind ?? null))
      );
    }
    return readOwn(found);
  }
  function readOwn(found: ActingControl): Intent | null {
    const { kind, control } = found;
    if (kind === "follow" || kind === "join") return onAccount(found);
    return onPost(ACTIONS[kind as Exclude<ActingKind, "send">], control, control, kind);
  }

  function key(k: KeyPress, target: Element): Intent | null {
    if (k.composing || k.key !== "Enter" || k.shift || k.alt || (!k.ctrl && !isMessenger)) return null;
    const editor = isEditable(target) ? target.closest(EDITOR) : null;
    if (!editor || editor.closest(NO_EDITOR) || PRIVATE_PLACE.test(doc.location.pathname)) return null;
    const dialog = isMessenger ? null : editor.closest(DIALOG);
    return drafts.intent(editor, dialog ? drafts.editorsIn(dialog) : [editor], !dialog);
  }

  function statesIn(part: Element): ActionState {
    const states: ActionState = {};
    for (const one of part.querySelectorAll(CONTROL)) {
      const found = what(one);
      if (found && OBSERVED.has(found.kind) && isShown(one))
        states[found.kind as keyof ActionState] ??= found.isDone;
    }
    return states;
  }

  return {
    press: (target) => anew(() => press(target)),
    acting: (target) => anew(() => acting(target)),
    key: (k, target) => anew(() => key(k, target)),
    remember(target) {
      const control = isMessenger ? null : controlOf(target);
      if (control && !control.closest(POPUP)) opener = control;
    },
    wordsAround: (control) => anew(() => posts.around(control, what(control)?.kind ?? null)?.reading ?? null),
    roomOf: (control) =>
      isMessenger || PRIVATE_PLACE.test(doc.location.pathname)
        ? null
        : (outermostHost(control).closest(POPUP) ?? doc.querySelector("main,[role=main]") ?? doc.body),
    doneIn: (room, kind) =>
      anew(() => {
        const [only, other] = ofKind(room, kind, null, 2);
        if (!only || other || !what(only)?.isDone) return null;
        const reading = readBox({ root: room, without: [] });
        return reading && surfaceOf(site.id, reading);
      }),
    findRedrawn: ({ anchor, control }) =>
      anew(() => {
        const kind = anchor?.isConnected && what(control)?.kind;
        const again = kind ? ofKind(anchor, kind, null, 2) : [];
        return again.length === 1 ? again[0]! : null;
      }),
    statesIn: (part) => anew(() => (isMessenger ? {} : statesIn(part))),
  };
}
