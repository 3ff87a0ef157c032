/** Finds a place for a small mark beside a post's action bar, so that it covers no control of the site. */

/** Width and height of a mark, px. */
export const MARK_PX = 32;
const GAP_PX = 4;
/** How many places in a row are tried beside the bar. */
const MAX_STEPS = 20;
/** Elements that a user can press. */
const CONTROLS =
  'a[href],button,input,textarea,select,summary,video,[role="button"],[role="link"],[role="menuitem"],[contenteditable="true"]';

/** Offset of the mark's upper left corner from the bar's upper right one, px. */
export interface Spot {
  x: number;
  y: number;
}

type Box = Pick<DOMRect, "left" | "top" | "right" | "bottom">;

/** Over the right end of the bar: the last resort. */
export const overBar = (bar: Box): Spot => ({
  x: -MARK_PX - GAP_PX,
  y: (bar.bottom - bar.top - MARK_PX) / 2,
});

/**
 * The first free place: beside the bar, above or below its end, farther along its row within the post, then outside it.
 * @param free whether a mark with this upper left corner, in px of the window, covers nothing that can be pressed.
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
  /* Several places along the row: the site's next controls may follow the bar directly. */
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

/** True if a mark with this upper left corner covers nothing that can be pressed; tests its middle and corners. */
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
