import { ExternalLink } from "lucide";
import type { ShownBasis, Warning } from "../domain/warning.ts";
import { day, said } from "../i18n/format.ts";
import { sayEvidence, t } from "../i18n/overlay.ts";
import { plain } from "../i18n/sanitize.ts";
import { Icon } from "../ui/icon.tsx";
import { reasonsOf } from "../ui/reasons.ts";
import { safeHref } from "../ui/safe-link.ts";

/** Longest text of an article or note that is shown; own rulesets may bring anything. */
const LONG = 600;
/** Recognised signs that are listed. */
const REASONS = 3;

/** What "Mengapa?" unfolds: what was recognised and in what situation, the basis with its strength and date, the consequence, the link to the source. */
export function Why({ warning }: { warning: Warning }) {
  const { bases, note, sanction, phase, subject, canRecord } = warning;
  const reasons = reasonsOf(warning, REASONS).map(({ say, words }) => plain(sayEvidence(say, words), 160));
  return (
    <div class="why">
      {reasons.length > 0 && (
        <ul class="isolate">
          {[...new Set(reasons)].map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {note && <p>{plain(said(note), LONG)}</p>}
      {bases.map((basis) => (
        <Basis key={`${basis.instrument.id} ${basis.article}`} basis={basis} />
      ))}
      <dl>
        {sanction && <Line term={t("dialog.sanction")} text={plain(said(sanction), LONG)} />}
        {phase && <Line term={t("dialog.phase")} text={plain(said(phase), LONG)} />}
      </dl>
      <p class="small">
        {canRecord && (subject ? t("dialog.silences", { subject }) : t("dialog.silences.post"))}{" "}
        {t("dialog.legal")}
      </p>
    </div>
  );
}

function Line({ term, text }: { term: string; text: string }) {
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
          {plain(said(basis.instrument), 160)}, {plain(basis.article, 80)}
        </strong>
        {basis.since && <span class="small"> · {t("dialog.since", { day: day(basis.since) })}</span>}
      </p>
      <p>{plain(said(basis.text), LONG)}</p>
      {basis.source && href && (
        <p class="small">
          <a href={href} target="_blank" rel="noopener noreferrer">
            {t(`source.${basis.source.kind}`)} ({new URL(href).hostname}) <Icon of={ExternalLink} size={14} />
          </a>{" "}
          · {t("dialog.read", { day: day(basis.source.read) })}
        </p>
      )}
    </section>
  );
}
