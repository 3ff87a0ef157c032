import { fromBase64, toBase64 } from "../../domain/encoding.ts";

/** Boosted decision trees over a few values, in serialised form. */
export interface TreesData {
  /** Names of the values, in order. */
  names: readonly string[];
  bias: number;
  /** Index of the value each node tests, one signed byte per node; −1 at a leaf. */
  values: string;
  /** Threshold of a node (smaller values go left) or value of a leaf, as 32-bit floats. */
  numbers: string;
  /** Right child as a 16-bit offset from the root of its tree; the left child is the next node. */
  rights: string;
  /** Index of the root of each tree. */
  roots: readonly number[];
}

/** Decision trees ready for use. */
export interface Trees {
  readonly names: readonly string[];
  readonly bias: number;
  readonly values: Int8Array;
  readonly numbers: Float32Array;
  readonly rights: Uint16Array;
  readonly roots: Int32Array;
}

/** A node of a tree that is being serialised: values below `at` go left; a leaf has `feature` −1. */
export interface TreeNode {
  feature: number;
  at: number;
  left: number;
  right: number;
  value: number;
}

/** @throws if the parts do not fit each other. */
export function loadTrees(data: TreesData): Trees {
  const values = new Int8Array(fromBase64(data.values).buffer);
  const numbers = new Float32Array(fromBase64(data.numbers).slice().buffer);
  const rights = new Uint16Array(fromBase64(data.rights).slice().buffer);
  if (values.length !== numbers.length || values.length !== rights.length)
    throw new Error("trees: parts of different length");
  for (const value of values) if (value >= data.names.length) throw new Error("trees: unknown value");
  return { names: data.names, bias: data.bias, values, numbers, rights, roots: Int32Array.from(data.roots) };
}

/** Log-odds for one row of values. About 150 trees take two microseconds. */
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

/** Serialises trees, each from its root with the left side first. */
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
    const writeNode = (index: number): void => {
      const node = tree[index]!;
      const place = values.length;
      values.push(node.feature);
      numbers.push(node.feature < 0 ? node.value : node.at);
      rights.push(0);
      if (node.feature < 0) return;
      writeNode(node.left);
      rights[place] = values.length - root;
      writeNode(node.right);
    };
    writeNode(0);
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
