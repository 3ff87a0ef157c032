/** Figures of a yes/no answer, with Wilson's 95 % intervals. */

export interface Interval {
  value: number;
  low: number;
  high: number;
  of: number;
}

export function wilson(hits: number, of: number): Interval {
  if (of === 0) return { value: Number.NaN, low: 0, high: 1, of };
  const z = 1.96;
  const p = hits / of;
  const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  return { value: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half), of };
}

export interface Counts {
  tp: number;
  fp: number;
  fn: number;
  tn: number;
}

export function f1({ tp, fp, fn }: Counts): number {
  return tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn);
}

/** Area under the ROC curve by ranks. */
export function auc(scores: ArrayLike<number>, truth: ArrayLike<boolean | number>): number {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
  let positives = 0;
  let rankSum = 0;
  for (let i = 0; i < order.length; ) {
    let j = i;
    while (j < order.length && scores[order[j]!] === scores[order[i]!]) j++;
    for (let k = i; k < j; k++) {
      if (!truth[order[k]!]) continue;
      positives++;
      rankSum += (i + j + 1) / 2;
    }
    i = j;
  }
  const negatives = order.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Best F1 over all thresholds, and its threshold. */
export function bestF1(
  scores: ArrayLike<number>,
  truth: ArrayLike<boolean | number>,
): { f1: number; at: number } {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[b]! - scores[a]!);
  let all = 0;
  for (const i of order) if (truth[i]) all++;
  let tp = 0;
  let best = { f1: 0, at: 0 };
  for (let k = 0; k < order.length; k++) {
    if (truth[order[k]!]) tp++;
    if (k + 1 < order.length && scores[order[k]!] === scores[order[k + 1]!]) continue;
    const value = (2 * tp) / (k + 1 + all);
    if (value > best.f1) best = { f1: value, at: scores[order[k]!]! };
  }
  return best;
}

/** Highest recall at a precision of at least `floor`, and its threshold. */
export function recallAt(
  scores: ArrayLike<number>,
  truth: ArrayLike<boolean | number>,
  floor: number,
): { recall: number; at: number } {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[b]! - scores[a]!);
  let all = 0;
  for (const i of order) if (truth[i]) all++;
  let tp = 0;
  let best = { recall: 0, at: Number.POSITIVE_INFINITY };
  for (let k = 0; k < order.length; k++) {
    if (truth[order[k]!]) tp++;
    if (tp / (k + 1) >= floor && tp / all >= best.recall) best = { recall: tp / all, at: scores[order[k]!]! };
  }
  return best;
}
