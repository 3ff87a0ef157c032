import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Finding } from "../../src/engine/detection/find/finding.ts";
import { findAll } from "../../src/engine/detection/find/index.ts";
import { analyseText, newTextAnalysis } from "../../src/engine/detection/find/text-analysis.ts";
import { SIGNALS, type Signal } from "../../src/engine/detection/score/signals.ts";
import { MANUAL_WEIGHTS, MIN_MODEL_LOGIT } from "../../src/engine/detection/score/weights.ts";
import { newSituation } from "../../src/engine/detection/situation.ts";
import type { Engine } from "../../src/engine/ruleset/compile/index.ts";
import { figures } from "./folds.ts";
import { type Row, TRAINED_ON } from "./labelled-texts.ts";
import { seeded, shuffle } from "./logistic-regression.ts";

/** Minimum number of texts with a signal to fit its weight; below it the hand-set weight stays. */
const ENOUGH = 40;
/** Regularisation towards the hand-set weights, in texts. */
const PRIOR = 20;
const EPOCHS = 60;

/** Signals that must weigh the same, whoever is named: the form of a name says nothing about its bearer. */
const TIED: Readonly<Partial<Record<Signal, Signal>>> = {
  "single-name": "full-name",
  "part-name": "full-name",
};

/** Signals of a text other than the model's, each with its strongest share. */
function signalsOf(engine: Engine, { text, date = TRAINED_ON }: Row): Map<Signal, number> {
  analyseText(engine, reading, text, "text");
  const found: Finding[] = [];
  findAll(engine, reading, found, newSituation(engine, { date }));
  const out = new Map<Signal, number>();
  for (const { signal, share } of found) out.set(signal, Math.max(out.get(signal) ?? 0, share));
  return out;
}

const reading = newTextAnalysis();
const atLeastFloor = (logit: number): number => Math.max(logit, MIN_MODEL_LOGIT);

/** Fits the weights of the signals beside the model's out-of-fold log-odds and writes src/engine/detection/score/weights.generated.ts. */
export function fitSignals(
  engine: Engine,
  rows: readonly Row[],
  logits: Float64Array,
  say: (text: string) => void,
): void {
  const used = rows
    .map((_, i) => i)
    .filter((i) => !Number.isNaN(logits[i]!) && rows[i]!.label !== null && rows[i]!.weight > 0);
  const found = used.map((i) => signalsOf(rows[i]!.engine ?? engine, rows[i]!));
  const times = new Map<Signal, number>();
  for (const own of found) for (const signal of own.keys()) times.set(signal, (times.get(signal) ?? 0) + 1);
  const names = SIGNALS.filter((signal) => !TIED[signal] && (times.get(signal) ?? 0) >= ENOUGH);
  const at = new Map(names.map((signal, k) => [signal, k + 1]));
  for (const [signal, other] of Object.entries(TIED) as [Signal, Signal][]) at.set(signal, at.get(other)!);
  const prior = [1, ...names.map((signal) => MANUAL_WEIGHTS[signal])];
  const weights = Float64Array.from(prior);
  let bias = 0;
  const random = seeded(3);
  const order = Int32Array.from(used, (_, k) => k);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    const rate = 0.03 / (1 + epoch * 0.2);
    for (const k of order) {
      const row = rows[used[k]!]!;
      let z = bias + weights[0]! * atLeastFloor(logits[used[k]!]!);
      for (const [signal, share] of found[k]!)
        z += (at.has(signal) ? weights[at.get(signal)!]! : MANUAL_WEIGHTS[signal]) * share;
      const error = (1 / (1 + Math.exp(-z)) - (row.label === "campaign" ? 1 : 0)) * row.weight;
      bias -= rate * error;
      weights[0]! -= rate * 0.2 * error * atLeastFloor(logits[used[k]!]!);
      for (const [signal, share] of found[k]!) {
        const place = at.get(signal);
        if (place !== undefined) weights[place]! -= rate * error * share;
      }
      for (let w = 1; w < weights.length; w++)
        weights[w]! -= (rate * PRIOR * (weights[w]! - prior[w]!)) / used.length;
    }
  }
  const scores = new Float64Array(rows.length).fill(Number.NaN);
  for (const [k, i] of used.entries()) {
    let z = bias + weights[0]! * atLeastFloor(logits[i]!);
    for (const [signal, share] of found[k]!)
      z += (at.has(signal) ? weights[at.get(signal)!]! : MANUAL_WEIGHTS[signal]) * share;
    scores[i] = z;
  }
  say(`model alone: ${figures(rows, logits, (row) => row.confidence >= 2 && row.weight > 0)}`);
  say(`with signals: ${figures(rows, scores, (row) => row.confidence >= 2 && row.weight > 0)}`);
  write(
    SIGNALS.filter((signal) => at.has(signal)),
    (signal) => weights[at.get(signal)!]!,
    weights[0]!,
    bias,
    times,
  );
}

function write(
  names: readonly Signal[],
  weightOf: (signal: Signal) => number,
  ofModel: number,
  bias: number,
  times: Map<Signal, number>,
): void {
  const round = (value: number): string => String(Math.round(value * 100) / 100);
  const rowsOut = names.map(
    (signal) =>
      `  ${/-/.test(signal) ? JSON.stringify(signal) : signal}: ${round(weightOf(signal))}, // ${times.get(signal) ?? 0} texts`,
  );
  const text = [
    'import type { Signal } from "./signals.ts";',
    "",
    "/** Written by `npm run train`: log-odds of each signal beside the text model's, and how many texts had it. */",
    "export const FITTED: Readonly<Partial<Record<Signal, number>>> = {",
    `  model: ${round(ofModel)},`,
    ...rowsOut,
    "};",
    "",
    "/** Log-odds of a text in which nothing was found. */",
    `export const FITTED_BIAS = ${round(bias)};`,
    "",
  ].join("\n");
  writeFileSync(
    fileURLToPath(new URL("../../src/engine/detection/score/weights.generated.ts", import.meta.url)),
    text,
  );
}
