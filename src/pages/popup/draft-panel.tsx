import { useRef, useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { errorText } from "../../domain/error-text.ts";
import { t } from "../../i18n/app.ts";
import { localize } from "../../i18n/format.ts";
import { evidenceText } from "../../i18n/overlay.ts";
import { plainText } from "../../i18n/sanitize.ts";
import type { DraftResult, PopupActions } from "./model.ts";

/** Longest draft that is checked, in UTF-16 units. */
const MAX_DRAFT_LENGTH = 10_000;

interface CheckedDraft {
  text: string;
  result: DraftResult;
}

/** "Cek draf": checks what a text would be held for, before it is posted anywhere. */
export function DraftPanel({ actions }: { actions: PopupActions }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [checked, setChecked] = useState<CheckedDraft | undefined>(undefined);
  const [problem, setProblem] = useState("");
  const [empty, setEmpty] = useState(false);
  const check = async () => {
    const text = field.current?.value.trim() ?? "";
    if (!text) {
      setChecked(undefined);
      setProblem("");
      setEmpty(true);
      field.current?.focus();
      return;
    }
    setEmpty(false);
    try {
      setChecked({ text, result: await actions.checkDraft(text) });
      setProblem("");
    } catch (error) {
      setChecked(undefined);
      setProblem(errorText(error));
    }
  };
  return (
    <section class="draft" aria-labelledby="draft-heading">
      <h2 id="draft-heading" tabIndex={-1}>
        {t("popup.draft")}
      </h2>
      <div class="draft-body">
        <label>
          {t("popup.draft.label")}
          <textarea autocomplete="off" ref={field} rows={4} maxLength={MAX_DRAFT_LENGTH} />
        </label>
        <button type="button" class="main" onClick={forTrusted(() => void check())}>
          {t("popup.draft.check")}
        </button>
        <div aria-live="polite">
          {empty && <p data-draft="empty">{t("popup.draft.empty")}</p>}
          {problem && <p class="small">{t("popup.draft.failed", { problem: plainText(problem, 160) })}</p>}
          {checked && <DraftResultView {...checked} />}
        </div>
      </div>
    </section>
  );
}

function DraftResultView({ text, result }: CheckedDraft) {
  if (result.level === "clear") return <p data-draft="clear">{t("popup.none")}</p>;
  return (
    <div data-draft={result.level} class="draft-answer">
      <p>
        <strong>{t(result.level === "warn" ? "popup.draft.warn" : "popup.draft.notice")}</strong>
      </p>
      <p class="draft-text isolate">{highlight(text, result.marks)}</p>
      <ul>
        {result.reasons.map(({ say, words }) => (
          <li key={`${say.key} ${words}`}>{evidenceText(say, words)}</li>
        ))}
      </ul>
      {result.rules.length > 0 && (
        <>
          <h3>{t("popup.draft.rules")}</h3>
          <ul>
            {result.rules.map((rule) => (
              <li key={rule.id} class="isolate">
                {rule.number ?? "+"} · {plainText(localize(rule.title), 160)}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t("popup.draft.neutral")}</h3>
      {result.neutral === undefined ? (
        <p>{t("popup.draft.neutral.none")}</p>
      ) : (
        <>
          <p class="small">{t("popup.draft.neutral.why")}</p>
          <p class="draft-text isolate" data-neutral>
            {result.neutral}
          </p>
        </>
      )}
    </div>
  );
}

/** The text with its recognised parts highlighted; marks may overlap and come in any order. */
export function highlight(text: string, marks: DraftResult["marks"]): preact.ComponentChild[] {
  const parts: preact.ComponentChild[] = [];
  let at = 0;
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(start, at);
    if (end <= from) continue;
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}
