import type { PressSeries } from "./press-series.ts";

/** A press or key press on an answer, once its click has arrived. */
export interface AnswerPress {
  /** The answer button that was hit, if one was. */
  control: Element | null;
  /** The pointer's position; null for a click made by a key on the focused element. */
  at: { x: number; y: number } | null;
  /** When the press began, by the events' own time; NaN if it began on something else, or unheard. */
  since: number;
  /** The press belongs to the act before the answers were shown, for example as the second half of a double click. */
  isRest: boolean;
}

const answerAt = (inner: Element | null): Element | null => inner?.closest("[data-answer]") ?? null;

/**
 * Puts the click on an answer together with the press that it ends: only one that began where it ended is meant.
 * @returns takes every event, and gives the press at its click
 */
export function makeAnswerPresses(
  root: ShadowRoot,
  series: PressSeries,
): (event: Event) => AnswerPress | null {
  const actBefore = series.current();
  let begun: { control: Element | null; since: number; isRest: boolean } | null = null;

  return (event) => {
    const { type, timeStamp: since } = event;
    const { clientX: x, clientY: y, detail } = event as PointerEvent;
    const { key } = event as KeyboardEvent;
    /* Assistive technology may press without a pointer: then mousedown is the first that is heard. */
    if (type === "pointerdown" || (type === "mousedown" && !begun)) {
      const isRest = type === "pointerdown" && series.current() === actBefore;
      begun = { control: answerAt(root.elementFromPoint(x, y)), since, isRest };
    } else if (type === "keydown" && (key === "Enter" || key === " "))
      begun = { control: answerAt(root.activeElement), since, isRest: false };
    if (type !== "click") return null;
    /* By a key, or by assistive technology: a mouse counts its clicks, also in the corner of the screen. */
    const byKey = detail === 0;
    const control = answerAt(byKey ? root.activeElement : root.elementFromPoint(x, y));
    const press = begun;
    begun = null;
    return {
      control,
      at: byKey ? null : { x, y },
      since: press?.control === control ? press.since : byKey ? since : Number.NaN,
      isRest: !byKey && press?.isRest !== false,
    };
  };
}
