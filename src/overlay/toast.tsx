import { Info, X } from "lucide";
import { forTrusted } from "../dom/trusted.ts";
import { SITE_NAMES } from "../domain/sites.ts";
import type { BypassedAction, ToastMessage } from "../domain/warning.ts";
import { language, t } from "../i18n/overlay.ts";
import { plainText } from "../i18n/sanitize.ts";
import { Icon } from "../ui/icon.tsx";

/** Which action happened without a question, where, and how to undo it there. */
function bypassedText({ action: missed, site, subject }: BypassedAction): string {
  const who = plainText(subject ?? "", 60) || SITE_NAMES[site];
  const undo =
    missed === "follow" && site === "youtube"
      ? t("undo.subscribe")
      : t(`undo.${missed}`, { site: SITE_NAMES[site] });
  return `${t(`bypassed.${missed}`, { who })} ${undo}`;
}

/** One line about an action that did not happen as intended, or that happened without a question. */
export function Toast({ message, onClose }: { message: ToastMessage; onClose?: (event: Event) => void }) {
  const bypassed = typeof message === "object";
  return (
    <div class="frame note-strip" lang={language()} role={bypassed ? "status" : "alert"}>
      <Icon icon={Info} size={18} />
      <span class="isolate">
        {bypassed ? bypassedText(message) : message === "refused" ? t("toast.refused") : t("toast.gone")}
      </span>
      {bypassed && onClose && (
        <button type="button" class="link" aria-label={t("notice.close")} onClick={forTrusted(onClose)}>
          <Icon icon={X} size={16} />
        </button>
      )}
    </div>
  );
}
