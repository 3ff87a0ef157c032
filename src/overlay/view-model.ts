import type { Strength } from "../domain/vocabulary.ts";
import type { Warning } from "../domain/warning.ts";
import { localize } from "../i18n/format.ts";
import { evidenceText, t } from "../i18n/overlay.ts";
import { plainText } from "../i18n/sanitize.ts";
import { excerpt, type Piece } from "./excerpt.ts";

/** The texts of the dialog before it is unfolded: never more than `MAX_WORDS` words. */
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

/** Most words before unfolding: people do not read more before they click. */
export const MAX_WORDS = 40;
const HEADLINE_WORDS = 16;
const TITLE_WORDS = 12;
const MAX_CHIPS = 3;

/** Counts words as a reader would. */
export function countWords(...texts: readonly string[]): number {
  return texts.join(" ").match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}

/** The first `max` words, followed by "…" if any are left out. */
function firstWords(text: string, max: number): string {
  const words = text.split(/\s+/);
  return words.length <= max ? text : `${words.slice(0, max).join(" ")} …`;
}

/** The label of a rule: "Aturan 1" or "Aturan tambahan". */
export function ruleLabel(rule: Warning["rule"]): string {
  return rule.number === undefined ? t("dialog.rule.extra") : t("dialog.rule", { number: rule.number });
}

/** The texts of a warning in the current language. */
export function dialogView(warning: Warning): DialogView {
  const reasons = warning.evidence.filter((e) => e.weight > 0);
  const first = reasons[0] ?? warning.evidence[0];
  const headline = firstWords(
    first ? plainText(evidenceText(first.say, first.text), 160) : t("notice.title"),
    HEADLINE_WORDS,
  );
  const action = t(`doing.${warning.action}`);
  const view: DialogView = {
    headline,
    chips: chips(
      headline,
      reasons.map((e) => e.text),
    ),
    pieces: [],
    ask: warning.strength === "advice" ? t("dialog.ask.advice", { action }) : t("dialog.ask", { action }),
    ruleLabel: ruleLabel(warning.rule),
    ruleTitle: firstWords(plainText(localize(warning.rule.title), 160), TITLE_WORDS),
    strength: warning.strength,
    strengthWord: t(`strength.${warning.strength}`),
    noRecord: warning.canRecord ? undefined : t("dialog.noRecord"),
  };
  while (view.chips.length > 0 && wordsLeft(view) < 0) view.chips.pop();
  // Only long titles of rules from outside the package get here.
  view.ruleTitle = shorten(view, view.ruleTitle);
  view.headline = shorten(view, view.headline);
  view.pieces = excerpt(warning.excerpt, warning.evidence, wordsLeft(view));
  return view;
}

/** Shortens the text by the words that are over the limit, but not below four. */
function shorten(view: DialogView, text: string): string {
  const over = -wordsLeft(view);
  return over > 0 ? firstWords(text, Math.max(4, countWords(text) - over)) : text;
}

/** How many words are left; the four controls count too. */
function wordsLeft(view: DialogView): number {
  const controls = [t("dialog.cancel"), t("dialog.continue"), t("dialog.notCampaign"), t("dialog.why")];
  const { headline, ask, ruleLabel, ruleTitle, strengthWord, noRecord = "" } = view;
  return (
    MAX_WORDS -
    countWords(headline, ...view.chips, ask, ruleLabel, ruleTitle, strengthWord, noRecord, ...controls)
  );
}

/** Recognised words that the headline does not contain already, each once. */
function chips(headline: string, texts: readonly string[]): string[] {
  const unique: string[] = [];
  const shown = headline.toLowerCase();
  for (const text of texts) {
    const chip = firstWords(plainText(text, 32), 4);
    const lower = chip.toLowerCase();
    if (!chip || shown.includes(lower) || unique.some((one) => one.toLowerCase() === lower)) continue;
    unique.push(chip);
    if (unique.length === MAX_CHIPS) break;
  }
  return unique;
}
