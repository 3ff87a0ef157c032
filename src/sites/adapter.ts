import type { Surface } from "../domain/assessment.ts";
import type { Action, SiteId } from "../domain/vocabulary.ts";
import type { SiteData } from "../engine/ruleset/schema/index.ts";
import type { DoubleTapInput } from "./shared/double-tap.ts";
import type { Routes } from "./shared/routes.ts";

/**
 * The part of an adapter that changes with the site's markup, as data: selectors by role (the first match wins) and the
 * labels of its controls. Language-free selectors come first; labels are exact words in the languages seen (id, en).
 */
export type { SiteData } from "../engine/ruleset/schema/index.ts";

/** A user's action on the page, caught before the site hears it. */
export interface Intent {
  action: Action;
  /** The control (or editor) the user acts on. */
  control: Element;
  /** The post, comment or header that contains the control; undefined if only a draft is concerned. */
  anchor?: Element | undefined;
  /** The surfaces to assess: the one acted on, then the user's own draft. The strongest assessment decides. */
  surfaces: readonly Surface[];
  /** In an embed (src/sites/<site>/embed.ts): the address of the site's own page that the control opens. */
  opens?: string | undefined;
}

/** A key press, as plain values. */
export interface KeyPress {
  key: string;
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
  /** True while an input method composes a character, which is never an action. */
  composing: boolean;
}

/** The actions that a site shows as done (true) or not done (false). */
export type ActionState = Partial<Record<"like" | "repost" | "follow" | "join", boolean>>;

/** Makes a site's adapter from its data. */
export type MakeSite = (doc: Document, data: SiteData) => Site;

/** Reads the pages of one social network and recognises its users' actions. One instance per document. */
export interface Site {
  readonly id: SiteId;
  /** Paths where posts are expected; without them no page counts as unrecognised. */
  readonly places?: Routes | undefined;
  /** The action that pressing (click, tap, Enter, Space) this innermost element performs; null if it needs no guard. */
  press(target: Element): Intent | null;
  /** The action of a key other than pressing a control: sending from an editor, single-letter shortcuts. */
  key(key: KeyPress, target: Element): Intent | null;
  /** The action of a double click or double tap on this element, if the site knows that gesture. */
  doubleTap?(target: Element): Intent | null;
  /** Detects and replays double clicks and double taps; present with `doubleTap`. */
  readonly doubleTapInput?: DoubleTapInput;
  /**
   * True if the site may act when the pointer goes down (Telegram Web on touch devices): an action that will be held is
   * kept from the site at that moment already.
   */
  readonly actsOnPointerDown?: boolean;
  /** Called when the pointer goes down, with any button: a menu does not say where it was opened. */
  pointerDown?(target: Element): void;
  /** Remembers the post from which a menu, picker or dialog opens. Called for every trusted press, hover and focus. */
  remember(target: Element, how: "press" | "hover" | "focus"): void;
  /** All posts on the page, without posts inside posts. */
  posts(): Element[];
  /**
   * The posts that contain this element or are inside it, so that only new content is scanned. Without this method new
   * posts are found by the next scan of the whole page.
   */
  postsIn?(el: Element): Element[];
  /** The post that contains this element, if the browser finds it faster than by climbing. */
  postAt?(el: Element): Element | null;
  readPost(post: Element): Surface;
  /** The page, group, event or profile that the document shows; null if it shows none. */
  page(): Surface | null;
  /** The heading of that page. */
  heading(): Element | null;
  /** The site's bar at the top of the window; without this method `[role=banner]` is used. */
  banner?(): Element | null;
  /** The roots in which the check for unrecognised pages searches; without this method the document only. */
  roots?(): Iterable<ParentNode>;
  /** The action bar of a post, beside which a mark may be drawn. */
  actionBar(post: Element): Element | null;
  /** True if a long press opened a picker, so that the press itself performs nothing. */
  pickerOpen(): boolean;
  /** The same control after the site redrew it; null if there is none. */
  findRedrawn(intent: Intent): Element | null;
  /** True if the site shows the action as done; undefined if unknown. Called before and after a replay. */
  isDone?(intent: Intent): boolean | undefined;
  /**
   * The actions shown as done or not done on a post, or in the heading of the page (null). Called now and then for
   * assessed posts, never while a click is handled.
   */
  actionState?(post: Element | null): ActionState;
}
