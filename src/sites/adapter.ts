import type { Surface } from "../domain/assessment.ts";
import type { Action, SiteId } from "../domain/vocabulary.ts";
import type { SiteData } from "../engine/ruleset/schema/index.ts";
import type { Double } from "./shared/double-tap.ts";
import type { Places } from "./shared/routes.ts";

/**
 * What changes when a site changes its markup, as data: selectors by role (first match wins) and the words of its
 * controls. Language-free anchors stand first; labels are exact words in the languages seen (id, en).
 */
export type { SiteData } from "../engine/ruleset/schema/index.ts";

/** An action by the user on what a page shows, caught before the site hears it. */
export interface Intent {
  action: Action;
  /** The control (or editor) the user acts on. */
  control: Element;
  /** The post, comment or header it belongs to; undefined where only a draft is at stake. */
  anchor?: Element | undefined;
  /** What has to be assessed: the surface acted on, then the user's own draft. The strongest one decides. */
  surfaces: readonly Surface[];
  /** Address of the site's own page that the control opens, in a frame of another site's page (src/sites/<site>/embed.ts). */
  opens?: string | undefined;
}

/** A key press, as plain values. */
export interface Key {
  key: string;
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
  /** An input method is composing a character: never an action. */
  composing: boolean;
}

/** Which actions a site shows as done (true) or not done (false). */
export type ActionState = Partial<Record<"like" | "repost" | "follow" | "join", boolean>>;

/** Makes a site's reader from its data. */
export type MakeSite = (doc: Document, data: SiteData) => Site;

/** How one social network is read and how its users act. One instance per document. */
export interface Site {
  readonly id: SiteId;
  /** Where on the site something to act on is to be expected; without them no page is called unread. */
  readonly places?: Places | undefined;
  /** What pressing (click, tap, Enter, Space) this innermost element does; null: nothing to guard. */
  press(target: Element): Intent | null;
  /** What a key does beyond pressing: sending from an editor, single-letter shortcuts; null: nothing to guard. */
  key(key: Key, target: Element): Intent | null;
  /** What a double click or double tap on this element does, where the site knows such a gesture at all. */
  twice?(target: Element): Intent | null;
  /** How the two clicks or taps are told and made again; beside `twice`. */
  readonly double?: Double;
  /**
   * The site may act as a button goes down already (Telegram Web on devices with touch), so what will be held is kept
   * from it then.
   */
  readonly early?: boolean;
  /** The pointer went down here, whichever button: menus opened by it say nothing of where. */
  touch?(target: Element): void;
  /** Keeps in mind which post a menu, picker or dialog was opened from. Called for every trusted press and hover. */
  remember(target: Element, how: "press" | "hover" | "focus"): void;
  /** All posts now on the page, outermost only. */
  posts(): Element[];
  /**
   * Those of them that this element lies in or holds, for looking at what came only; absent: they are found when the
   * whole page is looked through the next time.
   */
  postsIn?(el: Element): Element[];
  /** The one of them that this element lies in, where the browser finds it faster than by climbing. */
  postAt?(el: Element): Element | null;
  readPost(post: Element): Surface;
  /** The page, group, event or profile that the document shows, if it shows one. */
  page(): Surface | null;
  /** The heading of that page. */
  heading(): Element | null;
  /** The site's own bar at the top of the window; absent: what calls itself one (`[role=banner]`). */
  banner?(): Element | null;
  /** Where a page that is not read is looked through: the document and open shadow roots; absent: the document. */
  roots?(): Iterable<ParentNode>;
  /** Element beside which a mark may be drawn: the action bar of a post. */
  actionBar(post: Element): Element | null;
  /** True where a press opened a picker that the site itself takes as the meaning of the press (long press). */
  pickerOpen(): boolean;
  /** The same control after the site redrew it, or null. */
  again(intent: Intent): Element | null;
  /** Does the site show this as done? undefined: it cannot be told. Asked around letting an action through. */
  done?(intent: Intent): boolean | undefined;
  /**
   * What the site shows as done or not on a post, or (null) in the heading of the page; absent: it cannot be told. Asked
   * now and then for what was assessed, never on the path of a click.
   */
  actionState?(post: Element | null): ActionState;
}
