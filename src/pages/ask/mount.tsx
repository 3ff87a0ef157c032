import { mountPage } from "../shared/mount-page.tsx";
import "../../overlay/frame.css";
import "../../ui/tokens.css";
import "../../overlay/dialog.css";
import "./ask.css";
import { forTrusted } from "../../dom/trusted.ts";
import { watchInFront } from "./in-front.ts";
import type { AskSource } from "./model.ts";
import { askOnce } from "./once.ts";
import { Ask } from "./page.tsx";

/** Draws the question of `source` into `root`, or says that it is over. Returns a function that ends it. */
export async function mountAsk(root: Element, source: AskSource): Promise<() => void> {
  const { page, answer, arm, signal, end: over } = askOnce(source);
  const begin = () => {
    root.querySelector<HTMLElement>('[data-answer="cancel"]')?.focus();
    const cancel = forTrusted((event: KeyboardEvent) => void (event.key === "Escape" && answer("cancel")));
    window.addEventListener("keydown", cancel, { signal });
    watchInFront(signal, arm);
  };
  const { shown, end } = mountPage(root, page, {
    view: ({ warning, armed }, actions) => (
      <Ask warning={warning} armed={armed} onAnswer={(what) => void actions.answer(what)} />
    ),
    failed: (model) => model,
    answers: {},
    drawn: ({ warning }, before) => warning && !before?.warning && begin(),
  });
  await shown;
  return () => {
    over();
    end();
  };
}
