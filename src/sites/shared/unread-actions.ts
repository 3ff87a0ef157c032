import { isEditable, labelOf } from "../../dom/text.ts";
import type { SiteData } from "../../engine/ruleset/schema/index.ts";
import type { RouteKind } from "./routes.ts";

/**
 * Finds action bars (like, comment, share) without an adapter: by the selectors and labels of the site's data and, in
 * case those changed as well, by their structure, which is the same in every language.
 */

const CONTROL = 'button,[role="button"]';
/** Navigation, forms and player controls are no action bars. */
const FRAME =
  'nav,[role="navigation"],header[role="banner"],[role="banner"],[role="toolbar"],[role="menu"],[role="search"],[role="complementary"] li,form,ytd-masthead,ytm-mobile-topbar-renderer,[id*="player"],video,[contenteditable]';
/** The roles of all sites that mean an action on a post. */
const ACTION_ROLES = [
  "like",
  "likeAnchor",
  "likeLegacy",
  "likeIcon",
  "likeShape",
  "unlikeShape",
  "reactState",
  "repost",
];
const ACTION_LABELS = ["like", "unlike"];

/** Fewest compact controls and most controls of a bar. */
const MIN_CONTROLS = 3;
const MAX_CONTROLS = 8;
/** Number of ancestors of a control among which its bar is searched. */
const MAX_CLIMB = 5;

/** One selector for all actions on posts in the site's data. */
export function actionSelector({ selectors, labels }: SiteData): string {
  const labelled = [
    ...ACTION_LABELS.flatMap((role) => labels[role] ?? []).map(
      (word) => `[aria-label=${JSON.stringify(word)}]`,
    ),
    ...(labels.like ?? []).map((word) => `[aria-label^=${JSON.stringify(`${word}, `)}]`),
  ];
  return [...ACTION_ROLES.flatMap((role) => selectors[role] ?? []), ...labelled].join(",");
}

const controlOf = (el: Element): Element | null => el.closest(CONTROL) ?? el.querySelector(CONTROL);
/** A count without other words, as sites show it below a post: "27", "1,2 rb", "3.4K". */
const COUNT = /^\P{L}{0,3}\d[\d.,]*\s?\p{L}{0,4}$/u;
/** True if it shows an icon or a count, as controls below a post do in every language. */
const isCompact = (control: Element): boolean =>
  control.querySelector("svg,img,i") !== null || COUNT.test(control.textContent?.trim().slice(0, 20) ?? "");
const isShown = (control: Element): boolean =>
  !control.closest(`[hidden],${FRAME}`) && (isCompact(control) || labelOf(control) !== "");

/** The controls of the nearest bar around a control; null if there is none. */
function barOf(control: Element): Element[] | null {
  let at = control.parentElement;
  for (let up = 0; at && up < MAX_CLIMB; up++, at = at.parentElement) {
    const controls = [...at.querySelectorAll(CONTROL)].filter((one) => !one.parentElement?.closest(CONTROL));
    if (controls.length > MAX_CONTROLS) return null;
    if (controls.length >= MIN_CONTROLS) {
      const compact = controls.filter((one) => isCompact(one) && isShown(one) && !isEditable(one));
      return compact.length >= MIN_CONTROLS ? compact : null;
    }
  }
  return null;
}

/**
 * True if both lie equally deep in two neighbours, as the bars of a list's posts do: the head and the foot of a chat have
 * bars alike as well.
 */
function isBeside(a: Element, b: Element): boolean {
  let depth = 0;
  let top = a;
  for (; top.parentElement && !top.parentElement.contains(b); top = top.parentElement) depth++;
  for (let at = b; at.parentElement && at.parentElement !== top.parentElement; at = at.parentElement) depth--;
  return depth === 0;
}

/** True if a pressed element the adapter did not recognise is an action by the site's data or by its structure. */
export function isUnreadAction(target: Element, actions: string, byStructure: boolean): boolean {
  const control = target.closest(CONTROL);
  if (!control || control.getAttribute("aria-pressed") === "true" || !isShown(control)) return false;
  if (actions && (target.closest(actions) ?? control.querySelector(actions))) return true;
  return byStructure && isCompact(control) && barOf(control) !== null;
}

/**
 * Finds out whether a page without readable surfaces shows actions all the same. It yields often, so that it can run in
 * slices.
 * @param hasHeading true if the page's heading was read: then a single bar proves nothing
 * @param roots the document, and the open shadow roots on sites whose bars are inside them
 */
export function* hasUnreadActions(
  doc: Document,
  route: RouteKind,
  actions: string,
  hasHeading: boolean,
  roots: Iterable<ParentNode> = [doc],
): Generator<void, boolean> {
  const required = route === "profile" ? 2 : 1;
  const found = new Set<Element>();
  const all = [...roots];
  if (actions)
    for (const el of all.flatMap((root) => [...root.querySelectorAll(actions)])) {
      const control = controlOf(el);
      if (control && isShown(control)) found.add(control);
      if (found.size >= required) return true;
      yield;
    }
  const bars = new Map<string, Element>();
  const seen = new Set<Element>();
  for (const control of all.flatMap((root) => [...root.querySelectorAll(CONTROL)])) {
    yield;
    if (seen.has(control) || !isCompact(control)) continue;
    const bar = barOf(control);
    if (!bar || bar.some((one) => seen.has(one))) continue;
    for (const one of bar) seen.add(one);
    const shape = bar
      .map((one) => `${one.localName} ${[...one.attributes].map((a) => a.name).sort()}`)
      .join();
    const before = bars.get(shape);
    if (before && isBeside(before, bar[0]!)) return true;
    bars.set(shape, bar[0]!);
    /* A single post has one bar only, which differs from other controls by its counts. */
    if (route === "item" && !hasHeading && bar.some((one) => /\d/.test(labelOf(one)))) return true;
  }
  return false;
}
