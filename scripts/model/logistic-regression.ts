import { groupFactors } from "../../src/engine/text/model.ts";

/** Logistic regression over hashed features: plain, reproducible, no dependency. */

/** Feature buckets of many texts in sequence; each text has its words first, then its character n-grams. */
export interface Matrix {
  indexes: Int32Array;
  /** Start of each text, plus the end of the last. */
  starts: Int32Array;
  /** Start of the character n-grams of each text. */
  middles: Int32Array;
}

export interface Linear {
  weights: Float32Array;
  bias: number;
}

/** A small seeded generator, so that training gives the same bytes every time. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
}

export interface Options {
  bits: number;
  epochs: number;
  rate: number;
  /** Regularisation of every weight towards 0 at each update. */
  decay: number;
  seed: number;
  /** Per-feature scale (naive-Bayes log ratios); folded into the weights afterwards. */
  scale?: Float32Array | undefined;
}

/** Log-odds of one text. */
export function logit(model: Linear, matrix: Matrix, row: number): number {
  const from = matrix.starts[row]!;
  const middle = matrix.middles[row]!;
  const to = matrix.starts[row + 1]!;
  let a = 0;
  let b = 0;
  for (let i = from; i < middle; i++) a += model.weights[matrix.indexes[i]!]!;
  for (let i = middle; i < to; i++) b += model.weights[matrix.indexes[i]!]!;
  const [ofWord, ofGram] = groupFactors(middle - from, to - middle);
  return model.bias + a * ofWord + b * ofGram;
}

/** Trains by AdaGrad; `targets` 0 … 1, `importance` per text (0 excludes it). */
export function train(
  matrix: Matrix,
  targets: Float32Array,
  importance: Float32Array,
  options: Options,
): Linear {
  const size = 2 ** options.bits;
  const { indexes } = matrix;
  const scale = options.scale ?? new Float32Array(size).fill(1);
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(1e-3);
  let bias = 0;
  let biasSquares = 1e-3;
  const random = seeded(options.seed);
  const rows = Int32Array.from({ length: matrix.starts.length - 1 }, (_, i) => i).filter(
    (i) => importance[i]! > 0,
  );
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const rate = options.rate / (1 + epoch * 0.5);
    shuffle(rows, random);
    for (const row of rows) {
      const from = matrix.starts[row]!;
      const middle = matrix.middles[row]!;
      const to = matrix.starts[row + 1]!;
      if (from === to) continue;
      const [ofWord, ofGram] = groupFactors(middle - from, to - middle);
      let a = 0;
      let b = 0;
      for (let i = from; i < middle; i++) a += weights[indexes[i]!]! * scale[indexes[i]!]!;
      for (let i = middle; i < to; i++) b += weights[indexes[i]!]! * scale[indexes[i]!]!;
      const share = importance[row]!;
      const error = (1 / (1 + Math.exp(-(bias + a * ofWord + b * ofGram))) - targets[row]!) * share;
      for (let i = from; i < to; i++) {
        const at = indexes[i]!;
        const pull = error * (i < middle ? ofWord : ofGram) * scale[at]!;
        squares[at]! += pull * pull;
        weights[at]! -= (rate * (pull + options.decay * share * weights[at]!)) / Math.sqrt(squares[at]!);
      }
      biasSquares += error * error;
      bias -= (rate * error) / Math.sqrt(biasSquares);
    }
  }
  for (let i = 0; i < size; i++) weights[i]! *= scale[i]!;
  return { weights, bias };
}

/** Size of the naive-Bayes log ratio of every feature: a scale that favours distinctive ones (Wang & Manning 2012). */
export function bayesScale(
  matrix: Matrix,
  targets: Float32Array,
  importance: Float32Array,
  bits: number,
): Float32Array {
  const smooth = 1;
  const yes = new Float64Array(2 ** bits).fill(smooth);
  const no = new Float64Array(2 ** bits).fill(smooth);
  let allYes = 0;
  let allNo = 0;
  for (let row = 0; row < importance.length; row++) {
    const share = importance[row]!;
    if (share === 0) continue;
    const a = share * targets[row]!;
    const b = share - a;
    for (let i = matrix.starts[row]!; i < matrix.starts[row + 1]!; i++) {
      yes[matrix.indexes[i]!]! += a;
      no[matrix.indexes[i]!]! += b;
      allYes += a;
      allNo += b;
    }
  }
  return Float32Array.from(yes, (count, i) => Math.abs(Math.log(count / allYes / (no[i]! / allNo))));
}

/** One signed byte for each weight; the largest 0.02 % are clipped so that one outlier does not coarsen all others. */
export function quantise(model: Linear): { bytes: Int8Array; scale: number } {
  const sizes = Float32Array.from(model.weights, Math.abs).sort();
  const top = sizes[Math.floor(sizes.length * 0.9998)]!;
  const scale = top / 127 || 1;
  const bytes = Int8Array.from(model.weights, (w) => Math.max(-127, Math.min(127, Math.round(w / scale))));
  return { bytes, scale };
}
