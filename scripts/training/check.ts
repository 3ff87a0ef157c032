/**
 * The cases to practise with: `npm run training:check` checks assets/training against schema, law and words, prints the
 * table rule × phase × network × status × answer, and how well the kept readings agree. Exit code 1 where a case or the
 * bank is at fault. `-- --date DAY` checks the law as of another day. `-- --draw SEED --folder DIR` writes the cases
 * without their key into DIR, in an order of their own, for a reader who is given the law beside it; `-- --add DIR
 * --reader NAME` adds the answers that the reader put there (number, answer, disputed, reason), `--seen` those of
 * somebody who knew the key.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { localDay } from "../../src/domain/day.ts";
import type { TrainingCase } from "../../src/domain/training-schema.ts";
import { bundledRuleset } from "../ruleset/bundle.ts";
import { parseFiles, readFiles } from "./bank.ts";
import { coverageTable, shortfalls } from "./coverage.ts";
import { caseFaults } from "./faults.ts";
import {
  blindCase,
  drawCases,
  INSTRUCTIONS,
  readingFigures,
  readingReport,
  shownHash,
  type TrainingReading,
} from "./readings.ts";

const KEPT = fileURLToPath(new URL("../../assets/corpus/training-reading.jsonl", import.meta.url));

const { values } = parseArgs({
  options: {
    date: { type: "string", default: localDay(new Date()) },
    draw: { type: "string" },
    folder: { type: "string", default: "." },
    add: { type: "string" },
    reader: { type: "string" },
    seen: { type: "boolean", default: false },
  },
});

const linesOf = <T>(file: string): T[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
const toLines = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

const { cases, faults } = parseFiles(readFiles());

/** Cases in an order of their own, numbered, and which number is which case. */
function draw(folder: string, seed: number): void {
  const drawn = drawCases(cases, seed);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "blind.jsonl"),
    toLines(drawn.map((one, i) => ({ number: i + 1, ...blindCase(one) }))),
  );
  writeFileSync(join(folder, "instructions.md"), INSTRUCTIONS);
  // Apart from what the reader is given: ids hint at answers.
  mkdirSync(join(folder, "key"), { recursive: true });
  writeFileSync(join(folder, "key", "key.json"), JSON.stringify(drawn.map(({ id }) => id)));
}

function add(folder: string, reader: string, seen: boolean): void {
  const key = JSON.parse(readFileSync(join(folder, "key", "key.json"), "utf8")) as string[];
  const byId = new Map(cases.map((one): [string, TrainingCase] => [one.id, one]));
  const answers = linesOf<{ number: number; answer: string; disputed: boolean; reason: string }>(
    join(folder, "answers.jsonl"),
  );
  const rows = answers.map(({ number, answer, disputed, reason }): TrainingReading => {
    const one = byId.get(key[number - 1] ?? "");
    if (one === undefined) throw new Error(`no case under number ${number}`);
    const was = { was: one.answer, wasDisputed: one.strength === "disputed" };
    const row = { id: one.id, reader, answer, disputed, reason, shown: shownHash(one), ...was };
    return seen ? { ...row, seen } : row;
  });
  appendFileSync(KEPT, toLines(rows));
}

function check(day: string): void {
  const ruleset = bundledRuleset();
  const found = [...faults, ...caseFaults(cases, ruleset, day), ...shortfalls(cases, ruleset)];
  console.log(coverageTable(cases));
  const kept = existsSync(KEPT) ? linesOf<TrainingReading>(KEPT) : [];
  console.log(readingReport(readingFigures(cases, kept), cases.length));
  for (const fault of found) console.error(`✗ ${fault}`);
  console.log(`${cases.length} cases, ${found.length} faults, by the law of ${day}`);
  if (found.length > 0) process.exitCode = 1;
}

if (values.draw !== undefined) draw(values.folder, Number(values.draw));
else if (values.add !== undefined) add(values.add, values.reader ?? "1", values.seen);
else check(values.date);
