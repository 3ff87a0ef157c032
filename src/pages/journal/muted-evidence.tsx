import { forTrusted } from "../../dom/trusted.ts";
import { evidenceKindName } from "../../i18n/evidence-kinds.ts";
import { formatList } from "../../i18n/format.ts";
import { t } from "../../i18n/pages.ts";
import { type EvidenceFeedback, mutedKinds } from "../../storage/evidence-feedback.ts";

/** Names the muted kinds of evidence and offers to ask about them again. Renders nothing if there are none. */
export function MutedEvidence({
  feedback,
  onUnmute,
}: {
  feedback: Pick<EvidenceFeedback, "counts">;
  onUnmute: () => void;
}) {
  const muted = mutedKinds(feedback);
  if (muted.length === 0) return null;
  const kinds = muted.map((kind) => {
    const [answered, continued] = feedback.counts[kind]!;
    return t("book.muted.count", {
      kind: evidenceKindName(kind),
      went: continued,
      answered,
    });
  });
  return (
    <p class="card" data-muted>
      {t("book.muted", { kinds: formatList(kinds, "conjunction") })}{" "}
      <button type="button" onClick={forTrusted(onUnmute)}>
        {t("book.muted.ask-again")}
      </button>
    </p>
  );
}
