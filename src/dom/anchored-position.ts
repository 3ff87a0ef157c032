/** Space between control, dialog and the edges of the window, in px. */
const GAP = 8;

/** Places a small dialog below its control, or above it if there is no room; centred if the control is not visible. */
export function positionBeside(
  dialog: HTMLElement,
  control: DOMRect | null,
  { innerWidth, innerHeight }: Pick<Window, "innerWidth" | "innerHeight">,
): void {
  const { style } = dialog;
  style.margin = style.inset = "";
  if (!control || control.bottom < 0 || control.top > innerHeight) return;
  const { width, height } = dialog.getBoundingClientRect();
  const below = control.bottom + GAP;
  const top = below + height + GAP <= innerHeight ? below : control.top - GAP - height;
  const within = (at: number, size: number, room: number) => Math.max(GAP, Math.min(at, room - size - GAP));
  const left = control.left + control.width / 2 - width / 2;
  style.margin = "0";
  style.inset = `${within(top, height, innerHeight)}px auto auto ${within(left, width, innerWidth)}px`;
}
