/** Where a small mark stands beside a post's action bar, so that no control of the site lies under it. */

/** Width and height of a mark, px. */
export const MARK_PX = 32;
const GAP_PX = 4;
/** So many places in a row are looked at beside the bar. */
const MAX_STEPS = 20;
/** What a user presses. */
const CONTROLS =
  'a[href],button,input,textarea,select,summary,video,[role="button"],[role="link"],[role="menuitem"],[contenteditable="true"]';

/** Distance of the mark's upper left corner from the bar's upper right one, px. */
export interface Spot {
  x: number;
  y: number;
}

type Box = Pick<DOMRect, "left" | "top" | "right" | "bottom">;

/** On the right end of the bar: where nothing else is free. */
export const overBar = (bar: Box): Spot => ({
  x: -MARK_PX - GAP_PX,
  y: (bar.bottom - bar.top - MARK_PX) / 2,
});

/**
 * The first free place: beside the bar, above or below its end, farther along its row inside of the post, then outside.
 * @param free whether nothing that can be pressed lies in a box of this corner, in px of the window.
 */
export function spotFor(bar: Box, post: Box, width: number, free: (x: number, y: number) => boolean): Spot {
  const over = overBar(bar);
  const above = { x: over.x, y: -MARK_PX - GAP_PX };
  const below = { x: over.x, y: bar.bottom - bar.top + GAP_PX };
  const fits = ({ x, y }: Spot, inside: boolean): boolean => {
    const left = bar.right + x;
    const top = bar.top + y;
    if (left < 0 || left + MARK_PX > width) return false;
    if (inside && (left + MARK_PX > post.right || top < post.top || top + MARK_PX > post.bottom))
      return false;
    return free(left, top);
  };
  /* Farther along the row where the site's next controls follow at once. */
  const beside = Array.from({ length: MAX_STEPS }, (_, i) => ({
    x: GAP_PX + i * (MARK_PX + GAP_PX),
    y: over.y,
  }));
  return (
    [beside[0]!, above, below, ...beside].find((spot) => fits(spot, true)) ??
    beside.find((spot) => fits(spot, false)) ??
    over
  );
}

/** Does nothing that can be pressed lie in the box of this corner? Its middle and corners are asked. */
export function isFree(doc: Document, host: Element, x: number, y: number): boolean {
  const far = MARK_PX - 2;
  return [
    [MARK_PX / 2, MARK_PX / 2],
    [2, 2],
    [far, 2],
    [2, far],
    [far, far],
  ].every(([dx, dy]) => {
    const at = doc.elementFromPoint(x + dx!, y + dy!);
    return at !== null && at !== host && !at.closest(CONTROLS);
  });
}
