import type { Answer } from "../../domain/warning.ts";
import type { PageSource } from "../shared/mount-page.tsx";
import type { AskActions, AskModel, AskSource } from "./model.ts";

/** How often to check that the question still stands; this also keeps the background from being suspended. */
const POLL_MS = 5_000;

/** A page whose question can be answered once. */
export interface SingleAnswerPage {
  page: PageSource<AskModel, AskActions>;
  answer(answer: Answer): Promise<void>;
  /** Sets whether an answer can confirm. */
  arm(armed: boolean): void;
  /** Aborted when the question is over. */
  signal: AbortSignal;
  end(): void;
}

/** The question of `source` as a page: the first question stays until it is answered or nobody waits for it. */
export function singleAnswerPage(source: AskSource): SingleAnswerPage {
  const controller = new AbortController();
  const { signal } = controller;
  const language = source.language();
  let question: AskModel["warning"] | undefined;
  let armed = false;
  let show: (part: Partial<AskModel>) => void = () => {};

  const end = () => {
    controller.abort();
    question = null;
  };
  const answer = async (choice: Answer) => {
    if (signal.aborted || (choice !== "cancel" && !armed)) return;
    end();
    show({ warning: null });
    if (await source.answer(choice).catch(() => false)) source.close();
  };
  return {
    answer,
    signal,
    end,
    arm(next) {
      if (next === armed) return;
      armed = next;
      show({ armed });
    },
    page: {
      async load() {
        const [warning, interfaceLanguage] = await Promise.all([source.load().catch(() => null), language]);
        if (!warning) end();
        else if (!signal.aborted) question ??= warning;
        return { warning: question ?? null, armed, language: interfaceLanguage };
      },
      actions: { answer },
      subscribe(changed, showPart) {
        show = showPart;
        const polling = setInterval(changed, POLL_MS);
        signal.addEventListener("abort", () => clearInterval(polling));
        return () => clearInterval(polling);
      },
    },
  };
}
