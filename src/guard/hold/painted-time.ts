/** An answer counts only after its question was painted for this long, in ms: nobody reads it in less. */
export const MIN_VISIBLE_MS = 300;
/** What moved farther than this, in px, lies elsewhere under the pointer. */
const SAME_PLACE_PX = 2;

/** Owns for how long something has been painted in the same place. */
export interface PaintedTime {
  /** Begins anew, with the next frame that is painted. */
  restart(): void;
  /** True if it had been painted for long enough at this time, by an event's own clock. */
  isLongBefore(time: number): boolean;
  /** Begins anew if it moved. @returns whether it did */
  checkPlace(): boolean;
  end(): void;
}

/**
 * Counts in frames, not by the clock: while a page is busy nothing is painted, and what the user presses meanwhile was
 * meant for what lay there before.
 * @param onLong called with true once it was painted for long enough, with false when that begins anew
 */
export function makePaintedTime(
  view: Window,
  shown: HTMLElement,
  onLong: (isLong: boolean) => void,
): PaintedTime {
  let place: DOMRect | undefined;
  /** The first frame in which it was already painted in this place. */
  let paintedAt = 0;
  let longAt = Number.POSITIVE_INFINITY;
  let frame = 0;

  const hasMoved = (): boolean => {
    const now = shown.getBoundingClientRect();
    const sides = ["left", "top", "right", "bottom"] as const;
    const moved = !place || sides.some((side) => Math.abs(now[side] - place![side]) > SAME_PLACE_PX);
    if (moved) place = now;
    return moved;
  };
  const onFrame = (): void => {
    const now = performance.now();
    if (hasMoved() || !paintedAt) paintedAt = now;
    if (now - paintedAt < MIN_VISIBLE_MS) frame = view.requestAnimationFrame(onFrame);
    else {
      longAt = now;
      onLong(true);
      hasMoved(); /* by what `onLong` drew */
    }
  };
  const restart = (): void => {
    if (longAt < Number.POSITIVE_INFINITY) onLong(false);
    longAt = Number.POSITIVE_INFINITY;
    paintedAt = 0;
    view.cancelAnimationFrame(frame);
    /* The callbacks of a frame run before it is painted: the second ones know that the first was. */
    frame = view.requestAnimationFrame(() => {
      frame = view.requestAnimationFrame(onFrame);
    });
  };

  return {
    restart,
    isLongBefore: (time) => time >= longAt,
    checkPlace() {
      const isElsewhere = longAt < Number.POSITIVE_INFINITY && hasMoved();
      if (isElsewhere) restart();
      return isElsewhere;
    },
    end: () => view.cancelAnimationFrame(frame),
  };
}
