/**
 * Trains the text model and the weights of the signals, reproducibly: `npm run train -- ../shared/text`. Writes
 * assets/model/text-model.json and src/engine/detection/score/weights.generated.ts. `--keep-folds FILE` also writes the
 * out-of-fold log-odds of every labelled and weakly labelled text, which `npm run accuracy` can reuse.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { toBase64 } from "../../src/domain/encoding.ts";
import type { ModelFile } from "../../src/engine/ruleset/compile/format.ts";
import { bundledRuleset } from "../ruleset/bundle.ts";
import { fitSignals } from "./fit.ts";
import { foldOf, STUDENT, student, trainFolds } from "./folds.ts";
import { hasTexts } from "./labelled-texts.ts";
import { MODEL } from "./load-engine.ts";
import { quantise } from "./logistic-regression.ts";
import { engineFor, featuresOf } from "./prepare.ts";
import { trainStack } from "./stacking.ts";
import { trainingRows } from "./training-rows.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "keep-folds": { type: "string" }, help: { type: "boolean" } },
});
const folder = positionals[0] ?? "../shared/text";
if (values.help) {
  process.stdout.write("Usage: npm run train -- [FOLDER of texts] [--keep-folds FILE]\n");
  process.exit(0);
}
if (!hasTexts(folder)) {
  process.stderr.write(`train: no labelled.jsonl in ${folder}; see docs/model-card.md for what is needed\n`);
  process.exit(1);
}

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const { rows, everyday } = trainingRows(folder, bundledRuleset());
say(`${rows.filter((row) => row.confidence > 0).length} labelled, ${rows.length} in all`);

const engine = engineFor(bundledRuleset(), everyday);
const matrix = featuresOf(engine, rows, STUDENT.bits);
say(`${everyday.split(" ").length} everyday words, ${matrix.starts[rows.length]} features`);

const outOfFold = trainFolds(rows, matrix, say);
const whole = student(rows, matrix, () => false);
const { bytes, scale } = quantise(whole);
const { data: trees, outOfFold: stacked } = trainStack(engine, rows, outOfFold, say);
const model: ModelFile = {
  model: 1,
  made: "2026-11-21",
  bits: STUDENT.bits,
  weights: toBase64(new Uint8Array(bytes.buffer)),
  scale: Number(scale.toPrecision(6)),
  bias: Number(whole.bias.toPrecision(6)),
  everyday,
  trees,
};
if (values["keep-folds"]) {
  const kept = rows.map((row, i) => ({
    id: row.id,
    fold: foldOf(row),
    logit: Math.round(outOfFold[i]! * 1e4) / 1e4,
    stack: Math.round(stacked[i]! * 1e4) / 1e4,
  }));
  mkdirSync(dirname(values["keep-folds"]), { recursive: true });
  writeFileSync(values["keep-folds"], JSON.stringify(kept.filter((one) => !Number.isNaN(one.logit))));
}

mkdirSync(dirname(MODEL), { recursive: true });
writeFileSync(MODEL, `${JSON.stringify(model)}\n`);
say(`wrote ${MODEL}`);
fitSignals(engine, rows, outOfFold, say);
