/** What a click on an open question hit. */
export interface QuestionClick {
  /** The answer button, if one was hit. */
  control: Element | null | undefined;
  /** The pointer's position; null for a click made by a key on the focused element. */
  at: { x: number; y: number } | null;
  /** True for a click beside the dialog. */
  isOutside: boolean;
}

/** Reads a click on an open question; keeps no state. */
export function readClick(event: MouseEvent, dialog: Element, root: ShadowRoot): QuestionClick {
  const { clientX: x, clientY: y } = event;
  const { pointerType } = event as PointerEvent;
  /* Keyboard clicks have the position 0,0, but so has a mouse in the corner of the screen: it has a pointerType. */
  const byKey = event.detail === 0 || (x === 0 && y === 0 && !pointerType);
  const inner = byKey ? root.activeElement : root.elementFromPoint(x, y);
  const box = dialog.getBoundingClientRect();
  const isOutside = x < box.left || x > box.right || y < box.top || y > box.bottom;
  return {
    control: inner?.closest("[data-answer]"),
    at: byKey ? null : { x, y },
    isOutside: !byKey && isOutside,
  };
}
