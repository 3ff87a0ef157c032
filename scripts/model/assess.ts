/**
 * Command line of the detection core: JSON Lines in, JSON Lines out, in the same order. This is how an agency tests
 * its ruleset. See `--help`.
 */

import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { localDay } from "../../src/domain/day.ts";
import { errorText } from "../../src/domain/error-text.ts";
import { createAssessor } from "../../src/engine/detection/assess.ts";
import { readItem, toLine } from "./items.ts";
import { loadEngine } from "./load-engine.ts";
import { formatEvidence } from "./sentences.ts";

const HELP = `Usage: npm run -s assess -- [options] < items.jsonl > assessments.jsonl

  --ruleset FILE      a ruleset in place of the bundled one
  --roster FILE       pairs to add to it: an object whose "paslon" lists them, with optional alias, slogan, tagar,
                      partai and akun on each, mulai and pemungutan (days: first stage, vote; without them
                      its contest runs on every day)
  --date YYYY-MM-DD   day of assessment (default: today); decides which contests run
  --region CODE       region of the user ("32", "32.04"); a single word of a name counts for more there
  --explain           adds a sentence to every piece of evidence (Bahasa Indonesia)
  --help              this text

In:  {"id"?, "kind"?, "platform"?, "author"?: {"name"?, "handle"?, "category"?, "bio"?}, "text", "imageAlt"?,
      "parent"?: {"author"?, "text"}, "page"?: {"kind"?, "name"?, "handle"?, "category"?, "bio"?},
      "date"? (day of assessment), "postedAt"? (day the page shows)}
     only "text" is required; it may be empty when "imageAlt", "author" or "page" is given. Labels (label, level,
     form, lang, ticket, phase, trick, sure …) are passed over; any other field is an error.
Out: {"id", "level", "score", "evidence": [{"kind", "text", "start", "end", "weight"}], "rules"}
Bad lines are reported by number on stderr and counted; the rest is still processed.
Exit code: 0 good, 1 bad lines or an unreadable file, 2 usage.
`;

/** Number of lines between two progress messages. */
const PROGRESS_EVERY = 10_000;

function options(): ReturnType<typeof parse> | undefined {
  try {
    return parse();
  } catch (error) {
    process.stderr.write(`assess: ${errorText(error)}\n\n${HELP}`);
    return undefined;
  }
}

function parse() {
  const { values } = parseArgs({
    options: {
      ruleset: { type: "string" },
      roster: { type: "string" },
      date: { type: "string" },
      region: { type: "string" },
      explain: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.date !== undefined && !isDay(values.date))
    throw new Error(`--date ${values.date}: YYYY-MM-DD expected`);
  return values;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

async function main(): Promise<number> {
  const chosen = options();
  if (chosen === undefined) return 2;
  if (chosen.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const assess = createAssessor(loadEngine(chosen.ruleset, chosen.roster));
  const context = {
    date: chosen.date ?? localDay(new Date()),
    ...(chosen.region ? { region: chosen.region } : {}),
  };
  let number = 0;
  let bad = 0;
  let out: string[] = [];
  const flush = async (): Promise<void> => {
    const text = out.join("");
    out = [];
    if (text !== "" && !process.stdout.write(text))
      await new Promise((done) => process.stdout.once("drain", done));
  };
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === "") continue;
    const item = readItem(line, number);
    if (typeof item === "string") {
      bad++;
      process.stderr.write(`line ${number}: ${item}\n`);
      continue;
    }
    out.push(
      `${JSON.stringify(toLine(item.id, assess(item.surface, { ...context, ...(item.date ? { date: item.date } : {}) }), chosen.explain ? formatEvidence : undefined))}\n`,
    );
    if (out.length >= 500) await flush();
    if (number % PROGRESS_EVERY === 0) process.stderr.write(`${number} lines …\n`);
  }
  await flush();
  if (bad > 0) process.stderr.write(`${bad} bad ${bad === 1 ? "line" : "lines"} of ${number}\n`);
  return bad > 0 ? 1 : 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`assess: ${errorText(error)}\n`);
    process.exitCode = 1;
  },
);
