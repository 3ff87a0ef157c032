import { Info, X } from "lucide";
import { forTrusted } from "../dom/trusted.ts";
import type { Missed, Told } from "../domain/warning.ts";
import { language, t } from "../i18n/overlay.ts";
import { plainText } from "../i18n/sanitize.ts";
import { Icon } from "../ui/icon.tsx";
import { SITE_NAMES } from "../ui/site-names.ts";

/** What happened unasked, where, and how it is taken back there. */
function bypassedText({ missed, site, subject }: Missed): string {
  const who = plainText(subject ?? "", 60) || SITE_NAMES[site];
  const how =
    missed === "follow" && site === "youtube"
      ? t("toast.undo.subscribe")
      : t(`toast.undo.${missed}`, { site: SITE_NAMES[site] });
  return `${t(`toast.bypassed.${missed}`, { who })} ${how}`;
}

/** One line about an action: that it did not happen as it was to, or that it did without being asked about. */
export function Toast({ what, onClose }: { what: Told; onClose?: (event: Event) => void }) {
  const missed = typeof what === "object";
  return (
    <div class="frame note-strip" lang={language()} role={missed ? "status" : "alert"}>
      <Icon of={Info} size={18} />
      <span class="isolate">
        {missed ? bypassedText(what) : what === "refused" ? t("toast.refused") : t("toast.gone")}
      </span>
      {missed && onClose && (
        <button type="button" class="subtle" aria-label={t("notice.close")} onClick={forTrusted(onClose)}>
          <Icon of={X} size={16} />
        </button>
      )}
    </div>
  );
}
