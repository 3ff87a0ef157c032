import { seeded } from "./logistic-regression.ts";

/** Gradient-boosted trees on the few values of a text (its evidence), by histograms; plain and reproducible. */

export interface BoostOptions {
  trees: number;
  rate: number;
  /** Maximum number of leaves of a tree. */
  leaves: number;
  /** Minimum weight of texts in a leaf. */
  least: number;
  /** Pull of leaf values towards 0. */
  ridge: number;
  /** Share of texts and values that each tree sees. */
  rows: number;
  columns: number;
  seed: number;
  /** Values that may only raise the score (1) or only lower it (−1); 0 free. */
  direction: Int8Array;
}

/** One split or leaf: a leaf has `feature` −1. Left is taken where the value is below `at`. */
export interface Node {
  feature: number;
  at: number;
  left: number;
  right: number;
  value: number;
}

export interface Boosted {
  bias: number;
  trees: Node[][];
}

const BINS = 64;

interface Leaf {
  rows: Int32Array;
  node: number;
  gradient: number;
  hessian: number;
  low: number;
  high: number;
  best?: Split | undefined;
}

interface Split {
  gain: number;
  feature: number;
  bin: number;
  left: number;
  right: number;
}

/** Edges between bins: at most BINS − 1 quantiles of the different values. */
function edgesOf(values: Float32Array, width: number, feature: number, rows: number): Float32Array {
  const all = new Float32Array(rows);
  for (let i = 0; i < rows; i++) all[i] = values[i * width + feature]!;
  all.sort();
  const edges: number[] = [];
  for (let b = 1; b < BINS; b++) {
    const at = Math.floor((b * rows) / BINS);
    const edge = all[at]!;
    if (edge > all[0]! && edge !== edges.at(-1)) edges.push(edge);
  }
  // Rare values (a slogan in one text of a hundred) lie beyond all quantiles but the last.
  const distinct = [...new Set(all)];
  if (distinct.length <= BINS) return Float32Array.from(distinct.slice(1));
  return Float32Array.from(edges);
}

/** Trains on `values` (row after row, `width` each) with targets 0 or 1 and a weight per row (0 leaves it out). */
export function boost(
  values: Float32Array,
  width: number,
  targets: Float32Array,
  importance: Float32Array,
  options: BoostOptions,
): Boosted {
  const count = targets.length;
  const edges = Array.from({ length: width }, (_, f) => edgesOf(values, width, f, count));
  const bins = new Uint8Array(count * width);
  for (let i = 0; i < count; i++)
    for (let f = 0; f < width; f++) {
      const value = values[i * width + f]!;
      let bin = 0;
      for (const edge of edges[f]!) if (value >= edge) bin++;
      bins[i * width + f] = bin;
    }
  const used = Int32Array.from({ length: count }, (_, i) => i).filter((i) => importance[i]! > 0);
  const [yes, all] = used.reduce(
    ([a, b], i) => [a + importance[i]! * targets[i]!, b + importance[i]!],
    [0, 0],
  );
  const bias = Math.log(yes / (all - yes));
  const scores = new Float64Array(count).fill(bias);
  const gradients = new Float64Array(count);
  const hessians = new Float64Array(count);
  const random = seeded(options.seed);
  const trees: Node[][] = [];
  for (let t = 0; t < options.trees; t++) {
    const rows = used.filter(() => random() < options.rows);
    const columns = Array.from({ length: width }, (_, f) => f).filter(() => random() < options.columns);
    for (const i of rows) {
      const p = 1 / (1 + Math.exp(-scores[i]!));
      gradients[i] = importance[i]! * (p - targets[i]!);
      hessians[i] = importance[i]! * p * (1 - p);
    }
    const tree = grow(rows, columns, { bins, width, gradients, hessians, edges, importance }, options);
    for (const i of used) scores[i]! += walk(tree, values, i * width);
    trees.push(tree);
  }
  return { bias, trees };
}

interface Ground {
  bins: Uint8Array;
  width: number;
  gradients: Float64Array;
  hessians: Float64Array;
  edges: Float32Array[];
  importance: Float32Array;
}

