import { render } from "preact";
import { styleWhenOrphaned } from "../dom/orphan-style.ts";
import { adoptSheets } from "../dom/stylesheets.ts";
import { forTrusted } from "../dom/trusted.ts";
import type { Answer, Warning } from "../domain/warning.ts";
import { Localized } from "../ui/localized.tsx";
import { BriefQuestion } from "./brief-question.tsx";
import { TEXT_ID, TITLE_ID, WarningDialog } from "./dialog.tsx";
import { dialogCss } from "./dialog-styles.ts";
import { shield } from "./event-shield.ts";
import { baseCss } from "./styles.ts";

/** A warning dialog inside a shadow root. The caller shows and closes `element`. */
export interface MountedWarning {
  element: HTMLDialogElement;
  /** Enables *Tetap lanjutkan* and *Bukan kampanye*, once the dialog has been visible long enough. */
  arm(armed: boolean): void;
  /** Removes everything of this warning from the root. */
  unmount(): void;
}

/**
 * Draws a warning dialog into a shadow root, closed: the caller calls `element.showModal()`. Esc and a click outside
 * answer "cancel". The caller listens for a `close` without an answer, which only the browser can cause.
 */
export function mountWarning(
  root: ShadowRoot,
  warning: Warning,
  onAnswer: (answer: Answer, event: Event) => void,
): MountedWarning {
  shield(root);
  adoptSheets(root, baseCss, dialogCss);
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
  const watcher = watchChanges(element, () => onAnswer("cancel", new Event("change")));
  const forgetOwn = () => watcher?.takeRecords();
  const Body = warning.brief ? BriefQuestion : WarningDialog;
  /* The folded details are rendered once the dialog is armed, so that the first frame does not wait for them. */
  let details = false;
  const draw = (armed: boolean) => {
    details ||= armed;
    const body = () => {
      queueMicrotask(forgetOwn);
      return <Body warning={warning} onAnswer={onAnswer} armed={armed} details={details} />;
    };
    render(<Localized>{body}</Localized>, element);
  };
  draw(false);
  const removeOrphanStyle = styleWhenOrphaned(element.querySelector(".ended"), { visibility: "visible" });
  return {
    element,
    arm: draw,
    unmount() {
      watcher?.disconnect();
      removeOrphanStyle();
      render(null, element);
      element.remove();
    },
  };
}

/**
 * Watches what was drawn. Nobody but us can change it unless a page got hold of the closed root, and then the question
 * says what the page wants. The guard itself moves the dialog, and the browser opens it and its details.
 */
function watchChanges(element: HTMLElement, onForeign: () => void): MutationObserver | undefined {
  const { MutationObserver } = element.ownerDocument.defaultView ?? {};
  if (!MutationObserver) return undefined;
  const watcher = new MutationObserver((records) => {
    const isForeign = ({ attributeName, target }: MutationRecord) =>
      attributeName !== "open" && !(attributeName === "style" && target === element);
    if (records.some(isForeign)) onForeign();
  });
  watcher.observe(element, { subtree: true, childList: true, attributes: true, characterData: true });
  return watcher;
}

/** Whether a click hit the backdrop: its target is the dialog, but it lies outside the dialog's box. */
function isOutside(element: HTMLElement, event: MouseEvent): boolean {
  const box = element.getBoundingClientRect();
  return (
    event.clientX < box.left ||
    event.clientX > box.right ||
    event.clientY < box.top ||
    event.clientY > box.bottom
  );
}
