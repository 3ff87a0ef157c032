import { suspendCaret } from "../../dom/caret.ts";
import type { Answer, Warning } from "../../domain/warning.ts";
import type { GuardUi } from "../overlay-port.ts";
import { type AnswerPress, makeAnswerPresses } from "./answer-press.ts";
import type { GuardRoot } from "./overlay-root.ts";
import type { PressSeries } from "./press-series.ts";
import { makeExposure } from "./question-exposure.ts";
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
 * @param series tells the press that opened the question, with the rest of its act, from those that answer it.
 * @param anchor the control's rectangle, for a question that is placed beside it.
 */
export function ask(
  doc: Document,
  guard: GuardRoot,
  ui: GuardUi,
  warning: Warning,
  series: PressSeries,
  onAnswer: (answer: Answer) => void,
  anchor?: () => DOMRect | null,
): Question {
  const view = doc.defaultView!;
  let isAnswered = false;
  /* Answers come through `handle` below; from the drawing only Esc counts, when the browser closes the dialog for it. */
  const drawn = ui.question(guard.root, warning, (answer) => answer === "cancel" && finish("cancel"));
  const dialog = drawn.element;
  const restoreCaret = suspendCaret(doc);
  const tools = ui.tools();
  const exposure = makeExposure(doc, guard, tools, dialog, drawn.arm);
  const pressOf = makeAnswerPresses(guard.root, series);
  const mayRemount = makeRemountLimit(() => performance.now());

  function finish(answer: Answer): void {
    if (isAnswered) return;
    isAnswered = true;
    endWatch();
    exposure.end();
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
    if (anchor) tools.positionBeside(dialog, anchor(), view);
    exposure.begin();
    (dialog.querySelector('[data-answer="cancel"]') as HTMLElement | null)?.focus();
  };

  /** Shows the question again after the page removed or covered it; cancels when the page keeps doing so. */
  const remount = (): void => {
    if (isAnswered) return;
    if (!mayRemount()) {
      finish("cancel");
      return;
    }
    show();
  };

  const onPress = (press: AnswerPress, event: MouseEvent): void => {
    const answer = press.control?.getAttribute("data-answer") as Answer | undefined;
    if (press.isRest) event.preventDefault();
    else if (answer === "cancel") finish(answer);
    else if (!answer) {
      if (isOutside(event, dialog) && exposure.isArmedAt(press.since)) finish("cancel");
    } else if (exposure.wasSeen(press)) finish(answer);
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
      const press = repeat ? null : pressOf(event);
      if (repeat && (key === "Enter" || key === " ")) event.preventDefault();
      else if (event.type === "keydown" && key === "Escape") {
        event.preventDefault();
        finish("cancel");
      } else if (press && (isOwn || event.target === doc.documentElement))
        onPress(press, event as MouseEvent);
      else if (!isOwn && event.cancelable && !event.type.startsWith("touch")) event.preventDefault();
      return true;
    },
  };
}

/** Whether a click lies beside the dialog; one made by a key never does. */
function isOutside({ clientX: x, clientY: y, detail }: MouseEvent, dialog: Element): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return detail > 0 && (x < left || x > right || y < top || y > bottom);
}
