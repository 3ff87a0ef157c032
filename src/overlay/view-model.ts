import type { Strength } from "../domain/vocabulary.ts";
import type { Warning } from "../domain/warning.ts";
import { said } from "../i18n/format.ts";
import { sayEvidence, t } from "../i18n/overlay.ts";
import { plain } from "../i18n/sanitize.ts";
import { excerpt, type Piece } from "./excerpt.ts";

/** What stands in the dialog before anything is unfolded, as text: never more than `WORDS` words. */
export interface View {
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
export const WORDS = 40;
const HEADLINE = 16;
const TITLE = 12;
const CHIPS = 3;

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
export function view(warning: Warning): View {
  const reasons = warning.evidence.filter((e) => e.weight > 0);
  const first = reasons[0] ?? warning.evidence[0];
  const headline = firstWords(
    first ? plain(sayEvidence(first.say, first.text), 160) : t("notice.title"),
    HEADLINE,
  );
  const deed = t(`deed.${warning.action}`);
  const shown: View = {
    headline,
    chips: chips(
      headline,
      reasons.map((e) => e.text),
    ),
    pieces: [],
    ask: warning.strength === "advice" ? t("dialog.ask.advice", { deed }) : t("dialog.ask", { deed }),
    ruleLabel: ruleLabel(warning.rule),
    ruleTitle: firstWords(plain(said(warning.rule.title), 160), TITLE),
    strength: warning.strength,
    strengthWord: t(`strength.${warning.strength}`),
    noRecord: warning.canRecord ? undefined : t("dialog.noRecord"),
  };
  while (shown.chips.length > 0 && room(shown) < 0) shown.chips.pop();
  // Only wordy titles of outside rules come this far.
  shown.ruleTitle = shorten(shown, shown.ruleTitle);
  shown.headline = shorten(shown, shown.headline);
  shown.pieces = excerpt(warning.excerpt, warning.evidence, room(shown));
  return shown;
}

/** The text, shorter by as many words as the whole is too long, but never below four. */
function shorten(shown: View, text: string): string {
  const over = -room(shown);
  return over > 0 ? firstWords(text, Math.max(4, countWords(text) - over)) : text;
}

/** Words still free; the four controls count too. */
function room(shown: View): number {
  const controls = [t("dialog.cancel"), t("dialog.continue"), t("dialog.notCampaign"), t("dialog.why")];
  const { headline, ask, ruleLabel, ruleTitle, strengthWord, noRecord = "" } = shown;
  return (
    WORDS -
    countWords(headline, ...shown.chips, ask, ruleLabel, ruleTitle, strengthWord, noRecord, ...controls)
  );
}

/** Recognised words that the headline does not say already, each once. */
function chips(headline: string, texts: readonly string[]): string[] {
  const out: string[] = [];
  const seen = headline.toLowerCase();
  for (const text of texts) {
    const chip = firstWords(plain(text, 32), 4);
    const same = chip.toLowerCase();
    if (!chip || seen.includes(same) || out.some((o) => o.toLowerCase() === same)) continue;
    out.push(chip);
    if (out.length === CHIPS) break;
  }
  return out;
}
