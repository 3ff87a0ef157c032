import { onceGone } from "../../dom/orphan-style.ts";
import type { Told } from "../../domain/warning.ts";
import type { GuardUi } from "../overlay-port.ts";
import type { GuardRoot } from "./overlay-root.ts";

/** Tells the user something in a line of its own for so long, in ms. @returns takes it away before. */
export type Tell = (what: Told, ms: number) => () => void;

/** One line at a time, in the guard's own root, above the page and never in its way. */
export function makeTell({
  doc,
  root,
  ui,
  idle,
  signal,
}: {
  doc: Document;
  root: GuardRoot;
  ui: GuardUi;
  idle(): void;
  signal: AbortSignal;
}): Tell {
  const view = doc.defaultView!;
  let end: (() => void) | null = null;
  signal.addEventListener("abort", () => end?.());

  return (what, ms) => {
    end?.();
    if (!ui.tell || signal.aborted) return () => {};
    const box = doc.createElement("div");
    box.style.cssText =
      "position:fixed;inset:auto 0 16px;margin:0 auto;width:fit-content;max-width:calc(100vw - 24px);padding:0;border:0;background:none;overflow:visible";
    box.popover = "manual";
    root.root.append(box);
    root.attach();
    const undraw = ui.tell(root.root, box, what, () => mine());
    const stay = onceGone(box, { visibility: "hidden" });
    try {
      box.showPopover();
    } catch {
      /* The page took the host away in this moment: it is not seen, and nothing depends on it. */
    }
    const mine = () => {
      if (end !== mine) return;
      end = null;
      view.clearTimeout(timer);
      stay();
      undraw();
      box.remove();
      idle();
    };
    const timer = view.setTimeout(mine, ms);
    end = mine;
    return mine;
  };
}
