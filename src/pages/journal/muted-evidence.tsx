import { forTrusted } from "../../dom/trusted.ts";
import { formatList } from "../../i18n/format.ts";
import { t } from "../../i18n/pages.ts";
import { dulledKinds, type Kinds } from "../../storage/evidence-feedback.ts";

/** A word about the kinds of evidence that fell silent, and the way back. Nothing where there are none. */
export function Fading({ kinds, onBack }: { kinds: Pick<Kinds, "counts">; onBack: () => void }) {
  const silent = dulledKinds(kinds);
  if (silent.length === 0) return null;
  const said = silent.map((kind) => {
    const [answered, went] = kinds.counts[kind]!;
    return t("book.muted.count", { kind: t(`book.kind.${kind}` as "book.kind.model"), went, answered });
  });
  return (
    <p class="card" data-muted>
      {t("book.muted", { kinds: formatList(said, "conjunction") })}{" "}
      <button type="button" onClick={forTrusted(onBack)}>
        {t("book.muted.ask-again")}
      </button>
    </p>
  );
}
