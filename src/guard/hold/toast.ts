import type { ToastMessage } from "../../domain/warning.ts";
import type { GuardUi } from "../overlay-port.ts";
import type { GuardRoot } from "./overlay-root.ts";

/** Shows a toast for `ms`. @returns closes it earlier */
export type ShowToast = (message: ToastMessage, ms: number) => () => void;

/** Shows one toast at a time, in the guard's own root, above the page and without blocking it. */
export function makeToast({
  doc,
  root,
  ui,
  idle: onIdle,
  signal,
}: {
  doc: Document;
  root: GuardRoot;
  ui: GuardUi;
  idle(): void;
  signal: AbortSignal;
}): ShowToast {
  const view = doc.defaultView!;
  let closeCurrent: (() => void) | null = null;
  signal.addEventListener("abort", () => closeCurrent?.());

  return (what, ms) => {
    closeCurrent?.();
    if (!ui.toast || signal.aborted) return () => {};
    const box = doc.createElement("div");
    box.style.cssText =
      "position:fixed;inset:auto 0 16px;margin:0 auto;width:fit-content;max-width:calc(100vw - 24px);padding:0;border:0;background:none;overflow:visible";
    box.popover = "manual";
    root.root.append(box);
    root.attach();
    const undraw = ui.toast(root.root, box, what, () => close());
    try {
      box.showPopover();
    } catch {
      /* The page removed the host at this moment: the toast stays unseen, and nothing depends on it. */
    }
    const close = () => {
      if (closeCurrent !== close) return;
      closeCurrent = null;
      view.clearTimeout(timer);
      undraw();
      box.remove();
      onIdle();
    };
    const timer = view.setTimeout(close, ms);
    closeCurrent = close;
    return close;
  };
}