function grow(rows: Int32Array, columns: readonly number[], on: Ground, options: BoostOptions): Node[] {
  const nodes: Node[] = [{ feature: -1, at: 0, left: -1, right: -1, value: 0 }];
  const leafOf = (own: Int32Array, node: number, low: number, high: number): Leaf => {
    let gradient = 0;
    let hessian = 0;
    for (const i of own) {
      gradient += on.gradients[i]!;
      hessian += on.hessians[i]!;
    }
    const leaf: Leaf = { rows: own, node, gradient, hessian, low, high };
    leaf.best = bestSplit(leaf, columns, on, options);
    return leaf;
  };
  const leaves = [leafOf(rows, 0, -Infinity, Infinity)];
  while (leaves.length < options.leaves) {
    let chosen = -1;
    for (const [k, leaf] of leaves.entries())
      if (leaf.best && (chosen < 0 || leaf.best.gain > leaves[chosen]!.best!.gain)) chosen = k;
    if (chosen < 0) break;
    const [leaf] = leaves.splice(chosen, 1) as [Leaf];
    const { feature, bin, left, right } = leaf.best!;
    const goesLeft = (i: number): boolean => on.bins[i * on.width + feature]! <= bin;
    const node = nodes[leaf.node]!;
    Object.assign(node, {
      feature,
      at: on.edges[feature]![bin]!,
      left: nodes.length,
      right: nodes.length + 1,
    });
    nodes.push({ feature: -1, at: 0, left: -1, right: -1, value: 0 });
    nodes.push({ feature: -1, at: 0, left: -1, right: -1, value: 0 });
    const middle = (left + right) / 2;
    const way = options.direction[feature]!;
    leaves.push(
      leafOf(
        leaf.rows.filter(goesLeft),
        node.left,
        way < 0 ? middle : leaf.low,
        way > 0 ? middle : leaf.high,
      ),
      leafOf(
        leaf.rows.filter((i) => !goesLeft(i)),
        node.right,
        way > 0 ? middle : leaf.low,
        way < 0 ? middle : leaf.high,
      ),
    );
  }
  for (const leaf of leaves) nodes[leaf.node]!.value = options.rate * leafValue(leaf, options);
  return nodes;
}

function leafValue(
  leaf: Pick<Leaf, "gradient" | "hessian" | "low" | "high">,
  { ridge }: BoostOptions,
): number {
  return Math.min(leaf.high, Math.max(leaf.low, -leaf.gradient / (leaf.hessian + ridge)));
}

function bestSplit(
  leaf: Leaf,
  columns: readonly number[],
  on: Ground,
  options: BoostOptions,
): Split | undefined {
  const { ridge, least, direction } = options;
  const gradients = new Float64Array(BINS);
  const hessians = new Float64Array(BINS);
  const weights = new Float64Array(BINS);
  const whole = leaf.gradient ** 2 / (leaf.hessian + ridge);
  let total = 0;
  for (const i of leaf.rows) total += on.importance[i]!;
  let best: Split | undefined;
  for (const feature of columns) {
    gradients.fill(0);
    hessians.fill(0);
    weights.fill(0);
    for (const i of leaf.rows) {
      const bin = on.bins[i * on.width + feature]!;
      gradients[bin]! += on.gradients[i]!;
      hessians[bin]! += on.hessians[i]!;
      weights[bin]! += on.importance[i]!;
    }
    let g = 0;
    let h = 0;
    let w = 0;
    for (let bin = 0; bin < on.edges[feature]!.length; bin++) {
      g += gradients[bin]!;
      h += hessians[bin]!;
      w += weights[bin]!;
      if (w < least || total - w < least) continue;
      const left = leafValue({ ...leaf, gradient: g, hessian: h }, options);
      const right = leafValue({ ...leaf, gradient: leaf.gradient - g, hessian: leaf.hessian - h }, options);
      if (direction[feature]! * (right - left) < 0) continue;
      const gain = g ** 2 / (h + ridge) + (leaf.gradient - g) ** 2 / (leaf.hessian - h + ridge) - whole;
      if (gain > 1e-6 && (best === undefined || gain > best.gain)) best = { gain, feature, bin, left, right };
    }
  }
  return best;
}

/** Value of the leaf that a row falls into. */
export function walk(tree: readonly Node[], values: Float32Array, from: number): number {
  let node = tree[0]!;
  while (node.feature >= 0) node = tree[values[from + node.feature]! < node.at ? node.left : node.right]!;
  return node.value;
}
