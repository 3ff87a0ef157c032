import { TriangleAlert } from "lucide";
import { language, t } from "../i18n/overlay.ts";
import { plainText } from "../i18n/sanitize.ts";
import { Icon } from "../ui/icon.tsx";
import { AnswerButtons, TITLE_ID, type WarningDialogProps } from "./dialog.tsx";

/** Reasons that say something of the account itself, not of one post. */
const ACCOUNT_EVIDENCE = new Set(["account", "page-name", "page-category"]);

/** The question of one line, for who answered *Batal* here today already: nothing is explained twice. */
export function BriefQuestion({ warning, onAnswer, armed }: WarningDialogProps) {
  const first = warning.evidence.find((e) => e.weight > 0);
  const subject = plainText(warning.subject ?? "", 60);
  return (
    <div class="dialog-body" lang={language()}>
      <h2 id={TITLE_ID}>
        <Icon of={TriangleAlert} size={18} />
        <span class="isolate">
          {subject && first && ACCOUNT_EVIDENCE.has(first.kind)
            ? t("brief.account", { subject })
            : t("brief.other")}
        </span>
      </h2>
      {!warning.canRecord && <p class="small">{t("dialog.noRecord")}</p>}
      <AnswerButtons onAnswer={onAnswer} armed={armed} />
    </div>
  );
}
