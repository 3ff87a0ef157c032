/** Where a click on an open question fell. */
export interface QuestionClick {
  /** The button that it meant. */
  control: Element | null | undefined;
  /** Of a pointer; null: made by a key, on what has the focus. */
  at: { x: number; y: number } | null;
  /** Beside the dialog. */
  isOutside: boolean;
}

/** Reads a click on an open question. Keeps nothing. */
export function readClick(event: MouseEvent, dialog: Element, root: ShadowRoot): QuestionClick {
  const { clientX: x, clientY: y } = event;
  const { pointerType } = event as PointerEvent;
  /* A mouse in the very corner of the screen is no key. */
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
