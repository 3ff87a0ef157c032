import { ExternalLink } from "lucide";
import type { ShownBasis, Warning } from "../domain/warning.ts";
import { formatDay, localize } from "../i18n/format.ts";
import { evidenceText, t } from "../i18n/overlay.ts";
import { plainText } from "../i18n/sanitize.ts";
import { Icon } from "../ui/icon.tsx";
import { reasonsOf } from "../ui/reasons.ts";
import { safeHref } from "../ui/safe-link.ts";

/** Longest text of an article or note that is shown: a user's own ruleset may contain anything. */
const MAX_TEXT_LENGTH = 600;
/** Most pieces of evidence that are listed. */
const MAX_REASONS = 3;

/** The content of "Mengapa?": evidence, situation, legal basis with date and source, consequence. */
export function WarningDetails({ warning }: { warning: Warning }) {
  const { bases, note, sanction, phase, subject, canRecord } = warning;
  const reasons = reasonsOf(warning, MAX_REASONS).map(({ say, words }) =>
    plainText(evidenceText(say, words), 160),
  );
  return (
    <div class="why">
      {reasons.length > 0 && (
        <ul class="isolate">
          {[...new Set(reasons)].map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {note && <p>{plainText(localize(note), MAX_TEXT_LENGTH)}</p>}
      {bases.map((basis) => (
        <Basis key={`${basis.instrument.id} ${basis.article}`} basis={basis} />
      ))}
      <dl>
        {sanction && (
          <DetailRow term={t("dialog.sanction")} text={plainText(localize(sanction), MAX_TEXT_LENGTH)} />
        )}
        {phase && <DetailRow term={t("dialog.phase")} text={plainText(localize(phase), MAX_TEXT_LENGTH)} />}
      </dl>
      <p class="small">
        {canRecord && (subject ? t("dialog.silences", { subject }) : t("dialog.silences.post"))}{" "}
        {t("dialog.legal")}
      </p>
    </div>
  );
}

function DetailRow({ term, text }: { term: string; text: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </div>
  );
}

/** One article with its instrument, date and source. */
export function Basis({ basis }: { basis: ShownBasis }) {
  const href = basis.source && safeHref(basis.source.url);
  return (
    <section class="basis">
      <p>
        <strong>
          {plainText(localize(basis.instrument), 160)}, {plainText(basis.article, 80)}
        </strong>
        {basis.since && <span class="small"> · {t("dialog.since", { day: formatDay(basis.since) })}</span>}
      </p>
      <p>{plainText(localize(basis.text), MAX_TEXT_LENGTH)}</p>
      {basis.source && href && (
        <p class="small">
          <a href={href} target="_blank" rel="noopener noreferrer">
            {t(`source.${basis.source.kind}`)} ({new URL(href).hostname}){" "}
            <Icon icon={ExternalLink} size={14} />
          </a>{" "}
          · {t("dialog.read", { day: formatDay(basis.source.read) })}
        </p>
      )}
    </section>
  );
}
