import { render } from "preact";
import { onceGone } from "../dom/orphan-style.ts";
import { adopt } from "../dom/stylesheets.ts";
import { forTrusted } from "../dom/trusted.ts";
import type { Answer, Warning } from "../domain/warning.ts";
import { Localized } from "../ui/localized.tsx";
import { BriefQuestion } from "./brief-question.tsx";
import { TEXT_ID, TITLE_ID, WarningDialog } from "./dialog.tsx";
import { dialogCss } from "./dialog-styles.ts";
import { baseCss } from "./styles.ts";

/** A warning standing in a shadow root. The caller shows and closes `element`. */
export interface MountedWarning {
  element: HTMLDialogElement;
  /** Lets *Tetap lanjutkan* and *Bukan kampanye* work, once the dialog was visible long enough. */
  arm(armed: boolean): void;
  /** Takes everything of this warning out of the root. */
  unmount(): void;
}

/**
 * Draws a warning into a shadow root, closed still: the caller calls `element.showModal()`. Esc and a click outside
 * answer "cancel"; `close` without an answer (a page can reach no part of it, a browser may) is the caller's to hear.
 */
export function mountWarning(
  root: ShadowRoot,
  warning: Warning,
  onAnswer: (answer: Answer, event: Event) => void,
): MountedWarning {
  adopt(root, baseCss, dialogCss);
  const element = root.ownerDocument.createElement("dialog");
  element.className = warning.brief ? "frame brief" : "frame";
  element.setAttribute("role", "alertdialog");
  element.setAttribute("aria-labelledby", TITLE_ID);
  if (!warning.brief) element.setAttribute("aria-describedby", TEXT_ID);
  element.addEventListener(
    "cancel",
    forTrusted((event) => {
      event.preventDefault();
      onAnswer("cancel", event);
    }),
  );
  element.addEventListener(
    "click",
    forTrusted((event) => {
      if (event.target === element && isOutside(element, event)) onAnswer("cancel", event);
    }),
  );
  root.append(element);
  const Body = warning.brief ? BriefQuestion : WarningDialog;
  /* What is folded away is drawn once the rest was long seen: the first frame does not wait for it. */
  let whole = false;
  const draw = (armed: boolean) => {
    whole ||= armed;
    const body = () => <Body warning={warning} onAnswer={onAnswer} armed={armed} whole={whole} />;
    render(<Localized>{body}</Localized>, element);
  };
  draw(false);
  const stay = onceGone(element.querySelector(".ended"), { visibility: "visible" });
  return {
    element,
    arm: draw,
    unmount() {
      stay();
      render(null, element);
      element.remove();
    },
  };
}

/** A click on the backdrop has the dialog as target but lies outside its box. */
function isOutside(element: HTMLElement, event: MouseEvent): boolean {
  const box = element.getBoundingClientRect();
  return (
    event.clientX < box.left ||
    event.clientX > box.right ||
    event.clientY < box.top ||
    event.clientY > box.bottom
  );
}
