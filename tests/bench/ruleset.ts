/**
 * Figures of the ruleset, each with its limit: `npm run bench:ruleset`. Exit code 1 where one is exceeded. Times come
 * with a calibration loop of the same run, so that figures of two machines can be compared. "Names" are counted like
 * the limit of the schema.
 */
import { Worker } from "node:worker_threads";
import { shippedModel } from "../../scripts/model/load-engine.ts";
import { bundledRuleset } from "../../scripts/ruleset/bundle.ts";
import { compileRuleset, loadCompiled } from "../../src/engine/ruleset/compile/index.ts";
import type { Ruleset } from "../../src/engine/ruleset/schema/index.ts";
import { LIMITS } from "../../src/engine/ruleset/schema/limits.ts";
import { checkReferences, countNames } from "../../src/engine/ruleset/validate/references.ts";
import { generateRuleset } from "./generated.ts";
import { calibrate } from "./guard/calibrate.ts";

const MB = 1024 * 1024;
const RUNS = 5;
const HEAP_STEPS_MB = [30, 40, 50, 60, 80, 100, 140, 200];

const bundled = bundledRuleset();
const model = shippedModel();
let broken = 0;

function say(name: string, value: number, unit: string, limit: number, note = ""): void {
  const ok = value <= limit;
  if (!ok) broken++;
  const figure = `${value.toFixed(value < 100 ? 2 : 0)} ${unit} (limit ${limit} ${unit})`;
  console.log(`${ok ? "pass" : "FAIL"}  ${name.padEnd(34)} ${figure}  ${note}`);
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;
const ms = (work: () => unknown): number => {
  const from = performance.now();
  work();
  return performance.now() - from;
};
const nameCount = (ruleset: Ruleset) => countNames(ruleset.roster) + ruleset.lexicon.length;

/** The bundled ruleset with an invented roster of as many names as fit under `wanted`. */
function ofSize(wanted: number): Ruleset {
  const probe = nameCount(generateRuleset(bundled, 1_000));
  const each = (nameCount(generateRuleset(bundled, 2_000)) - probe) / 1_000;
  let people = Math.floor((wanted - probe) / each) + 1_000;
  for (;;) {
    const made = generateRuleset(bundled, people);
    if (nameCount(made) <= wanted) return made;
    people -= 2;
  }
}

function compiling(wanted: number, limitMs: number): void {
  const ruleset = ofSize(wanted);
  const times = Array.from({ length: wanted > 50_000 ? 3 : RUNS }, () =>
    ms(() => compileRuleset(ruleset, { model })),
  );
  const size = JSON.stringify(compileRuleset(ruleset, { model })).length / MB;
  const names = nameCount(ruleset);
  say(`compile ${wanted} names`, median(times), "ms", limitMs, `median of ${times.length}, ${names} names`);
  say(`compiled size, ${wanted} names`, size, "MB", 5);
}

/** The smallest heap (old generation) in which 100,000 names are parsed and compiled; V8 fails below it. */
async function heap(): Promise<void> {
  const text = JSON.stringify(ofSize(LIMITS.names));
  const fits = (maxOldGenerationSizeMb: number) =>
    new Promise<boolean>((done) => {
      const worker = new Worker(new URL("./ruleset-heap.ts", import.meta.url), {
        workerData: text,
        resourceLimits: { maxOldGenerationSizeMb, maxYoungGenerationSizeMb: 8 },
      });
      worker.once("error", () => done(false));
      worker.once("exit", (code) => done(code === 0));
    });
  let found = Number.POSITIVE_INFINITY;
  for (const step of HEAP_STEPS_MB)
    if (await fits(step)) {
      found = step;
      break;
    }
  say(
    "peak heap, 100000 names",
    found,
    "MB",
    60,
    "whole worker: file, parsed ruleset, compiling; 8 MB for young objects aside",
  );
}

function refusal(): void {
  const ruleset = ofSize(LIMITS.names);
  const account = (n: number) => ({
    id: `uji-${n}`,
    site: "x" as const,
    kind: "team" as const,
    handle: `uji${n}`,
  });
  const more = Array.from({ length: 200 }, (_, n) => account(n));
  const roster = { ...ruleset.roster, accounts: [...ruleset.roster.accounts, ...more] };
  const [fault] = checkReferences({ ...ruleset, roster });
  const refused = fault?.code === "too-many-names";
  say("refused above the limit", refused ? 0 : 1, "accepted", 0, fault?.message ?? "not refused");
}

function loading(): void {
  const json = JSON.stringify(compileRuleset(bundled, { model }));
  const times = Array.from({ length: 25 }, () => {
    const data: unknown = JSON.parse(json);
    return ms(() => loadCompiled(data));
  });
  const first = times[0]!;
  say("load of the bundled ruleset", median(times), "ms", 5, `median of 25, first ${first.toFixed(1)} ms`);
}

console.log(`calibration loop: ${calibrate().toFixed(1)} ms`);
compiling(10_000, 300);
compiling(LIMITS.names, 3_000);
loading();
refusal();
await heap();
console.log(`calibration loop: ${calibrate().toFixed(1)} ms`);
process.exitCode = broken ? 1 : 0;
