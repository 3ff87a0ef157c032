/** Blind readings of the cases to practise with: what a reader sees, and the figures made of the answers. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseFiles, readFiles } from "../../../scripts/training/bank.ts";
import {
  blindCase,
  drawCases,
  readingFigures,
  readingReport,
  shownHash,
  type TrainingReading,
} from "../../../scripts/training/readings.ts";
import { TRAINING_ANSWERS, type TrainingCase } from "../../../src/domain/training-schema.ts";

const KEPT = "assets/corpus/training-reading.jsonl";
const { cases } = parseFiles(readFiles());
const kept: TrainingReading[] = existsSync(KEPT)
  ? readFileSync(KEPT, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as TrainingReading)
  : [];

/** A reading that agrees with the key, changed. */
const reading = (
  one: TrainingCase,
  reader: string,
  change: Partial<TrainingReading> = {},
): TrainingReading => ({
  id: one.id,
  reader,
  answer: one.answer,
  disputed: one.strength === "disputed",
  reason: "as the decree says",
  shown: shownHash(one),
  was: one.answer,
  wasDisputed: one.strength === "disputed",
  ...change,
});
const some = cases.filter(({ answer, strength }) => answer === "no" && strength === "firm").slice(0, 10);
const other = { answer: "fine" };

describe("what a blind reader sees", () => {
  it("is the situation, and nothing that tells the answer", () => {
    const keys = new Set(cases.flatMap((one) => Object.keys(blindCase(one))));
    expect([...keys].sort()).toEqual("act action network phase role scene spouse status".split(" "));
    const shown = JSON.stringify(cases.map(blindCase));
    for (const { id, reason } of cases) {
      expect(shown).not.toContain(`"${id}"`);
      expect(shown).not.toContain(reason.id);
    }
  });

  it("comes in the same order for the same seed, in another for another", () => {
    const ids = (seed: number) => drawCases(cases, seed).map(({ id }) => id);
    expect(ids(7)).toEqual(ids(7));
    expect(ids(7)).not.toEqual(ids(8));
    expect(ids(7).toSorted()).toEqual(cases.map(({ id }) => id).toSorted());
  });
});

describe("the figures", () => {
  it("count a case as read twice where two different readers answered it blind", () => {
    const [one] = some;
    expect(readingFigures(cases, []).twice).toBe(0);
    expect(readingFigures(cases, [reading(one!, "a"), reading(one!, "a")]).twice).toBe(0);
    expect(readingFigures(cases, [reading(one!, "a"), reading(one!, "b", { seen: true })]).twice).toBe(0);
    expect(readingFigures(cases, [reading(one!, "a"), reading(one!, "b")]).twice).toBe(1);
  });

  it("name what two readers answered differently, and how often they agreed", () => {
    const rows = some.flatMap((one, i) => [reading(one, "a"), reading(one, "b", i === 0 ? other : {})]);
    const { between, unsettled, byReader } = readingFigures(cases, rows);
    expect(between?.agreed).toBe(0.9);
    expect(unsettled).toEqual([some[0]!.id]);
    expect(byReader.map(({ reader, answers }) => [reader, answers.agreed])).toEqual([
      ["a", 1],
      ["b", 0.9],
    ]);
    const disputed = cases.map((one) =>
      one.id === some[0]!.id ? { ...one, strength: "disputed" as const } : one,
    );
    expect(readingFigures(disputed, rows).unsettled).toEqual([]);
  });

  it("leave out a reading whose case has other words today", () => {
    const edited = cases.map((one) =>
      one.id === some[0]!.id
        ? { ...one, act: { id: "Anda membacanya saja.", en: "You only read it." } }
        : one,
    );
    const { twice, outdated } = readingFigures(edited, [reading(some[0]!, "a"), reading(some[0]!, "b")]);
    expect([twice, outdated]).toEqual([0, 2]);
  });

  it("are told in sentences, a reader who knew the key apart", () => {
    const rows = [reading(some[0]!, "a"), reading(some[0]!, "b"), reading(some[1]!, "c", { seen: true })];
    const report = readingReport(readingFigures(cases, rows), cases.length);
    expect(report).toContain(`1 of ${cases.length} cases were answered by two blind readers: 100.0 %`);
    expect(report).toContain("Reader c, who knew the key: 1 cases, 100.0 % as the key");
    expect(() => readingFigures([], rows)).toThrow(`${some[0]!.id}: no such case`);
  });
});

describe("the readings kept", () => {
  const figures = readingFigures(cases, kept);

  it("are of cases that exist, each once for a reader, with an answer and a reason", () => {
    expect(kept.length).toBeGreaterThan(0);
    expect(new Set(kept.map(({ id, reader, shown }) => `${id} ${reader} ${shown}`)).size).toBe(kept.length);
    const answers: readonly string[] = TRAINING_ANSWERS;
    expect(
      kept.filter(
        ({ answer, was, reason }) => !answers.includes(answer) || !answers.includes(was) || reason.length < 3,
      ),
    ).toEqual([]);
  });

  it("agree with the key, and blind ones with each other, in at least 95 of 100 cases", () => {
    for (const { reader, answers } of figures.byReader)
      expect([reader, answers.agreed >= 0.95]).toEqual([reader, true]);
    if (figures.between) expect(figures.between.agreed).toBeGreaterThanOrEqual(0.95);
    expect(figures.unsettled).toEqual([]);
  });
});
