import { fingerprint, type Row } from "./labelled-texts.ts";
import { bayesScale, type Linear, logit, type Matrix, type Options, train } from "./logistic-regression.ts";
import { auc, bestF1, recallAt } from "./metrics.ts";

/** Number of folds; near copies of a text always lie in the same one. */
export const FOLDS = 5;

/** Settings of the shipped model; chosen on two of the five folds (docs/model-card.md). */
export const STUDENT: Options = { bits: 17, epochs: 4, rate: 0.5, decay: 1e-6, seed: 1 };

/** Weight of a text labelled only by the teachers; at half a weight the student learned less. */
const TEACHER_WEIGHT = 0.05;

const cache = new Map<string, number>();

export function foldOf(row: Row): number {
  const known = cache.get(row.id);
  if (known !== undefined) return known;
  let hash = 7;
  for (const char of row.group ?? fingerprint(row.text))
    hash = (Math.imul(hash, 31) + char.codePointAt(0)!) | 0;
  const fold = ((hash ^ (hash >>> 13)) >>> 0) % FOLDS;
  cache.set(row.id, fold);
  return fold;
}

/** True for a text that nobody read and whose source proves nothing reliable. */
const isTeacherLabelled = (row: Row): boolean =>
  row.label === null || (row.confidence === 0 && row.label === "campaign");

/**
 * Trains the shipped kind of model without the rows in `leftOut`: three teachers on the labelled texts, then the
 * student on these and on the teachers' labels of all other texts.
 */
export function student(rows: readonly Row[], matrix: Matrix, leftOut: (row: Row) => boolean): Linear {
  const out = rows.map(leftOut);
  const targets = Float32Array.from(rows, (row) => (row.label === "campaign" ? 1 : 0));
  const weights = Float32Array.from(rows, (row, i) => (out[i] || row.label === null ? 0 : row.weight));
  const scale = bayesScale(matrix, targets, weights, STUDENT.bits);
  const teachers = [
    train(matrix, targets, weights, STUDENT),
    train(matrix, targets, weights, { ...STUDENT, scale }),
    train(matrix, targets, weights, { ...STUDENT, epochs: 8, rate: 1, seed: 5 }),
  ];
  for (const [i, row] of rows.entries()) {
    if (out[i] || !isTeacherLabelled(row)) continue;
    const meanLogit = teachers.reduce((sum, teacher) => sum + logit(teacher, matrix, i), 0) / teachers.length;
    targets[i] = 1 / (1 + Math.exp(-meanLogit));
    weights[i] = TEACHER_WEIGHT;
  }
  return train(matrix, targets, weights, STUDENT);
}

/** Log-odds of every text by a model that never saw it or a near copy; NaN for unlabelled texts. */
export function trainFolds(
  rows: readonly Row[],
  matrix: Matrix,
  say: (text: string) => void,
  part: (row: Row) => number = foldOf,
  parts = FOLDS,
): Float64Array {
  const out = new Float64Array(rows.length).fill(Number.NaN);
  for (let fold = 0; fold < parts; fold++) {
    // Copies of a held-out text may lie in another fold: they are left out of training as well.
    const held = new Set(
      rows.filter((row) => row.label !== null && part(row) === fold).map((row) => fingerprint(row.text)),
    );
    const model = student(rows, matrix, (row) => part(row) === fold || held.has(fingerprint(row.text)));
    for (const [i, row] of rows.entries()) {
      if (row.label !== null && part(row) === fold) out[i] = logit(model, matrix, i);
    }
    say(
      `part ${fold + 1} of ${parts}: ${figures(rows, out, (row) => row.confidence >= 2 && row.weight > 0 && part(row) === fold)}`,
    );
  }
  say(`all labelled: ${figures(rows, out, (row) => row.confidence >= 2 && row.weight > 0)}`);
  return out;
}

export function figures(
  rows: readonly Row[],
  scores: ArrayLike<number>,
  take: (row: Row) => boolean,
): string {
  const chosen = rows
    .map((row, i) => [row, i] as const)
    .filter(([row, i]) => take(row) && !Number.isNaN(scores[i]!));
  const values = chosen.map(([, i]) => scores[i]!);
  const truth = chosen.map(([row]) => row.label === "campaign");
  const best = bestF1(values, truth);
  const sure = recallAt(values, truth, 0.95);
  return (
    `${values.length} texts, AUC ${auc(values, truth).toFixed(4)}, best F1 ${best.f1.toFixed(3)} at ${best.at.toFixed(2)}, ` +
    `recall at precision .95 ${sure.recall.toFixed(3)} at ${sure.at.toFixed(2)}`
  );
}
