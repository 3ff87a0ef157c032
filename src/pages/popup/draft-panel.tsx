import { useRef, useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { errorText } from "../../domain/error-text.ts";
import { t } from "../../i18n/app.ts";
import { localize } from "../../i18n/format.ts";
import { evidenceText } from "../../i18n/overlay.ts";
import { plainText } from "../../i18n/sanitize.ts";
import type { DraftResult, PopupActions } from "./model.ts";

/** Longest draft that is checked. */
const MAX_DRAFT_LENGTH = 10_000;

interface CheckedDraft {
  text: string;
  answer: DraftResult;
}

/** Cek draf: what a text would be held for, before it is posted anywhere. */
export function DraftPanel({ actions }: { actions: PopupActions }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [shown, show] = useState<CheckedDraft | undefined>(undefined);
  const [trouble, tell] = useState("");
  const check = async () => {
    const text = field.current?.value.trim() ?? "";
    if (!text) return show(undefined);
    try {
      show({ text, answer: await actions.checkDraft(text) });
      tell("");
    } catch (error) {
      show(undefined);
      tell(errorText(error));
    }
  };
  return (
    <details class="draft">
      <summary>
        <h2>{t("popup.draft")}</h2>
      </summary>
      <div class="draft-body">
        <label>
          {t("popup.draft.label")}
          <textarea ref={field} rows={4} maxLength={MAX_DRAFT_LENGTH} />
        </label>
        <button type="button" onClick={forTrusted(() => void check())}>
          {t("popup.draft.check")}
        </button>
        <div aria-live="polite">
          {trouble && <p class="small">{t("popup.draft.failed", { problem: plainText(trouble, 160) })}</p>}
          {shown && <DraftResultView {...shown} />}
        </div>
      </div>
    </details>
  );
}

function DraftResultView({ text, answer }: CheckedDraft) {
  if (answer.level === "clear") return <p data-draft="clear">{t("popup.none")}</p>;
  return (
    <div data-draft={answer.level} class="draft-answer">
      <p>
        <strong>{t(answer.level === "warn" ? "popup.draft.warn" : "popup.draft.notice")}</strong>
      </p>
      <p class="draft-text isolate">{highlight(text, answer.marks)}</p>
      <ul>
        {answer.reasons.map(({ say, words }) => (
          <li key={`${say.key} ${words}`}>{evidenceText(say, words)}</li>
        ))}
      </ul>
      {answer.rules.length > 0 && (
        <>
          <h3>{t("popup.draft.rules")}</h3>
          <ul>
            {answer.rules.map((rule) => (
              <li key={rule.id} class="isolate">
                {rule.number ?? "+"} · {plainText(localize(rule.title), 160)}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t("popup.draft.neutral")}</h3>
      {answer.neutral === undefined ? (
        <p>{t("popup.draft.neutral.none")}</p>
      ) : (
        <>
          <p class="small">{t("popup.draft.neutral.why")}</p>
          <p class="draft-text isolate" data-neutral>
            {answer.neutral}
          </p>
        </>
      )}
    </div>
  );
}

/** The text with its marked parts; marks may overlap and come in any order. */
export function highlight(text: string, marks: DraftResult["marks"]): preact.ComponentChild[] {
  const out: preact.ComponentChild[] = [];
  let at = 0;
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(start, at);
    if (end <= from) continue;
    out.push(text.slice(at, from), <mark key={from}>{text.slice(from, end)}</mark>);
    at = end;
  }
  out.push(text.slice(at));
  return out;
}
