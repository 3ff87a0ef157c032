import { TriangleAlert } from "lucide";
import { language, t } from "../i18n/overlay.ts";
import { plainText } from "../i18n/sanitize.ts";
import { Icon } from "../ui/icon.tsx";
import { AnswerButtons, TITLE_ID, type WarningDialogProps } from "./dialog.tsx";
import { dialogView } from "./view-model.ts";

/** Evidence about the account itself, not about one post. */
const ACCOUNT_EVIDENCE = new Set(["account", "page-name", "page-category"]);

/** The one-line question, shown after *Batal* was answered for this account earlier today: nothing is explained twice. */
export function BriefQuestion({ warning, onAnswer, armed }: WarningDialogProps) {
  const first = warning.evidence.find((e) => e.weight > 0);
  const subject = plainText(warning.subject ?? "", 60);
  return (
    <div class="body" lang={language()}>
      <h2 id={TITLE_ID}>
        <Icon icon={TriangleAlert} size={18} />
        <span class="isolate">
          {subject && first && ACCOUNT_EVIDENCE.has(first.kind)
            ? t("brief.account", { subject })
            : t("brief.other")}
        </span>
      </h2>
      <AnswerButtons onAnswer={onAnswer} armed={armed} consequence={dialogView(warning).consequence} />
    </div>
  );
}
