import type { Answer } from "../../domain/warning.ts";
import type { PageSource } from "../shared/mount-page.tsx";
import type { AskActions, AskModel, AskSource } from "./model.ts";

/** So often it is looked whether the question still stands; this also keeps the background from being put to sleep. */
const POLL_MS = 5_000;

/** A question that is answered once. */
export interface SingleAnswerPage {
  page: PageSource<AskModel, AskActions>;
  answer(what: Answer): Promise<void>;
  /** Lets it be confirmed, or not any more. */
  arm(armed: boolean): void;
  /** Aborted once it is over. */
  signal: AbortSignal;
  end(): void;
}

/** The question of `source` as a page: what was asked first stays, until it is answered or nobody waits for it. */
export function singleAnswerPage(source: AskSource): SingleAnswerPage {
  const life = new AbortController();
  const { signal } = life;
  const language = source.language();
  let asked: AskModel["warning"] | undefined;
  let armed = false;
  let show: (part: Partial<AskModel>) => void = () => {};

  const end = () => {
    life.abort();
    asked = null;
  };
  const answer = async (what: Answer) => {
    if (signal.aborted || (what !== "cancel" && !armed)) return;
    end();
    show({ warning: null });
    if (await source.answer(what).catch(() => false)) source.close();
  };
  return {
    answer,
    signal,
    end,
    arm(now) {
      if (now === armed) return;
      armed = now;
      show({ armed });
    },
    page: {
      async load() {
        const [found, spoken] = await Promise.all([source.load().catch(() => null), language]);
        if (!found) end();
        else if (!signal.aborted) asked ??= found;
        return { warning: asked ?? null, armed, language: spoken };
      },
      actions: { answer },
      subscribe(changed, showPart) {
        show = showPart;
        const looking = setInterval(changed, POLL_MS);
        signal.addEventListener("abort", () => clearInterval(looking));
        return () => clearInterval(looking);
      },
    },
  };
}
