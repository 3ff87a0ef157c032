import { Flag, Scale, X } from "lucide";
import { forTrusted } from "../dom/trusted.ts";
import type { Answer, Notice } from "../domain/warning.ts";
import { localize } from "../i18n/format.ts";
import { evidenceText, language, t } from "../i18n/overlay.ts";
import { plainText } from "../i18n/sanitize.ts";
import { Icon } from "../ui/icon.tsx";
import { reasonsOf } from "../ui/reasons.ts";
import { ruleLabel } from "./view-model.ts";

/** Most pieces of evidence that a card lists. */
const MAX_REASONS = 3;

function reasonTexts(notice: Notice): string[] {
  const all = reasonsOf(notice, MAX_REASONS).map(({ say, words }) =>
    plainText(evidenceText(say, words), 160),
  );
  return [...new Set(all)];
}

/** The small mark at the action bar of a post, which opens and closes its card. */
export function NoticeMark({ open, onToggle }: { open: boolean; onToggle: (event: Event) => void }) {
  return (
    <button
      type="button"
      class="frame note-mark"
      lang={language()}
      aria-label={t("notice.mark")}
      aria-expanded={open}
      title={t("notice.mark")}
      onClick={forTrusted(onToggle)}
    >
      <Icon icon={Flag} size={16} />
    </button>
  );
}

export interface NoticeCardProps {
  notice: Notice;
  /** Always "not-campaign": a notice holds no action. */
  onAnswer: (answer: Extract<Answer, "not-campaign">, event: Event) => void;
  onClose: (event: Event) => void;
}

/**
 * The evidence, the rule and its strength; *Bukan kampanye* dismisses the notice for good. Esc closes the card. The guard
 * opens it as a popover, so that nothing of the page lies above it unnoticed (src/guard/hold/notice-answers.ts).
 */
export function NoticeCard({ notice, onAnswer, onClose }: NoticeCardProps) {
  return (
    <section
      class="frame note-card"
      popover="manual"
      lang={language()}
      aria-label={t("notice.title")}
      onKeyDown={forTrusted((event: KeyboardEvent) => {
        if (event.key === "Escape") onClose(event);
      })}
    >
      <h2>
        <Icon icon={Flag} size={18} /> {t("notice.title")}
      </h2>
      <ul class="note-reasons">
        {reasonTexts(notice).map((reason) => (
          <li key={reason} class="isolate">
            {reason}
          </li>
        ))}
      </ul>
      <p>
        <strong>{ruleLabel(notice.rule)}</strong> · {plainText(localize(notice.rule.title), 160)}{" "}
        <span class="strength" data-kind={notice.strength}>
          <Icon icon={Scale} size={16} /> {t(`strength.${notice.strength}`)}
        </span>
      </p>
      {notice.note && <p class="small">{plainText(localize(notice.note), 300)}</p>}
      <div class="note-choices">
        <button
          type="button"
          class="link"
          data-answer="not-campaign"
          onClick={forTrusted((event: Event) => onAnswer("not-campaign", event))}
        >
          {t("dialog.notCampaign")}
        </button>
        <button type="button" onClick={forTrusted(onClose)}>
          <Icon icon={X} size={16} /> {t("notice.close")}
        </button>
      </div>
    </section>
  );
}

/** One line under the header of a profile. */
export function NoticeStrip({
  notice,
  open,
  onToggle,
  onClose,
}: {
  notice: Notice;
  open: boolean;
  onToggle: (event: Event) => void;
  /** Hides the strip until the page shows another account. */
  onClose?: (event: Event) => void;
}) {
  return (
    <div class="frame note-strip" lang={language()} role="note">
      <Icon icon={Flag} size={18} />
      <span class="isolate">{reasonTexts(notice)[0] ?? t("notice.strip")}</span>
      <button type="button" class="link" aria-expanded={open} onClick={forTrusted(onToggle)}>
        {t("notice.strip.more")}
      </button>
      {onClose && (
        <button type="button" class="link" aria-label={t("notice.close")} onClick={forTrusted(onClose)}>
          <Icon icon={X} size={16} />
        </button>
      )}
    </div>
  );
}
