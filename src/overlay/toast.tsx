import { Info, X } from "lucide";
import { forTrusted } from "../dom/trusted.ts";
import type { BypassedAction, ToastMessage } from "../domain/warning.ts";
import { language, t } from "../i18n/overlay.ts";
import { plain } from "../i18n/sanitize.ts";
import { Icon } from "../ui/icon.tsx";
import { SITE_NAMES } from "../ui/site-names.ts";

/** What happened unasked, where, and how it is taken back there. */
function missedWords({ action: missed, site, subject }: BypassedAction): string {
  const who = plain(subject ?? "", 60) || SITE_NAMES[site];
  const how =
    missed === "follow" && site === "youtube"
      ? t("told.undo.subscribe")
      : t(`told.undo.${missed}`, { site: SITE_NAMES[site] });
  return `${t(`told.missed.${missed}`, { who })} ${how}`;
}

/** One line about an action: that it did not happen as it was to, or that it did without being asked about. */
export function ToldLine({ what, onClose }: { what: ToastMessage; onClose?: (event: Event) => void }) {
  const missed = typeof what === "object";
  return (
    <div class="frame note-strip" lang={language()} role={missed ? "status" : "alert"}>
      <Icon of={Info} size={18} />
      <span class="isolate">
        {missed ? missedWords(what) : what === "refused" ? t("told.refused") : t("told.gone")}
      </span>
      {missed && onClose && (
        <button type="button" class="quiet" aria-label={t("notice.close")} onClick={forTrusted(onClose)}>
          <Icon of={X} size={16} />
        </button>
      )}
    </div>
  );
}
