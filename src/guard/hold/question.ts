import { placeBeside } from "../../dom/anchored-position.ts";
import { putCaretAway } from "../../dom/caret.ts";
import type { Answer, Warning } from "../../domain/warning.ts";
import type { GuardUi } from "../overlay-port.ts";
import type { GuardRoot } from "./overlay-root.ts";
import { readClick } from "./question-click.ts";
import { makeExposure, SEEN_FOR_MS } from "./question-exposure.ts";
import { watchQuestion } from "./question-watch.ts";
import { makeRemountLimit } from "./remount-limit.ts";

export interface Question {
  /** Called with every trusted event while the question is open. Returns true where it was the question's own. */
  handle(event: Event): boolean;
  close(): void;
}

/**
 * Opens the modal question, and owns whether it is answered. `answered` is called exactly once: by a trusted event on a
 * visible control, by Esc, by a click outside, or with "cancel" when the page kept removing or covering it.
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
  let arming = 0;
  /* Answers come through `handle` below; the drawing itself only hears Esc where the browser closes the dialog. */
  const drawn = ui.question(guard.root, warning, (answer) => answer === "cancel" && finish("cancel"));
  const dialog = drawn.element;
  const putCaretBack = putCaretAway(doc);
  const exposure = makeExposure(doc, guard, dialog, now);
  const mayRemount = makeRemountLimit(now);

  function finish(answer: Answer): void {
    if (done) return;
    done = true;
    endWatch();
    exposure.end();
    view.clearTimeout(arming);
    try {
      if (dialog.open) dialog.close();
    } catch {
      /* the page took it out of the document: nothing left to close */
    }
    drawn.unmount();
    putCaretBack();
    answered(answer);
  }

  const show = (): void => {
    guard.attach();
    try {
      if (dialog.open) dialog.close();
      dialog.showModal();
    } catch {
      return; /* not connected in this moment: the watch tries again, bounded */
    }
    if (near) placeBeside(dialog, near(), view);
    exposure.begin();
    view.clearTimeout(arming);
    arming = view.setTimeout(() => drawn.arm(true), SEEN_FOR_MS);
    (dialog.querySelector('[data-answer="cancel"]') as HTMLElement | null)?.focus();
  };

  /** Shows it again after the page removed or covered it; gives up (undone) when the page goes on doing so. */
  const again = (): void => {
    if (done) return;
    if (!mayRemount()) {
      finish("cancel");
      return;
    }
    /* At first it is drawn so already: drawing it once more would cost the first frame a millisecond. */
    drawn.arm(false);
    show();
  };

  const onClick = (event: MouseEvent): void => {
    /* The second half of the double click that opened it was meant for what stood there before. */
    if (event.detail > 1 && exposure.isFresh()) return;
    const { control, at, isOutside } = readClick(event, dialog, guard.root);
    if (!control) {
      if (isOutside && !exposure.isFresh()) finish("cancel");
      return;
    }
    const answer = control.getAttribute("data-answer") as Answer;
    if (answer === "cancel") finish("cancel");
    else if (!exposure.wasSeen(control, at)) return;
    else if (exposure.isDeeplyBuried()) again();
    else finish(answer);
  };

  dialog.addEventListener("close", () => {
    if (!done && !dialog.open) again();
  });
  const endWatch = watchQuestion(doc, guard, exposure.isVisible, again);
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
