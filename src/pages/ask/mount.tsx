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

/** Renders the question of `source`, or that it is over. Returns a function that unmounts it. */
export async function mountAsk(root: Element, source: AskSource): Promise<() => void> {
  const { page, answer, arm, signal, end: endQuestion } = singleAnswerPage(source);
  const listen = () => {
    root.querySelector<HTMLElement>('[data-answer="cancel"]')?.focus();
    const cancel = forTrusted((event: KeyboardEvent) => void (event.key === "Escape" && answer("cancel")));
    window.addEventListener("keydown", cancel, { signal });
    watchForeground(signal, arm);
  };
  const { shown, end } = mountPage(root, page, {
    view: ({ warning, armed }, actions) => (
      <AskPage warning={warning} armed={armed} onAnswer={(choice) => void actions.answer(choice)} />
    ),
    failed: (model) => model,
    results: {},
    rendered: ({ warning }, previous) => warning && !previous?.warning && listen(),
  });
  await shown;
  return () => {
    endQuestion();
    end();
  };
}
