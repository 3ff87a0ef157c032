/**
 * Second, blind reading of the written items: `npm run reading` prints how well the answers in
 * assets/corpus/second-reading.jsonl agree with the corpus. `-- --draw SEED --folder DIR` draws items without a second
 * reading and writes into DIR what a reader sees (blind, one line each) and a key from number to item; `-- --add DIR
 * --round N` adds the answers that the reader put there (number, level, reason).
 */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { blindItem, drawItems, type Reading, type WrittenItem } from "./second-reading.ts";
import { agreementReport } from "./second-reading-report.ts";

const CORPUS = fileURLToPath(new URL("../../assets/corpus/", import.meta.url));
const KEPT = join(CORPUS, "second-reading.jsonl");
const SIZE = 200;

const { values } = parseArgs({
  options: {
    draw: { type: "string" },
    folder: { type: "string", default: "." },
    add: { type: "string" },
    round: { type: "string", default: "1" },
  },
});

const linesOf = <T>(file: string): T[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
const toLines = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

const items = readdirSync(join(CORPUS, "written"))
  .filter((name) => name.endsWith(".jsonl"))
  .sort()
  .flatMap((name) => linesOf<WrittenItem>(join(CORPUS, "written", name)));
const kept = existsSync(KEPT) ? linesOf<Reading>(KEPT) : [];

if (values.draw !== undefined) {
  const read = new Set(kept.map(({ id }) => id));
  const unread = items.filter(({ id }) => !read.has(id));
  const drawn = drawItems(unread, SIZE, Number(values.draw));
  mkdirSync(values.folder, { recursive: true });
  const contests = (id: string): string => `roster-${id[0]?.toLowerCase()}.json`;
  writeFileSync(
    join(values.folder, "blind.jsonl"),
    toLines(drawn.map((item, i) => blindItem(item, i + 1, contests(item.id)))),
  );
  writeFileSync(join(values.folder, "key.json"), JSON.stringify(drawn.map(({ id }) => id)));
} else if (values.add !== undefined) {
  const key = JSON.parse(readFileSync(join(values.add, "key.json"), "utf8")) as string[];
  const answers = linesOf<{ number: number; level: string; reason: string }>(
    join(values.add, "answers.jsonl"),
  );
  const byId = new Map(items.map((item) => [item.id, item]));
  const rows = answers.map(({ number, level, reason }): Reading => {
    const { id, level: was, form } = byId.get(key[number - 1]!)!;
    return { id, round: Number(values.round), level, reason, was, ...(form ? { form } : {}) };
  });
  appendFileSync(KEPT, toLines(rows));
} else process.stdout.write(agreementReport(items, kept));
