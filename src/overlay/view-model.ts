import type { Strength } from "../domain/vocabulary.ts";
import type { Warning } from "../domain/warning.ts";
import { localize } from "../i18n/format.ts";
import { evidenceText, t } from "../i18n/overlay.ts";
import { plainText } from "../i18n/sanitize.ts";
import { excerpt, type Piece } from "./excerpt.ts";

/** What stands in the dialog before anything is unfolded, as text: never more than `WORDS` words. */
export interface DialogView {
  headline: string;
  chips: string[];
  pieces: Piece[];
  ask: string;
  ruleLabel: string;
  ruleTitle: string;
  strength: Strength;
  strengthWord: string;
  noRecord: string | undefined;
}

/** At most this many words before unfolding: people do not read more before they click. */
export const MAX_WORDS = 40;
const HEADLINE_WORDS = 16;
const TITLE_WORDS = 12;
const MAX_CHIPS = 3;

/** Words as a reader counts them. */
export function countWords(...texts: readonly string[]): number {
  return texts.join(" ").match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}

/** The first `max` words; what is left out shows as "…". */
function firstWords(text: string, max: number): string {
  const words = text.split(/\s+/);
  return words.length <= max ? text : `${words.slice(0, max).join(" ")} …`;
}

/** The words for a rule: "Aturan 1" or "Aturan tambahan". */
export function ruleLabel(rule: Warning["rule"]): string {
  return rule.number === undefined ? t("dialog.rule.extra") : t("dialog.rule", { number: rule.number });
}

/** Texts of a warning in the language now set. */
export function dialogView(warning: Warning): DialogView {
  const reasons = warning.evidence.filter((e) => e.weight > 0);
  const first = reasons[0] ?? warning.evidence[0];
  const headline = firstWords(
    first ? plainText(evidenceText(first.say, first.text), 160) : t("notice.title"),
    HEADLINE_WORDS,
  );
  const deed = t(`doing.${warning.action}`);
  const shown: DialogView = {
    headline,
    chips: chips(
      headline,
      reasons.map((e) => e.text),
    ),
    pieces: [],
    ask: warning.strength === "advice" ? t("dialog.ask.advice", { deed }) : t("dialog.ask", { deed }),
    ruleLabel: ruleLabel(warning.rule),
    ruleTitle: firstWords(plainText(localize(warning.rule.title), 160), TITLE_WORDS),
    strength: warning.strength,
    strengthWord: t(`strength.${warning.strength}`),
    noRecord: warning.canRecord ? undefined : t("dialog.noRecord"),
  };
  while (shown.chips.length > 0 && wordsLeft(shown) < 0) shown.chips.pop();
  // Only wordy titles of outside rules come this far.
  shown.ruleTitle = shorten(shown, shown.ruleTitle);
  shown.headline = shorten(shown, shown.headline);
  shown.pieces = excerpt(warning.excerpt, warning.evidence, wordsLeft(shown));
  return shown;
}

/** The text, shorter by as many words as the whole is too long, but never below four. */
function shorten(shown: DialogView, text: string): string {
  const over = -wordsLeft(shown);
  return over > 0 ? firstWords(text, Math.max(4, countWords(text) - over)) : text;
}

/** Words still free; the four controls count too. */
function wordsLeft(shown: DialogView): number {
  const controls = [t("dialog.cancel"), t("dialog.continue"), t("dialog.notCampaign"), t("dialog.why")];
  const { headline, ask, ruleLabel, ruleTitle, strengthWord, noRecord = "" } = shown;
  return (
    MAX_WORDS -
    countWords(headline, ...shown.chips, ask, ruleLabel, ruleTitle, strengthWord, noRecord, ...controls)
  );
}

/** Recognised words that the headline does not say already, each once. */
function chips(headline: string, texts: readonly string[]): string[] {
  const out: string[] = [];
  const seen = headline.toLowerCase();
  for (const text of texts) {
    const chip = firstWords(plainText(text, 32), 4);
    const same = chip.toLowerCase();
    if (!chip || seen.includes(same) || out.some((o) => o.toLowerCase() === same)) continue;
    out.push(chip);
    if (out.length === MAX_CHIPS) break;
  }
  return out;
}
