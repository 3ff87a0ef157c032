import { Check, Hand, type IconNode, OctagonX, TriangleAlert } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import type { ShownCase, TrainingLaw } from "../../domain/training-bank.ts";
import { localize } from "../../i18n/format.ts";
import { t } from "../../i18n/practice.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { Icon } from "../../ui/icon.tsx";
import { phaseName, Reasons } from "./law.tsx";
import type { Answer } from "./memory.ts";
import { SceneView } from "./scenes/index.tsx";

export const ANSWERS: readonly Answer[] = ["fine", "better-not", "no"];
export const ANSWER_ICONS: Readonly<Record<Answer, IconNode>> = {
  fine: Check,
  "better-not": TriangleAlert,
  no: OctagonX,
};
export const answerName = (answer: Answer): string => t(`practice.answer.${answer}`);

/** Who acts, when and where, the scene, and the action. */
export function Situation({ law, one }: { law: TrainingLaw; one: ShownCase }) {
  return (
    <>
      {one.publisher !== undefined && (
        <p class="chip publisher">{t("practice.from", { publisher: plainText(one.publisher, 60) })}</p>
      )}
      <p class="facts">
        <span class="chip">{t("practice.you", { role: localize(one.role) })}</span>
        <span class="chip">{one.status}</span>
        {one.spouse && <span class="chip">{t("practice.spouse")}</span>}
        <span class="chip">{phaseName(law, one.phase)}</span>
      </p>
      <SceneView one={one} />
      <p class="act">
        <Icon icon={Hand} /> <strong>{localize(one.act)}</strong>
      </p>
    </>
  );
}

/**
 * One case of a session. The focus goes to its heading, and after the answer to the heading of the answer, so that keys
 * and screen readers go on from there; the reason is announced.
 */
export function CaseView({
  law,
  one,
  number,
  count,
  given,
  onAnswer,
  onNext,
  onStop,
}: {
  law: TrainingLaw;
  one: ShownCase;
  /** From 1. */
  number: number;
  count: number;
  given: Answer | undefined;
  onAnswer(answer: Answer): void;
  onNext(): void;
  onStop(): void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const verdict = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    (given === undefined ? heading : verdict).current?.focus();
  }, [one.id, given]);
  return (
    <section class="case" data-case={one.id}>
      <div class="heading">
        <h2 tabIndex={-1} ref={heading}>
          {t("practice.case", { number, count })}
        </h2>
        <button type="button" class="link" onClick={forTrusted(onStop)}>
          {t("practice.stop")}
        </button>
      </div>
      <progress value={number - (given === undefined ? 1 : 0)} max={count} aria-hidden="true" />
      <Situation law={law} one={one} />
      {given === undefined ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and announce a form
        <div class="answers" role="group" aria-label={t("practice.answers")}>
          {ANSWERS.map((answer) => (
            <button
              key={answer}
              type="button"
              data-answer={answer}
              onClick={forTrusted(() => onAnswer(answer))}
            >
              <Icon icon={ANSWER_ICONS[answer]} /> {answerName(answer)}
            </button>
          ))}
        </div>
      ) : (
        <h3 tabIndex={-1} ref={verdict} class="verdict" data-key={one.answer}>
          <Icon icon={ANSWER_ICONS[one.answer]} />
          {t(given === one.answer ? "practice.same" : "practice.other", { answer: answerName(one.answer) })}
        </h3>
      )}
      {/* There before it says something: only then is it announced. */}
      <div role="status">
        {given !== undefined && (
          <>
            {given !== one.answer && (
              <p class="small">{t("practice.given", { answer: answerName(given) })}</p>
            )}
            <p>{localize(one.reason)}</p>
          </>
        )}
      </div>
      {given !== undefined && (
        <>
          <Reasons law={law} one={one} />
          <div class="row end">
            <button type="button" class="main" onClick={forTrusted(onNext)}>
              {t(number === count ? "practice.finish" : "practice.next")}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
