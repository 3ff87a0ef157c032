import type { Finding } from "../../src/engine/detection/find/finding.ts";
import { findAll } from "../../src/engine/detection/find/index.ts";
import { analyseText, newTextAnalysis } from "../../src/engine/detection/find/text-analysis.ts";
import { STACK_FEATURES, stackRow, textForm } from "../../src/engine/detection/score/stacking.ts";
import { MIN_MODEL_LOGIT } from "../../src/engine/detection/score/weights.ts";
import { newSituation } from "../../src/engine/detection/situation.ts";
import type { Engine } from "../../src/engine/ruleset/compile/index.ts";
import { packTrees, type TreesData } from "../../src/engine/text/decision-trees.ts";
import { FOLDS, figures, foldOf } from "./folds.ts";
import { type Boosted, type BoostOptions, boost, walk } from "./gradient-boosting.ts";
import { type Row, TRAINED_ON } from "./labelled-texts.ts";

/** Evidence that may only count for a campaign, and evidence that may only count against; the rest is unconstrained. */
const FOR = new Set(
  (
    "model pair full-name common-name tagged-name named-in-talk mention call call-with-number call-with-name number " +
    "slogan victory programme event attribute hand"
  ).split(" "),
);
const AGAINST = new Set(["news", "headline"]);

/** Chosen among eight variants on all folds; more trees or leaves gained less than .001 AUC (docs/model-card.md). */
const OPTIONS: BoostOptions = {
  trees: 150,
  rate: 0.05,
  leaves: 15,
  least: 20,
  ridge: 5,
  rows: 0.8,
  columns: 0.7,
  seed: 11,
  direction: Int8Array.from(STACK_FEATURES, (name) => (FOR.has(name) ? 1 : AGAINST.has(name) ? -1 : 0)),
};

const WIDTH = STACK_FEATURES.length;
const WEAK_SHARE = 4;
const reading = newTextAnalysis();

/** One row of values for each text, with the text model's out-of-fold score. */
function stackRows(engine: Engine, rows: readonly Row[], logits: ArrayLike<number>): Float32Array {
  const all = new Float32Array(rows.length * WIDTH);
  for (const [i, row] of rows.entries()) {
    if (Number.isNaN(logits[i]!)) continue;
    stackRow(
      foundIn(row.engine ?? engine, row.text, logits[i]!, row.date),
      all.subarray(i * WIDTH, (i + 1) * WIDTH),
    );
  }
  return all;
}

/** All evidence in a text, with a given score of the model. */
export function foundIn(engine: Engine, text: string, logit: number, date = TRAINED_ON): Finding[] {
  analyseText(engine, reading, text, "text");
  const found: Finding[] = [];
  findAll(engine, reading, found, newSituation(engine, { date }));
  found.push({
    signal: "model",
    field: "text",
    start: 0,
    end: 0,
    text: "",
    share: Math.max(logit, MIN_MODEL_LOGIT),
    strong: false,
    key: "model",
    values: {},
    form: textForm(reading),
  });
  return found;
}

const score = (model: Boosted, values: Float32Array, i: number): number =>
  model.trees.reduce((sum, tree) => sum + walk(tree, values, i * WIDTH), model.bias);

/** Trains the trees and returns the log-odds of every text by trees that never saw it. */
export function trainStack(
  engine: Engine,
  rows: readonly Row[],
  logits: ArrayLike<number>,
  say: (text: string) => void,
  part: (row: Row) => number = foldOf,
  parts = FOLDS,
): { data: TreesData; outOfFold: Float64Array } {
  const values = stackRows(engine, rows, logits);
  const targets = Float32Array.from(rows, (row) => (row.label === "campaign" ? 1 : 0));
  /*
   * One in WEAK_SHARE of the texts labelled by their source represents all of them: the trees have few leaves to fill.
   */
  const weights = Float32Array.from(rows, (row, i) => {
    if (row.label === null || Number.isNaN(logits[i]!)) return 0;
    if (row.confidence > 0) return row.weight;
    return i % WEAK_SHARE === 0 ? row.weight * WEAK_SHARE : 0;
  });
  const outOfFold = new Float64Array(rows.length).fill(Number.NaN);
  for (let fold = 0; fold < parts; fold++) {
    const own = weights.map((weight, i) => (part(rows[i]!) === fold ? 0 : weight));
    const model = boost(values, WIDTH, targets, own, OPTIONS);
    for (const [i, row] of rows.entries())
      if (!Number.isNaN(logits[i]!) && part(row) === fold) outOfFold[i] = score(model, values, i);
  }
  say(`with trees: ${figures(rows, outOfFold, (row) => row.confidence >= 2 && row.weight > 0)}`);
  const whole = boost(values, WIDTH, targets, weights, OPTIONS);
  return { data: packTrees(STACK_FEATURES, whole.bias, whole.trees), outOfFold };
}
