import { TriangleAlert } from "lucide";
import { forTrusted } from "../dom/trusted.ts";
import type { Answer, Warning } from "../domain/warning.ts";
import { language, t } from "../i18n/overlay.ts";
import { Icon } from "../ui/icon.tsx";
import { RuleDrawing } from "../ui/rule-drawing.tsx";
import { WarningDetails } from "./details.tsx";
import { dialogView } from "./view-model.ts";

/** Ids inside the shadow root, which the dialog element refers to for its name and description. */
export const TITLE_ID = "w-title";
export const TEXT_ID = "w-text";

export interface WarningDialogProps {
  warning: Warning;
  /** Receives the original event, so that the guard can check what was visible at the point of the click. */
  onAnswer: (answer: Answer, event: Event) => void;
  /** False until the dialog has been visible long enough; until then only *Batal* works. */
  armed: boolean;
  /** Whether to render the content of "Mengapa?" already. */
  details?: boolean;
}

/** The content of the warning dialog, inside the `<dialog role="alertdialog">` of `mount-dialog.tsx`. */
export function WarningDialog({ warning, onAnswer, armed, details = true }: WarningDialogProps) {
  const view = dialogView(warning);
  return (
    <div class="body" lang={language()}>
      <h2 id={TITLE_ID}>
        <Icon icon={TriangleAlert} size={24} />
        <span class="isolate">{view.headline}</span>
      </h2>
      <div id={TEXT_ID}>
        <p>{view.ask}</p>
        <p class="rule isolate">
          <RuleDrawing number={warning.rule.number} /> {view.ruleTitle}
        </p>
      </div>
      <AnswerButtons onAnswer={onAnswer} armed={armed} consequence={view.consequence} />
      <details>
        <summary>{t("dialog.why")}</summary>
        {details && <WarningDetails warning={warning} />}
      </details>
    </div>
  );
}

/** The three answers, Cancel first. */
export function AnswerButtons({
  onAnswer,
  armed,
  consequence,
}: Pick<WarningDialogProps, "onAnswer" | "armed"> & { consequence: string }) {
  const answerButton = (answer: Answer) => ({
    type: "button" as const,
    "aria-disabled": (answer !== "cancel" && !armed) || undefined,
    "data-answer": answer,
    onClick: forTrusted((event: Event) => {
      if (answer === "cancel" || armed) onAnswer(answer, event);
    }),
  });
  /* A dialog form: Batal closes the dialog even after an update of the extension has ended its script (Firefox). */
  return (
    <form class="choices" method="dialog">
      <button class="main" autofocus {...answerButton("cancel")} type="submit">
        {t("dialog.cancel")}
      </button>
      <button {...answerButton("continue")}>{t("dialog.continue")}</button>
      <button class="link" {...answerButton("not-campaign")}>
        {t("dialog.notCampaign")}
      </button>
      <p class="small">{consequence}</p>
      <p class="ended" role="status">
        {t("dialog.ended")}
      </p>
    </form>
  );
}
