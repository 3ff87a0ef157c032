import { render } from "preact";
import type { Answer, Warning } from "../../guard/types.ts";
import { setLanguage } from "../../i18n/app.ts";
import "../frame.css";
import "../tokens.css";
import "../dialog/dialog.css";
import "./ask.css";
import { Spoken } from "../spoken.tsx";
import { forTrusted } from "../trusted.ts";
import { Ask } from "./ask.tsx";
import type { AskSource } from "./model.ts";

/**
 * A confirmation counts only when the window was in sight and in front for this long, in ms: a page that moves a window
 * of its own away under a double click must not have the second click here.
 */
export const IN_FRONT_MS = 500;
/** So often it is looked whether the question still stands; this also keeps the background from being put to sleep. */
const LOOK_EVERY_MS = 5_000;

/** Draws the question of `source` into `root`, or says that it is over. @returns ends it. */
export async function mountAsk(root: Element, source: AskSource): Promise<() => void> {
  const life = new AbortController();
  const { signal } = life;
  let warning: Warning | null = null;
  let armed = false;
  let arming = 0;

  const draw = () =>
    render(<Spoken>{() => <Ask warning={warning} armed={armed} onAnswer={answer} />}</Spoken>, root);
  const over = () => {
    life.abort();
    warning = null;
    draw();
  };
  const answer = (what: Answer) => {
    if (signal.aborted || (what !== "cancel" && !armed)) return;
    over();
    void source.answer(what).then(
      (taken) => taken && source.close(),
      () => {},
    );
  };
  const rearm = () => {
    if (armed) {
      armed = false;
      draw();
    }
    clearTimeout(arming);
    arming = window.setTimeout(() => {
      if (signal.aborted || document.hidden) return;
      armed = true;
      draw();
    }, IN_FRONT_MS);
  };
  signal.addEventListener("abort", () => {
    clearTimeout(arming);
    clearInterval(looking);
  });
  const looking = setInterval(() => {
    source.load().then((still) => !still && !signal.aborted && over(), over);
  }, LOOK_EVERY_MS);

  const [found, language] = await Promise.all([source.load().catch(() => null), source.language()]);
  setLanguage(language);
  document.documentElement.lang = language;
  if (!found) {
    over();
    return over;
  }
  warning = found;
  draw();
  root.querySelector<HTMLElement>('[data-answer="cancel"]')?.focus();
  window.addEventListener("focus", rearm, { signal });
  window.addEventListener("resize", rearm, { signal });
  document.addEventListener("visibilitychange", rearm, { signal });
  window.addEventListener(
    "keydown",
    forTrusted((event: KeyboardEvent) => event.key === "Escape" && answer("cancel")),
    { signal },
  );
  rearm();
  return over;
}
