import type { Warning } from "../domain/warning.ts";
import { localize } from "../i18n/format.ts";
import { evidenceText, t } from "../i18n/overlay.ts";
import { plainText } from "../i18n/sanitize.ts";

/** The texts of the dialog before it is unfolded. */
export interface DialogView {
  /** What was recognised, as a person can check it. */
  headline: string;
  /** What the deed may be judged to breach, and how firm that is. */
  ask: string;
  ruleTitle: string;
  /** What *Bukan kampanye* does, or that no answer can be recorded. */
  consequence: string;
}

/** Most words before the dialog is unfolded, with its controls: people do not read more before they click. */
const MAX_WORDS = 40;
const HEADLINE_WORDS = 9;

const countWords = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;

/** The first `max` words, followed by "…" if any are left out. */
function firstWords(text: string, max: number): string {
  const words = text.split(/\s+/);
  return words.length <= max ? text : `${words.slice(0, max).join(" ")} …`;
}

/** The label of a rule: "Aturan 1" or "Aturan tambahan". */
export function ruleLabel(rule: Warning["rule"]): string {
  return rule.number === undefined ? t("dialog.rule.extra") : t("dialog.rule", { number: rule.number });
}

/** The texts of a warning in the current language. Its evidence comes with what a person can check first. */
export function dialogView({ evidence, action, strength, rule, canRecord, subject }: Warning): DialogView {
  const first = evidence.find((e) => e.weight > 0) ?? evidence[0];
  const slots = {
    action: t(`doing.${action}`),
    rule: ruleLabel(rule),
    strength: t(`strength.${strength}`),
  };
  const headline = firstWords(
    first ? plainText(evidenceText(first.say, first.text), 160) : t("notice.title"),
    HEADLINE_WORDS,
  );
  const ask = t(strength === "advice" ? "dialog.ask.advice" : "dialog.ask", slots);
  const consequence = t(
    canRecord ? (subject ? "dialog.silences" : "dialog.silences.post") : "dialog.noRecord",
  );
  const controls = [t("dialog.cancel"), t("dialog.continue"), t("dialog.notCampaign"), t("dialog.why")];
  const left = MAX_WORDS - countWords([headline, ask, consequence, ...controls].join(" "));
  const ruleTitle = firstWords(plainText(localize(rule.title), 160), Math.max(2, left));
  return { headline, ask, ruleTitle, consequence };
}
