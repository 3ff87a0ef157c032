import { isEditable, labelOf } from "../../dom/text.ts";
import type { SiteData } from "../../engine/ruleset/schema/index.ts";
import type { Place } from "./routes.ts";

/**
 * Looks for bars of actions (like, comment, share) without the help of an adapter: by the anchors and words of the site's
 * data, and, should those have changed as well, by structure alone, which has no language.
 */

const CONTROL = 'button,[role="button"]';
/** The frame of a page and the controls of a player are no bars of a post. */
const FRAME =
  'nav,[role="navigation"],header[role="banner"],[role="banner"],[role="toolbar"],[role="menu"],[role="search"],form,ytd-masthead,ytm-mobile-topbar-renderer,[id*="player"],video,[contenteditable]';
/** Roles of the data that are a post's own actions, over all sites. */
const ACTIONS = [
  "like",
  "likeAnchor",
  "likeLegacy",
  "likeIcon",
  "likeShape",
  "unlikeShape",
  "reactState",
  "repost",
];
const WORDS = ["like", "unlike"];

/** A bar has at least so many compact controls, and at most so many in all. */
const FEWEST = 3;
const MOST = 8;
/** So far above a control its bar is looked for, in parents. */
const UP = 5;

/** One selector for everything that the data call an action of a post. */
export function actionSelector({ selectors, labels }: SiteData): string {
  const said = [
    ...WORDS.flatMap((role) => labels[role] ?? []).map((word) => `[aria-label=${JSON.stringify(word)}]`),
    ...(labels.like ?? []).map((word) => `[aria-label^=${JSON.stringify(`${word}, `)}]`),
  ];
  return [...ACTIONS.flatMap((role) => selectors[role] ?? []), ...said].join(",");
}

const controlOf = (el: Element): Element | null => el.closest(CONTROL) ?? el.querySelector(CONTROL);
/** A count and nothing else, as sites write it below a post: "27", "1,2 rb", "3.4K". */
const COUNT = /^\P{L}{0,3}\d[\d.,]*\s?\p{L}{0,4}$/u;
/** Shows a picture or a count, as the controls below a post do in every language. */
const isCompact = (control: Element): boolean =>
  control.querySelector("svg,img,i") !== null || COUNT.test(control.textContent?.trim().slice(0, 20) ?? "");
const isShown = (control: Element): boolean =>
  !control.closest(`[hidden],${FRAME}`) && (isCompact(control) || labelOf(control) !== "");

/** The bar around a control: the nearest part with several compact controls, no frame and no editor. */
function barOf(control: Element): Element[] | null {
  let at = control.parentElement;
  for (let up = 0; at && up < UP; up++, at = at.parentElement) {
    const controls = [...at.querySelectorAll(CONTROL)].filter((one) => !one.parentElement?.closest(CONTROL));
    if (controls.length > MOST) return null;
    if (controls.length >= FEWEST) {
      const compact = controls.filter((one) => isCompact(one) && isShown(one) && !isEditable(one));
      return compact.length >= FEWEST ? compact : null;
    }
  }
  return null;
}

/** What the adapter does not read here, if a press meets it: an action by the data, or a bar by its structure. */
export function meetsAction(target: Element, actions: string, byStructure: boolean): boolean {
  const control = target.closest(CONTROL);
  if (!control || control.getAttribute("aria-pressed") === "true" || !isShown(control)) return false;
  if (actions && (target.closest(actions) ?? control.querySelector(actions))) return true;
  return byStructure && isCompact(control) && barOf(control) !== null;
}

/**
 * Does a page without a single surface show actions all the same? Yields now and then, so that it can be done in slices.
 * @param known the page's heading was read: then a single bar says nothing.
 * @param roots what is looked through: the document, with it open shadow roots where a site builds its bars in them.
 */
export function* showsActions(
  doc: Document,
  place: Place,
  actions: string,
  known: boolean,
  roots: Iterable<ParentNode> = [doc],
): Generator<void, boolean> {
  const enough = place === "profile" ? 2 : 1;
  const found = new Set<Element>();
  const all = [...roots];
  if (actions)
    for (const el of all.flatMap((root) => [...root.querySelectorAll(actions)])) {
      const control = controlOf(el);
      if (control && isShown(control)) found.add(control);
      if (found.size >= enough) return true;
      yield;
    }
  const bars = new Map<string, number>();
  const seen = new Set<Element>();
  for (const control of all.flatMap((root) => [...root.querySelectorAll(CONTROL)])) {
    yield;
    if (seen.has(control) || !isCompact(control)) continue;
    const bar = barOf(control);
    if (!bar) continue;
    for (const one of bar) seen.add(one);
    const shape = bar
      .map((one) => `${one.localName} ${[...one.attributes].map((a) => a.name).sort()}`)
      .join();
    const times = (bars.get(shape) ?? 0) + 1;
    if (times >= 2) return true;
    bars.set(shape, times);
    /* What is shown alone has one bar only; its counts tell it from others. */
    if (place === "item" && !known && bar.some((one) => /\d/.test(labelOf(one)))) return true;
  }
  return false;
}
