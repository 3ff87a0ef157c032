import { putCaretAway } from "./caret.ts";
import { placeBeside } from "./place.ts";
import type { GuardRoot } from "./root.ts";
import { topLayer, topLayerDeep } from "./top-layer.ts";
import type { Answer, Warning } from "./types.ts";
import type { GuardUi } from "./ui.ts";

/** A confirmation counts only after the dialog was to be seen for this long (design/HOSTILE.md, class 3), in ms. */
export const SEEN_FOR_MS = 300;
/** The question is put back on top this often at most, within `REMOUNT_WINDOW_MS` (class 4). */
export const REMOUNTS = 5;
export const REMOUNT_WINDOW_MS = 5_000;
const WATCH_EVERY_MS = 200;

export interface Question {
  /** Called with every trusted event while the question is open. Returns true where it was the question's own. */
  handle(event: Event): boolean;
  close(): void;
}

/**
 * Opens the modal question. `answered` is called exactly once: by a trusted event on a visible control, by Esc, by a
 * click outside, or with "cancel" when the page kept removing or covering it.
 * @param near where the control stands, for a question asked beside it.
 */
export function ask(
  doc: Document,
  guard: GuardRoot,
  ui: GuardUi,
  warning: Warning,
  answered: (answer: Answer) => void,
  now: () => number = () => performance.now(),
  near?: () => DOMRect | null,
): Question {
  const view = doc.defaultView!;
  let done = false;
  let shownAt = 0;
  let remounts: number[] = [];
  /** What lay in the top layer when the question was put on top of it. */
  let below = new Set<Element>();
  /** Set when something inside a shadow root was found above it: then these count as below when it is shown again. */
  let deep = false;
  let timer = 0;
  let arming = 0;
  /* Answers come through `handle` below; the drawing itself only hears Esc where the browser closes the dialog. */
  const drawn = ui.question(guard.root, warning, (answer) => answer === "cancel" && finish("cancel"));
  const dialog = drawn.element;
  const putCaretBack = putCaretAway(doc);

  const finish = (answer: Answer): void => {
    if (done) return;
    done = true;
    view.clearInterval(timer);
    watcher.disconnect();
    view.removeEventListener("beforetoggle", onToggle, true);
    view.removeEventListener("fullscreenchange", onToggle, true);
    view.clearTimeout(arming);
    try {
      if (dialog.open) dialog.close();
    } catch {
      /* the page took it out of the document: nothing left to close */
    }
    drawn.unmount();
    putCaretBack();
    answered(answer);
  };

  const show = (): void => {
    guard.attach();
    try {
      if (dialog.open) dialog.close();
      dialog.showModal();
    } catch {
      return; /* not connected in this moment: the watcher tries again, bounded */
    }
    if (near) placeBeside(dialog, near(), view);
    shownAt = now();
    below = new Set(deep ? topLayerDeep(doc) : topLayer(doc));
    view.clearTimeout(arming);
    arming = view.setTimeout(() => drawn.arm(true), SEEN_FOR_MS) as unknown as number;
    (dialog.querySelector('[data-answer="cancel"]') as HTMLElement | null)?.focus();
  };

  /** Shows it again after the page removed or covered it; gives up (undone) when the page goes on doing so. */
  const again = (): void => {
    if (done) return;
    remounts = remounts.filter((t) => now() - t < REMOUNT_WINDOW_MS);
    if (remounts.length >= REMOUNTS) {
      finish("cancel");
      return;
    }
    remounts.push(now());
    /* At first it is drawn so already: drawing it once more would cost the first frame a millisecond. */
    drawn.arm(false);
    show();
  };

  const onTopAt = (x: number, y: number): boolean => doc.elementFromPoint(x, y) === guard.host;
  /**
   * Did the page put something above the question? Beside a modal dialog it is inert: no hit test finds it, and clicks
   * fall through it onto a question that nobody sees.
   */
  const isBuried = (): boolean => topLayer(doc).some((at) => !below.has(at));
  /** The same, asked before a confirmation counts: a page may cover the question from inside a closed shadow root. */
  const isDeeplyBuried = (): boolean =>
    topLayerDeep(doc).some((at) => at !== dialog && !below.has(at) && at.getRootNode() !== guard.root);
  const onToggle = (event: Event): void => {
    below.delete(event.target as Element);
  };
  const visible = (): boolean => {
    if (!guard.inPlace() || !dialog.open || isBuried()) return false;
    const box = dialog.getBoundingClientRect();
    return box.width > 40 && box.height > 40 && onTopAt(box.left + box.width / 2, box.top + box.height / 2);
  };

  const watcher = new view.MutationObserver(() => {
    if (!guard.inPlace()) again();
  });

  /** Was this control really seen where the user pressed it? Keyboard presses are checked at its middle. */
  const seen = (control: Element, x: number, y: number): boolean => {
    if (now() - shownAt < SEEN_FOR_MS || !dialog.open || isBuried()) return false;
    const box = control.getBoundingClientRect();
    const byKey = x === 0 && y === 0;
    const px = byKey ? box.left + box.width / 2 : x;
    const py = byKey ? box.top + box.height / 2 : y;
    if (byKey && (py < 0 || py > view.innerHeight)) return onTopAt(view.innerWidth / 2, view.innerHeight / 2);
    return onTopAt(px, py) && guard.root.elementFromPoint(px, py)?.closest("[data-answer]") === control;
  };

  const onClick = (event: MouseEvent): void => {
    /* The second half of the double click that opened it was meant for what stood there before. */
    if (event.detail > 1 && now() - shownAt < SEEN_FOR_MS) return;
    const { pointerType } = event as PointerEvent;
    /* A mouse in the very corner of the screen is no key. */
    const byKey = event.detail === 0 || (event.clientX === 0 && event.clientY === 0 && !pointerType);
    const inner = byKey
      ? guard.root.activeElement
      : guard.root.elementFromPoint(event.clientX, event.clientY);
    const control = inner?.closest("[data-answer]");
    if (control) {
      const answer = control.getAttribute("data-answer") as Answer;
      if (answer === "cancel") finish("cancel");
      else if (seen(control, byKey ? 0 : event.clientX, byKey ? 0 : event.clientY)) {
        deep = isDeeplyBuried();
        if (deep) again();
        else finish(answer);
      }
      return;
    }
    const box = dialog.getBoundingClientRect();
    const outside =
      event.clientX < box.left ||
      event.clientX > box.right ||
      event.clientY < box.top ||
      event.clientY > box.bottom;
    if (!byKey && outside && now() - shownAt >= SEEN_FOR_MS) finish("cancel");
  };

  dialog.addEventListener("close", () => {
    if (!done && !dialog.open) again();
  });
  watcher.observe(doc.documentElement, { childList: true });
  view.addEventListener("beforetoggle", onToggle, true);
  view.addEventListener("fullscreenchange", onToggle, true);
  timer = view.setInterval(() => {
    if (!visible()) again();
  }, WATCH_EVERY_MS) as unknown as number;
  show();

  return {
    close: () => finish("cancel"),
    handle(event) {
      if (done) return false;
      const mine = event.composedPath()[0] === guard.host || event.target === guard.host;
      event.stopImmediatePropagation();
      const { key, repeat } = event as KeyboardEvent;
      /* A key that is held down since the act itself presses nothing here. */
      if (repeat && (key === "Enter" || key === " ")) event.preventDefault();
      else if (event.type === "keydown" && key === "Escape") {
        event.preventDefault();
        finish("cancel");
      } else if (event.type === "click" && (mine || event.target === doc.documentElement))
        onClick(event as MouseEvent);
      else if (!mine && event.cancelable && !event.type.startsWith("touch")) event.preventDefault();
      return true;
    },
  };
}
