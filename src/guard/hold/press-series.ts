/** Presses within this time, in ms … */
const SERIES_MS = 500;
/** … and this distance of the one before, in px, belong to one act: the halves of a double click or double tap. */
const SERIES_PX = 24;

/**
 * Groups presses into acts by time and place. The browsers' click count is of no use here: Firefox begins anew at another
 * element, and the question lies over the one that was pressed first.
 */
export interface PressSeries {
  /** Takes every `pointerdown`. */
  add(event: PointerEvent): void;
  /** The number of the act that the last press belongs to. */
  current(): number;
}

export function makePressSeries(): PressSeries {
  let number = 0;
  let last: Pick<PointerEvent, "timeStamp" | "clientX" | "clientY"> | undefined;
  return {
    add({ timeStamp, clientX, clientY }) {
      if (
        !last ||
        timeStamp - last.timeStamp > SERIES_MS ||
        Math.hypot(clientX - last.clientX, clientY - last.clientY) > SERIES_PX
      )
        number++;
      last = { timeStamp, clientX, clientY };
    },
    current: () => number,
  };
}
