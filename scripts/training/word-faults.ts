import { LANGUAGES, type Language } from "../../src/domain/languages.ts";
import type { TrainingCase } from "../../src/domain/training-schema.ts";
import type { Roster } from "../../src/engine/ruleset/schema/index.ts";

type Texts = Readonly<Record<string, string | undefined>>;

/** Words of a language by which its reasons are judged. */
interface Tone {
  /** Accusing, threatening with punishment by a court, or giving an all-clear. */
  never: RegExp;
  /** What an answer "no" says instead of an accusation. */
  mayBe: RegExp;
  disputed: RegExp;
}

const TONE: Partial<Record<Language, Tone>> = {
  id: {
    never: /anda (?:telah |sudah )?melanggar|\b(?:di)?pidana|penjara|kurungan|\baman\b|memalukan|\bbodoh/i,
    mayBe: /dapat dinilai melanggar/,
    disputed: /diperdebatkan/i,
  },
  en: {
    never: /you (?:are|have) (?:in )?(?:breach|violat)|criminal|prison|\bjail|\bsafe\b|shameful|stupid/i,
    mayBe: /may (?:still )?be judged a breach/,
    disputed: /disputed/i,
  },
};

/** Every text of a value with its translations. */
function textsOf(value: unknown): Texts[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if ("id" in value && !("scene" in value)) return [value as Texts];
  return Object.values(value).flatMap(textsOf);
}

/** Sentences, counted by their ends: a full stop, question or exclamation mark before a space or the end. */
const sentences = (text: string): number =>
  text.split(/[.!?]”?(?:\s+|$)/).filter((part) => part !== "").length;

/** Faults of a case's words: translations, two sentences, tone. */
export function wordFaults(one: TrainingCase): string[] {
  const faults: string[] = [];
  for (const text of textsOf(one))
    for (const code of LANGUAGES)
      if (text[code] === undefined) faults.push(`“${text.id}” is missing in ${code}`);
  const reason: Texts = one.reason;
  for (const code of LANGUAGES) {
    const said = reason[code];
    const tone = TONE[code];
    if (said === undefined) continue;
    if (sentences(said) !== 2) faults.push(`the reason in ${code} has ${sentences(said)} sentences`);
    if (tone === undefined) continue;
    const harsh = tone.never.exec(said)?.[0];
    if (harsh !== undefined) faults.push(`“${harsh}” in ${code}`);
    if (tone.mayBe.test(said) !== (one.answer === "no"))
      faults.push(
        `the answer is ${one.answer}, its reason in ${code} ${one.answer === "no" ? "does not say" : "says"} that it may be judged a breach`,
      );
    if (one.strength === "disputed" && !tone.disputed.test(said))
      faults.push(`disputed, and the reason in ${code} does not say so`);
  }
  return faults;
}

/** Titles before and after a name on a ballot. */
const bare = (name: string): string =>
  name
    .replace(/,.*$/, "")
    .replace(/\b(?:\p{L}{1,5}\.)+\s*/gu, "")
    .toLowerCase()
    .trim();

/** A test for real people and parties: full names of at least two words, and the parties' short names. */
export function realNames({ contests, parties }: Roster): (one: TrainingCase) => string[] {
  const people = contests
    .flatMap(({ tickets }) => tickets.flatMap(({ candidates }) => candidates.map(({ name }) => bare(name))))
    .filter((name) => name.includes(" "));
  const names = [...new Set([...people, ...parties.map(({ name }) => name.toLowerCase())])];
  const shorts = parties.map(({ short }) => short);
  return (one) => {
    const text = JSON.stringify(one);
    const words = new Set(text.match(/[\p{L}\p{N}]+/gu));
    const lower = text.toLowerCase();
    return [...names.filter((name) => lower.includes(name)), ...shorts.filter((name) => words.has(name))].map(
      (name) => `names ${name}, who is real`,
    );
  };
}
