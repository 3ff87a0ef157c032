import { positionBeside } from "../../dom/anchored-position.ts";
import { suspendCaret } from "../../dom/caret.ts";
import type { Answer, Warning } from "../../domain/warning.ts";
import type { GuardUi } from "../overlay-port.ts";
import type { GuardRoot } from "./overlay-root.ts";
import { readClick } from "./question-click.ts";
import { MIN_VISIBLE_MS, makeExposure } from "./question-exposure.ts";
import { watchQuestion } from "./question-watch.ts";
import { makeRemountLimit } from "./remount-limit.ts";

/** An open question. */
export interface Question {
  /** Takes every trusted event while the question is open. Returns false once it is answered. */
  handle(event: Event): boolean;
  close(): void;
}

/**
 * Opens the modal question, and owns whether it is answered. `onAnswer` is called exactly once: by a trusted event on a
 * visible control, by Esc, by a click outside, or with "cancel" when the page kept removing or covering the question.
 * @param anchor the control's rectangle, for a question that is placed beside it.
 */
export function ask(
  doc: Document,
  guard: GuardRoot,
  ui: GuardUi,
  warning: Warning,
  onAnswer: (answer: Answer) => void,
  now: () => number = () => performance.now(),
  anchor?: () => DOMRect | null,
): Question {
  const view = doc.defaultView!;
  let isAnswered = false;
  let armTimer = 0;
  /* Answers come through `handle` below; from the drawing only Esc counts, when the browser closes the dialog for it. */
  const drawn = ui.question(guard.root, warning, (answer) => answer === "cancel" && finish("cancel"));
  const dialog = drawn.element;
  const restoreCaret = suspendCaret(doc);
  const exposure = makeExposure(doc, guard, dialog, now);
  const mayRemount = makeRemountLimit(now);

  function finish(answer: Answer): void {
    if (isAnswered) return;
    isAnswered = true;
    endWatch();
    exposure.end();
    view.clearTimeout(armTimer);
    try {
      if (dialog.open) dialog.close();
    } catch {
      /* The page removed the dialog from the document: nothing is left to close. */
    }
    drawn.unmount();
    restoreCaret();
    onAnswer(answer);
  }

  const show = (): void => {
    guard.attach();
    try {
      if (dialog.open) dialog.close();
      dialog.showModal();
    } catch {
      return; /* The host is not connected at this moment: the watch tries again, a limited number of times. */
    }
    if (anchor) positionBeside(dialog, anchor(), view);
    exposure.begin();
    view.clearTimeout(armTimer);
    armTimer = view.setTimeout(() => drawn.arm(true), MIN_VISIBLE_MS);
    (dialog.querySelector('[data-answer="cancel"]') as HTMLElement | null)?.focus();
  };

  /** Shows the question again after the page removed or covered it; cancels when the page keeps doing so. */
  const remount = (): void => {
    if (isAnswered) return;
    if (!mayRemount()) {
      finish("cancel");
      return;
    }
    /* Not for the first showing: it is drawn unarmed already, and once more would cost the first frame 1 ms. */
    drawn.arm(false);
    show();
  };

  const onClick = (event: MouseEvent): void => {
    /* The second half of the double click that opened the question was meant for the page below. */
    if (event.detail > 1 && exposure.isFresh()) return;
    const { control, at, isOutside } = readClick(event, dialog, guard.root);
    if (!control) {
      if (isOutside && !exposure.isFresh()) finish("cancel");
      return;
    }
    const answer = control.getAttribute("data-answer") as Answer;
    if (answer === "cancel") finish("cancel");
    else if (!exposure.wasSeen(control, at)) return;
    else if (exposure.isCovered()) remount();
    else finish(answer);
  };

  dialog.addEventListener("close", () => {
    if (!isAnswered && !dialog.open) remount();
  });
  const endWatch = watchQuestion(doc, guard, exposure.isVisible, remount);
  show();

  return {
    close: () => finish("cancel"),
    handle(event) {
      if (isAnswered) return false;
      const isOwn = event.composedPath()[0] === guard.host || event.target === guard.host;
      event.stopImmediatePropagation();
      const { key, repeat } = event as KeyboardEvent;
      /* A key held down since the action itself must not press a button of the question. */
      if (repeat && (key === "Enter" || key === " ")) event.preventDefault();
      else if (event.type === "keydown" && key === "Escape") {
        event.preventDefault();
        finish("cancel");
      } else if (event.type === "click" && (isOwn || event.target === doc.documentElement))
        onClick(event as MouseEvent);
      else if (!isOwn && event.cancelable && !event.type.startsWith("touch")) event.preventDefault();
      return true;
    },
  };
}
