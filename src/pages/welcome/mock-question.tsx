import { ThumbsUp } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import type { Answer, Warning } from "../../domain/warning.ts";
import { t } from "../../i18n/pages.ts";
import { TEXT_ID, TITLE_ID, WarningDialog } from "../../overlay/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";

/** The warning that a like on the made-up post brings: the real question, with no law behind it. */
function sampleWarning(): Warning {
  const [text, words, subject] = [t("welcome.try.text"), t("welcome.try.words"), t("welcome.try.author")];
  const start = Math.max(0, text.indexOf(words));
  const rule = t("welcome.try.rule");
  return {
    holdId: "sample",
    site: "facebook",
    action: "like",
    rule: { id: "sample", number: 1, title: { id: rule, en: rule } },
    strength: "firm",
    evidence: [
      {
        kind: "call-to-vote",
        text: words,
        field: "text",
        start,
        end: start + words.length,
        weight: 1,
        strong: true,
        say: { key: "call-to-vote", values: { words } },
      },
    ],
    excerpt: text,
    bases: [],
    subject,
    canRecord: true,
  };
}

/** A made-up post whose like button opens the question as it looks in a page; no answer is kept. */
export function MockQuestion() {
  const [asking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  const likeButton = useRef<HTMLButtonElement>(null);
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asking) question.current?.querySelector<HTMLElement>("[data-answer=cancel]")?.focus();
  }, [asking]);
  const liked = answer !== undefined && answer !== "cancel";
  return (
    <section class="mock" aria-labelledby="mock-title">
      <h2 id="mock-title">{t("welcome.try")}</h2>
      <article class="card">
        <p>
          <strong>{t("welcome.try.author")}</strong>
        </p>
        <p>{t("welcome.try.text")}</p>
        <div class="row">
          <button
            type="button"
            ref={likeButton}
            aria-pressed={liked}
            onClick={forTrusted(() => {
              setAnswer(undefined);
              setAsking(true);
            })}
          >
            <Icon icon={ThumbsUp} size={18} /> {t("welcome.try.like")}
          </button>
        </div>
      </article>
      {asking && (
        <div
          class="frame"
          ref={question}
          role="alertdialog"
          aria-labelledby={TITLE_ID}
          aria-describedby={TEXT_ID}
        >
          <WarningDialog
            warning={sampleWarning()}
            armed
            onAnswer={(choice, event) => {
              event.preventDefault();
              setAnswer(choice);
              setAsking(false);
              likeButton.current?.focus();
            }}
          />
        </div>
      )}
      <p role="status">{answer && t(`welcome.try.${answer}`)}</p>
    </section>
  );
}
