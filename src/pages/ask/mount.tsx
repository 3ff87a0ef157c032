import { mountPage } from "../shared/mount-page.tsx";
import "../../overlay/frame.css";
import "../../ui/tokens.css";
import "../../overlay/dialog.css";
import "./ask.css";
import { forTrusted } from "../../dom/trusted.ts";
import { watchForeground } from "./foreground.ts";
import type { AskSource } from "./model.ts";
import { AskPage } from "./page.tsx";
import { singleAnswerPage } from "./single-answer.ts";

/** Draws the question of `source` into `root`, or says that it is over. Returns a function that ends it. */
export async function mountAsk(root: Element, source: AskSource): Promise<() => void> {
  const { page, answer, arm, signal, end: over } = singleAnswerPage(source);
  const begin = () => {
    root.querySelector<HTMLElement>('[data-answer="cancel"]')?.focus();
    const cancel = forTrusted((event: KeyboardEvent) => void (event.key === "Escape" && answer("cancel")));
    window.addEventListener("keydown", cancel, { signal });
    watchForeground(signal, arm);
  };
  const { shown, end } = mountPage(root, page, {
    view: ({ warning, armed }, actions) => (
      <AskPage warning={warning} armed={armed} onAnswer={(what) => void actions.answer(what)} />
    ),
    failed: (model) => model,
    results: {},
    drawn: ({ warning }, before) => warning && !before?.warning && begin(),
  });
  await shown;
  return () => {
    over();
    end();
  };
}
