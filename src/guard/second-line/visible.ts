/** Browsers compute it by climbing, and one press asks for the same elements again and again. */
let known = new Map<Element, boolean>();

/** True for what a page keeps in its document and does not show: it neither ends nor fills a box. */
const isDrawn = (el: Element): boolean =>
  el.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) !== false;

/** False for what a page keeps in its document and does not show, as it is at this press. */
export function isShown(el: Element): boolean {
  let found = known.get(el);
  if (found === undefined) {
    found = isDrawn(el);
    known.set(el, found);
  }
  return found;
}

/** To be called before and after each press: a page may show it by the next one, and must be free to drop elements. */
export function forgetShown(): void {
  known = new Map();
}
