import { forTrusted } from "../../dom/trusted.ts";

/** What counts as use of the page, and how often it is passed on. */
const USE = ["pointerdown", "keydown", "wheel"] as const;
const TOUCH_MS = 15_000;

/** Passes use of the page on to `touch` while the book is open, so that it does not close meanwhile. Returns an end. */
export function passUse(isOpen: () => boolean, touch: () => void): () => void {
  let touched = 0;
  const used = forTrusted(() => {
    if (!isOpen() || Date.now() - touched < TOUCH_MS) return;
    touched = Date.now();
    touch();
  });
  for (const kind of USE) addEventListener(kind, used, true);
  return () => {
    for (const kind of USE) removeEventListener(kind, used, true);
  };
}
