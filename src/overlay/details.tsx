import { ExternalLink } from "lucide";
import type { ShownBasis, Warning } from "../domain/warning.ts";
import { formatDay, localize } from "../i18n/format.ts";
import { evidenceText, t } from "../i18n/overlay.ts";
import { plainText } from "../i18n/sanitize.ts";
import { Icon } from "../ui/icon.tsx";
import { reasonsOf } from "../ui/reasons.ts";
import { safeHref } from "../ui/safe-link.ts";
import { excerpt } from "./excerpt.ts";

/** Longest text of an article or note that is shown: a user's own ruleset may contain anything. */
const MAX_TEXT_LENGTH = 600;
/** Most pieces of evidence that are listed. */
const MAX_REASONS = 3;

/** Words of the post around the recognised ones. */
const EXCERPT_WORDS = 24;

/** The content of "Mengapa?": what was recognised, what it may lead to today, the main article, then the others. */
export function WarningDetails({ warning }: { warning: Warning }) {
  const { bases, note, sanction, phase, excerpt: post, evidence } = warning;
  const reasons = reasonsOf(warning, MAX_REASONS).map(({ say, words }) =>
    plainText(evidenceText(say, words), 160),
  );
  const pieces = excerpt(post, evidence, EXCERPT_WORDS);
  const [main, ...others] = bases.map((basis) => (
    <Basis key={`${basis.instrument.id} ${basis.article}`} basis={basis} />
  ));
  return (
    <div class="why">
      <ul class="isolate" aria-label={t("dialog.reasons")}>
        {[...new Set(reasons)].map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {pieces.length > 0 && (
        <blockquote class="isolate">
          {pieces.map((piece, at) => (piece.hit ? <mark key={at}>{piece.text}</mark> : piece.text))}
        </blockquote>
      )}
      <dl>
        {sanction && (
          <DetailRow term={t("dialog.sanction")} text={plainText(localize(sanction), MAX_TEXT_LENGTH)} />
        )}
        {phase && <DetailRow term={t("dialog.phase")} text={plainText(localize(phase), MAX_TEXT_LENGTH)} />}
      </dl>
      {note && <p>{plainText(localize(note), MAX_TEXT_LENGTH)}</p>}
      {main}
      {others.length > 0 && (
        <details>
          <summary>{t("dialog.others", { count: others.length })}</summary>
          <div class="why">{others}</div>
        </details>
      )}
      <p class="small">{t("dialog.legal")}</p>
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
