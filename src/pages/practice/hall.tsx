import { Maximize, Plus } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import type { ShownCase } from "../../domain/training-bank.ts";
import { localize } from "../../i18n/format.ts";
import { t } from "../../i18n/practice.ts";
import { Icon } from "../../ui/icon.tsx";
import { ANSWER_ICONS, ANSWERS, answerName, Situation } from "./case.tsx";
import { Reasons, ruleName } from "./law.tsx";
import type { Answer } from "./memory.ts";
import type { PracticeModel } from "./model.ts";

/** Keys of a presenter's clicker, and those next to them on a keyboard. */
const FORWARD = ["ArrowRight", "PageDown"];
const MAX_HANDS = 9_999;
type Hands = Partial<Record<Answer, number>>;

/** An order by chance of the cases about one rule, or of all; the last one shown never comes first. */
function order(cases: readonly ShownCase[], rule: string): ShownCase[] {
  return cases
    .filter((one) => rule === "" || one.rule === rule)
    .map((one) => ({ one, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
}

/**
 * The trainer's mode: one case on the whole screen, hands are raised (typed or tapped, or not counted at all), the answer,
 * the next one. Nothing of it is kept, and nobody's progress changes.
 */
export function Hall({ model, onEnd }: { model: PracticeModel; onEnd(): void }) {
  const { cases, law } = model;
  const [rule, setRule] = useState("");
  const [queue, setQueue] = useState(() => order(cases, ""));
  const [at, setAt] = useState(0);
  const [hands, setHands] = useState<Hands>({});
  const [isAnswered, setAnswered] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const root = useRef<HTMLElement>(null);
  const one = queue[at % queue.length]!;
  const step = () => {
    if (!isAnswered) return setAnswered(true);
    setAnswered(false);
    setHands({});
    setAt(at + 1);
  };
  useEffect(() => heading.current?.focus(), [one.id, isAnswered]);
  useEffect(() => {
    const onKey = forTrusted((event: KeyboardEvent) => {
      const isField = (event.target as Element).matches("input, select");
      if (isField || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      if (!FORWARD.includes(event.key)) return;
      event.preventDefault();
      step();
    });
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });
  const end = () => {
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
    onEnd();
  };
  const rules = Object.keys(law.rules).filter((id) => cases.some((each) => each.rule === id));
  return (
    <main class="hall" lang={model.language} ref={root} data-case={one.id}>
      <header>
        <h1 class="visually-hidden">
          {t("app.name")} · {t("practice.hall")}
        </h1>
        <label>
          {t("practice.hall.rule")}
          <select
            autocomplete="off"
            value={rule}
            onChange={forTrusted((event: Event) => {
              const chosen = (event.target as HTMLSelectElement).value;
              setRule(chosen);
              setQueue(order(cases, chosen));
              setAt(0);
              setHands({});
              setAnswered(false);
            })}
          >
            <option value="">{t("practice.hall.all")}</option>
            {rules.map((id) => (
              <option key={id} value={id}>
                {ruleName(law, id)}
              </option>
            ))}
          </select>
        </label>
        <div class="row">
          {document.fullscreenEnabled && (
            <button
              type="button"
              class="link"
              onClick={forTrusted(() => void document.documentElement.requestFullscreen().catch(() => {}))}
            >
              <Icon icon={Maximize} size={18} /> {t("practice.hall.full")}
            </button>
          )}
          <button type="button" class="link" onClick={forTrusted(end)}>
            {t("practice.hall.end")}
          </button>
        </div>
      </header>
      <h2 tabIndex={-1} ref={heading} data-key={isAnswered ? one.answer : undefined}>
        {isAnswered ? (
          <>
            <Icon icon={ANSWER_ICONS[one.answer]} size={32} />{" "}
            {t("practice.other", { answer: answerName(one.answer) })}
          </>
        ) : (
          t("practice.hall.ask")
        )}
      </h2>
      <div class="stage">
        <div class="situation">
          <Situation law={law} one={one} />
        </div>
        <div class="room">
          {isAnswered ? (
            <HandBars hands={hands} answer={one.answer} />
          ) : (
            <HandFields hands={hands} onChange={setHands} />
          )}
          <div role="status">{isAnswered && <p class="reason">{localize(one.reason)}</p>}</div>
          {isAnswered && <Reasons law={law} one={one} />}
          <div class="row end">
            <button type="button" class="main" onClick={forTrusted(step)}>
              {t(isAnswered ? "practice.next" : "practice.hall.show")}
            </button>
          </div>
          <p class="small">{t("practice.hall.keys")}</p>
        </div>
      </div>
    </main>
  );
}

/** A number for each answer, to type or to tap up. */
function HandFields({ hands, onChange }: { hands: Hands; onChange(next: Hands): void }) {
  const set = (answer: Answer, count: number) =>
    onChange({ ...hands, [answer]: Math.min(MAX_HANDS, Math.max(0, Math.trunc(count) || 0)) });
  return (
    <fieldset class="hands">
      <legend>{t("practice.hall.hands")}</legend>
      {ANSWERS.map((answer) => (
        <div key={answer} class="hand">
          <label>
            <span>
              <Icon icon={ANSWER_ICONS[answer]} /> {answerName(answer)}
            </span>
            <input
              autocomplete="off"
              type="number"
              inputMode="numeric"
              min={0}
              max={MAX_HANDS}
              value={hands[answer] ?? ""}
              onInput={forTrusted((event: InputEvent) =>
                set(answer, Number((event.target as HTMLInputElement).value)),
              )}
            />
          </label>
          <button
            type="button"
            aria-label={t("practice.hall.add", { answer: answerName(answer) })}
            onClick={forTrusted(() => set(answer, (hands[answer] ?? 0) + 1))}
          >
            <Icon icon={Plus} />
          </button>
        </div>
      ))}
    </fieldset>
  );
}

/** How the room answered; nothing if no hand was counted. */
function HandBars({ hands, answer: key }: { hands: Hands; answer: Answer }) {
  const total = ANSWERS.reduce((sum, answer) => sum + (hands[answer] ?? 0), 0);
  if (total === 0) return null;
  return (
    <ul class="plain bars">
      {ANSWERS.map((answer) => {
        const count = hands[answer] ?? 0;
        return (
          <li key={answer} data-key={answer === key || undefined}>
            <span>
              {answerName(answer)}
              {answer === key && ` (${t("practice.hall.key")})`}
            </span>
            <meter min={0} max={total} value={count} aria-hidden="true" />
            <span class="small">{t("practice.hall.share", { count, total })}</span>
          </li>
        );
      })}
    </ul>
  );
}
