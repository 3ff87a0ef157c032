/** Logistic regression over hashed features: plain, reproducible, no dependency. */

/** Feature buckets of many texts, one after another. */
export interface Matrix {
  indexes: Int32Array;
  /** Start of each text; one more than there are texts. */
  starts: Int32Array;
}

export interface Linear {
  weights: Float32Array;
  bias: number;
}

/** A small generator with a seed, so that training gives the same bytes every time. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffled(count: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return order;
}

export interface Options {
  bits: number;
  epochs: number;
  rate: number;
  /** Pull of every weight towards 0 at each touch. */
  decay: number;
  seed: number;
}

/** Log-odds of one text: mean of its weights times the root of their number. */
export function logit(model: Linear, matrix: Matrix, row: number): number {
  const from = matrix.starts[row]!;
  const to = matrix.starts[row + 1]!;
  let sum = 0;
  for (let i = from; i < to; i++) sum += model.weights[matrix.indexes[i]!]!;
  return model.bias + (to > from ? sum / Math.sqrt(to - from) : 0);
}

/** Trains by AdaGrad; `targets` 0 or 1, `importance` per text (0 leaves it out). */
export function train(
  matrix: Matrix,
  targets: Float32Array,
  importance: Float32Array,
  options: Options,
): Linear {
  const weights = new Float32Array(2 ** options.bits);
  const squares = new Float32Array(2 ** options.bits).fill(1e-3);
  const model: Linear = { weights, bias: 0 };
  let biasSquares = 1e-3;
  const random = seeded(options.seed);
  const rows = matrix.starts.length - 1;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const rate = options.rate / (1 + epoch * 0.5);
    for (const row of shuffled(rows, random)) {
      const share = importance[row]!;
      if (share === 0) continue;
      const from = matrix.starts[row]!;
      const to = matrix.starts[row + 1]!;
      if (from === to) continue;
      const p = 1 / (1 + Math.exp(-logit(model, matrix, row)));
      const error = (p - targets[row]!) * share;
      const pull = error / Math.sqrt(to - from);
      const pullSquared = pull * pull;
      for (let i = from; i < to; i++) {
        const at = matrix.indexes[i]!;
        squares[at]! += pullSquared;
        weights[at]! -= (rate * (pull + options.decay * share * weights[at]!)) / Math.sqrt(squares[at]!);
      }
      biasSquares += error * error;
      model.bias -= (rate * error) / Math.sqrt(biasSquares);
    }
  }
  return model;
}

/** One signed byte a weight; the largest 0.02 % are cut so that one outlier does not coarsen all others. */
export function quantise(model: Linear): { bytes: Int8Array; scale: number } {
  const sizes = Float32Array.from(model.weights, Math.abs).sort();
  const top = sizes[Math.floor(sizes.length * 0.9998)]!;
  const scale = top / 127 || 1;
  const bytes = Int8Array.from(model.weights, (w) => Math.max(-127, Math.min(127, Math.round(w / scale))));
  return { bytes, scale };
}
