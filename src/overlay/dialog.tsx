import { Scale, TriangleAlert } from "lucide";
import { forTrusted } from "../dom/trusted.ts";
import type { Answer, Warning } from "../domain/warning.ts";
import { language, t } from "../i18n/overlay.ts";
import { Icon } from "../ui/icon.tsx";
import { WarningDetails } from "./details.tsx";
import { dialogView } from "./view-model.ts";

/** Ids inside the shadow root; the dialog element points to them. */
export const TITLE_ID = "w-title";
export const TEXT_ID = "w-text";

export interface WarningDialogProps {
  warning: Warning;
  /** Gets the original event, so that the guard can check what was visible at the click's own point. */
  onAnswer: (answer: Answer, event: Event) => void;
  /** False until the dialog has been visible long enough; only *Batal* works before. */
  armed: boolean;
  /** False: what "Mengapa?" unfolds is not drawn yet. */
  whole?: boolean;
}

/** The content of the warning; its parent is a `<dialog role="alertdialog">` (see `mount-dialog.tsx`). */
export function WarningDialog({ warning, onAnswer, armed, whole = true }: WarningDialogProps) {
  const shown = dialogView(warning);
  return (
    <div class="dialog-body" lang={language()}>
      <h2 id={TITLE_ID}>
        <Icon of={TriangleAlert} size={24} />
        <span class="isolate">{shown.headline}</span>
      </h2>
      {shown.chips.length > 0 && (
        <ul class="chips" aria-label={t("dialog.reasons")}>
          {shown.chips.map((chip) => (
            <li key={chip} class="chip">
              {chip}
            </li>
          ))}
        </ul>
      )}
      {shown.pieces.length > 0 && (
        <blockquote class="isolate">
          {shown.pieces.map((piece, at) => (piece.hit ? <mark key={at}>{piece.text}</mark> : piece.text))}
        </blockquote>
      )}
      <div id={TEXT_ID}>
        <p>{shown.ask}</p>
        <p class="rule">
          <span class="rule-title">
            <strong>{shown.ruleLabel}</strong> · {shown.ruleTitle}
          </span>
          <span class="strength" data-kind={shown.strength}>
            <Icon of={Scale} size={16} /> {shown.strengthWord}
          </span>
        </p>
        {shown.noRecord && <p class="small">{shown.noRecord}</p>}
      </div>
      <AnswerButtons onAnswer={onAnswer} armed={armed} />
      <details>
        <summary>{t("dialog.why")}</summary>
        {whole && <WarningDetails warning={warning} />}
      </details>
    </div>
  );
}

/** The three answers, the way out first. */
export function AnswerButtons({ onAnswer, armed }: Pick<WarningDialogProps, "onAnswer" | "armed">) {
  const answer = (what: Answer) => ({
    type: "button" as const,
    "aria-disabled": (what !== "cancel" && !armed) || undefined,
    "data-answer": what,
    onClick: forTrusted((event: Event) => {
      if (what === "cancel" || armed) onAnswer(what, event);
    }),
  });
  /* A form of the dialog: Batal closes it even where an update ended the script behind it (Firefox). */
  return (
    <form class="choices" method="dialog">
      <button class="main" autofocus {...answer("cancel")} type="submit">
        {t("dialog.cancel")}
      </button>
      <button {...answer("continue")}>{t("dialog.continue")}</button>
      <button class="subtle" {...answer("not-campaign")}>
        {t("dialog.notCampaign")}
      </button>
      <p class="ended" role="status">
        {t("dialog.ended")}
      </p>
    </form>
  );
}
