import { createHash } from "node:crypto";
import type { TrainingCase } from "../../src/domain/training-schema.ts";
import { seeded } from "../model/logistic-regression.ts";
import { type Agreement, agreement } from "../model/second-reading.ts";

/** The answer to one case by a reader who was given the law and the case without its key. */
export interface TrainingReading {
  id: string;
  /** Whose reading it is; two readers see nothing of each other. */
  reader: string;
  answer: string;
  disputed: boolean;
  /** In the reader's words, on what norm or statement. */
  reason: string;
  /** The case as it was shown (`shownHash`): an edited case counts as unread. */
  shown: string;
  /** The key at that time: a later correction still counts as a disagreement. */
  was: string;
  wasDisputed: boolean;
  /** True where the reader had met the key before: no blind reading, and counted apart. */
  seen?: boolean;
}

/** What a reader is told beside the law and the cases. */
export const INSTRUCTIONS = `# Reading without the key

You are given a folder of law and blind.jsonl: one case a line, in which "Anda" does one thing. Answer from the law folder
alone, each case by itself, without looking at the project or at another reader's answers.

| answer | when |
|---|---|
| no | a norm in force names the act |
| better-not | only advice or caution speaks against it, or a norm that does not name it; or officials or texts contradict each other: then "disputed" is true |
| fine | the norms speak of something else, or officials have called it allowed |

Write answers.jsonl into this folder, one line a case: {"number": 1, "answer": "no", "disputed": false, "reason": "norm or statement, a few words"}
`;

/** A case as a reader sees it: no id, answer, rule, strength, basis, reason. */
export function blindCase({ role, status, spouse, phase, site, scene, action, act }: TrainingCase): object {
  return {
    role: role.id,
    status,
    spouse: spouse === true,
    phase,
    network: site ?? null,
    scene: inIndonesian(scene),
    action,
    act: act.id,
  };
}

/** Short hash of what a reader was shown. */
export const shownHash = (one: TrainingCase): string =>
  createHash("sha256")
    .update(JSON.stringify(blindCase(one)))
    .digest("hex")
    .slice(0, 12);

/** The cases in an order of their own for each seed, under numbers. */
export function drawCases(cases: readonly TrainingCase[], seed: number): TrainingCase[] {
  const random = seeded(seed);
  return cases
    .map((one) => ({ one, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
}

/** Texts of a scene in Bahasa Indonesia only. */
function inIndonesian(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inIndonesian);
  if (typeof value !== "object" || value === null) return value;
  if ("id" in value) return value.id;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inIndonesian(inner)]));
}

/** Two readings of one case, both blind and of its present words. */
interface Pair {
  id: string;
  one: TrainingReading;
  other: TrainingReading;
}

/** Readings of the cases as they stand today, by reader. */
function current(cases: readonly TrainingCase[], readings: readonly TrainingReading[]): TrainingReading[] {
  const shown = new Map(cases.map((one) => [one.id, shownHash(one)]));
  return readings.filter((reading) => shown.get(reading.id) === reading.shown);
}

/** Cases that two different readers answered blind. */
function pairs(readings: readonly TrainingReading[]): Pair[] {
  const byId = Map.groupBy(
    readings.filter(({ seen }) => !seen),
    ({ id }) => id,
  );
  return [...byId].flatMap(([id, [one, ...rest]]) => {
    const other = rest.find(({ reader }) => reader !== one?.reader);
    return one && other ? [{ id, one, other }] : [];
  });
}

const label = (answer: string, disputed: boolean): string => (disputed ? `${answer}, disputed` : answer);

/** How often readers agree with each other and with the key. */
interface ReadingFigures {
  /** Cases with two blind readings of their present words. */
  twice: number;
  between?: Agreement;
  /** Each reader against the key of that time, "disputed" counted as an answer of its own. */
  byReader: { reader: string; seen: boolean; answers: Agreement; withDisputed: Agreement }[];
  /** Cases whose blind readings differ in the answer, and that are not marked disputed. */
  unsettled: string[];
  /** Readings whose case has other words today. */
  outdated: number;
}

/** Recomputes all figures from the kept readings. @throws Error for a reading of a case that does not exist */
export function readingFigures(
  cases: readonly TrainingCase[],
  readings: readonly TrainingReading[],
): ReadingFigures {
  const byId = new Map(cases.map((one) => [one.id, one]));
  for (const { id } of readings) if (!byId.has(id)) throw new Error(`${id}: no such case`);
  const now = current(cases, readings);
  const both = pairs(now);
  const groups = Map.groupBy(now, ({ reader, seen }) => `${reader}${seen ? ", who knew the key" : ""}`);
  return {
    twice: both.length,
    ...(both.length > 0
      ? { between: agreement(both.map(({ one, other }) => [one.answer, other.answer])) }
      : {}),
    byReader: [...groups].map(([reader, rows]) => ({
      reader,
      seen: rows.some(({ seen }) => seen === true),
      answers: agreement(rows.map(({ was, answer }) => [was, answer])),
      withDisputed: agreement(
        rows.map(({ was, wasDisputed, answer, disputed }) => [
          label(was, wasDisputed),
          label(answer, disputed),
        ]),
      ),
    })),
    unsettled: both
      .filter(({ one, other }) => one.answer !== other.answer)
      .filter(({ id }) => byId.get(id)?.strength !== "disputed")
      .map(({ id }) => id),
    outdated: readings.length - now.length,
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** The figures in sentences, for the command's output. */
export function readingReport(figures: ReadingFigures, total: number): string {
  const { twice, between, byReader, unsettled, outdated } = figures;
  return [
    `${twice} of ${total} cases were answered by two blind readers${
      between ? `: ${percent(between.agreed)} the same answer (kappa ${between.kappa.toFixed(2)})` : ""
    }.`,
    ...byReader.map(
      ({ reader, answers, withDisputed }) =>
        `Reader ${reader}: ${answers.n} cases, ${percent(answers.agreed)} as the key (kappa ${answers.kappa.toFixed(2)}), ${percent(withDisputed.agreed)} with “disputed” counted.`,
    ),
    ...(unsettled.length > 0
      ? [`The blind readers differ and the key does not say disputed: ${unsettled.join(", ")}.`]
      : []),
    ...(outdated > 0 ? [`${outdated} readings are of other words than today's.`] : []),
    "",
  ].join("\n");
}
