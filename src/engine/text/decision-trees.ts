import { fromBase64, toBase64 } from "../../domain/encoding.ts";

/** Boosted trees over a few values, as data. */
export interface TreesData {
  /** What the values are, in order. */
  names: readonly string[];
  bias: number;
  /** Value looked at, one signed byte a node; −1 at a leaf. */
  values: string;
  /** Threshold (left where below) or value of the leaf, 32-bit floats. */
  numbers: string;
  /** Node to the right, 16-bit, counted from the tree's first; the one to the left comes next. */
  rights: string;
  /** First node of each tree. */
  roots: readonly number[];
}

/** Loaded trees. */
export interface Trees {
  readonly names: readonly string[];
  readonly bias: number;
  readonly values: Int8Array;
  readonly numbers: Float32Array;
  readonly rights: Uint16Array;
  readonly roots: Int32Array;
}

/** A node of a tree that is being written: left is taken where the value is below `at`; a leaf has `feature` −1. */
export interface TreeNode {
  feature: number;
  at: number;
  left: number;
  right: number;
  value: number;
}

/** Throws where the data does not fit together. */
export function loadTrees(data: TreesData): Trees {
  const values = new Int8Array(fromBase64(data.values).buffer);
  const numbers = new Float32Array(fromBase64(data.numbers).slice().buffer);
  const rights = new Uint16Array(fromBase64(data.rights).slice().buffer);
  if (values.length !== numbers.length || values.length !== rights.length)
    throw new Error("trees: parts of different length");
  for (const value of values) if (value >= data.names.length) throw new Error("trees: unknown value");
  return { names: data.names, bias: data.bias, values, numbers, rights, roots: Int32Array.from(data.roots) };
}

/** Log-odds for one row of values. Some 150 trees cost about two microseconds. */
export function treesLogit(trees: Trees, row: Float32Array): number {
  const { values, numbers, rights, roots } = trees;
  let sum = trees.bias;
  for (let t = 0; t < roots.length; t++) {
    const root = roots[t]!;
    let node = root;
    let value = values[node]!;
    while (value >= 0) {
      node = row[value]! < numbers[node]! ? node + 1 : root + rights[node]!;
      value = values[node]!;
    }
    sum += numbers[node]!;
  }
  return sum;
}

/** Trees as data: each tree is written from its root, left side first. */
export function packTrees(
  names: readonly string[],
  bias: number,
  trees: readonly (readonly TreeNode[])[],
): TreesData {
  const values: number[] = [];
  const numbers: number[] = [];
  const rights: number[] = [];
  const roots: number[] = [];
  for (const tree of trees) {
    const root = values.length;
    roots.push(root);
    const write = (index: number): void => {
      const node = tree[index]!;
      const place = values.length;
      values.push(node.feature);
      numbers.push(node.feature < 0 ? node.value : node.at);
      rights.push(0);
      if (node.feature < 0) return;
      write(node.left);
      rights[place] = values.length - root;
      write(node.right);
    };
    write(0);
  }
  const bytes = (array: ArrayBufferView): string => toBase64(new Uint8Array(array.buffer as ArrayBuffer));
  return {
    names,
    bias: Math.round(bias * 1e4) / 1e4,
    values: bytes(Int8Array.from(values)),
    numbers: bytes(Float32Array.from(numbers)),
    rights: bytes(Uint16Array.from(rights)),
    roots,
  };
}
