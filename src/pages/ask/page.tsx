import { SITE_NAMES } from "../../domain/sites.ts";
import type { Warning } from "../../domain/warning.ts";
import { language, t } from "../../i18n/app.ts";
import { BriefQuestion } from "../../overlay/brief-question.tsx";
import { TEXT_ID, TITLE_ID, WarningDialog, type WarningDialogProps } from "../../overlay/dialog.tsx";

/** The question about an action in a frame of another site's page; `warning` null: the question is over. */
export function AskPage({
  warning,
  ...dialogProps
}: Omit<WarningDialogProps, "warning"> & { warning: Warning | null }) {
  if (!warning)
    return (
      <main lang={language()}>
        <h1>{t("app.name")}</h1>
        <div role="status">
          <h2>{t("ask.over")}</h2>
        </div>
      </main>
    );
  const Body = warning.brief ? BriefQuestion : WarningDialog;
  return (
    <main lang={language()}>
      <header>
        <h1>{t("app.name")}</h1>
        <p class="small">{t("ask.where", { site: SITE_NAMES[warning.site] })}</p>
      </header>
      <div
        class={warning.brief ? "frame brief" : "frame"}
        role="alertdialog"
        aria-labelledby={TITLE_ID}
        aria-describedby={warning.brief ? undefined : TEXT_ID}
      >
        <Body warning={warning} {...dialogProps} />
      </div>
    </main>
  );
}
