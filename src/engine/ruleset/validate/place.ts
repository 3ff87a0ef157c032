import { type SentenceKey, type Sentences, say } from "./sentences.ts";

/** Keys of a layer or ruleset that a reader knows by another name. */
const SECTIONS: Readonly<Record<string, SentenceKey>> = {
  meta: "section.meta",
  rules: "section.rules",
  instruments: "section.instruments",
  bases: "section.bases",
  sanctions: "section.sanctions",
  phases: "section.phases",
  elections: "section.elections",
  stages: "section.elections",
  contests: "section.contests",
  tickets: "section.tickets",
  parties: "section.parties",
  accounts: "section.accounts",
  lexicon: "section.lexicon",
  ordinary: "section.ordinary",
  sites: "section.sites",
  statistics: "section.statistics",
  channels: "section.channels",
};

/**
 * A path of a file in words: "set.contests.0.tickets.1.number" is "Pemilihan 1, Paslon 2". Keys that only code knows
 * are left out: whoever reads this did not write them.
 */
export function placeInWords(path: string, sentences?: Sentences): string {
  const words: string[] = [];
  const keys = path.split(".");
  keys.forEach((key, at) => {
    const section = Object.hasOwn(SECTIONS, key) ? SECTIONS[key] : undefined;
    if (!section) return;
    const next = keys[at + 1] ?? "";
    // "phases.elections": the second says it.
    if (next in SECTIONS) return;
    words.push(say(section, [], sentences) + (/^\d+$/.test(next) ? ` ${Number(next) + 1}` : ""));
  });
  return words.join(", ");
}
