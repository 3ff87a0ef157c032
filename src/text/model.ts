import { MENTION, NUMBER, type TokenBuffer, URL, WORD } from "./buffer.ts";
import { fromBase64 } from "./bytes.ts";

/** The text model as data: see docs/model-card.md. */
export interface ModelData {
  model: 1;
  /** Day and material it was trained on, for the card and the popup. */
  made: string;
  /** Log2 of the number of weights. */
  bits: number;
  /** One signed byte a weight, base64. */
  weights: string;
  /** Value of one step of a weight. */
  scale: number;
  bias: number;
  /** Everyday words with one space between them: a part of a name that is one of these names nobody. */
  everyday: string;
}

/** A loaded model. */
export interface TextModel {
  readonly mask: number;
  readonly weights: Int8Array;
  readonly scale: number;
  readonly bias: number;
}

/** Throws where the data does not fit together. */
export function loadModel(data: ModelData): TextModel {
  if (data.model !== 1) throw new Error(`text model: format ${String(data.model)} is unknown`);
  const bytes = fromBase64(data.weights);
  if (bytes.length !== 2 ** data.bits) throw new Error("text model: wrong number of weights");
  return {
    mask: bytes.length - 1,
    weights: new Int8Array(bytes.buffer),
    scale: data.scale,
    bias: data.bias,
  };
}

/** Shortest and longest run of characters that is a feature. */
export const SHORTEST_GRAM = 3;
export const LONGEST_GRAM = 5;
/** Stands for any masked name: the model must not learn who, only what is said of them. */
const NAME_UNIT = 0xf820;
const MAX_FEATURES = 48_000;

/** Features of one text: bucket numbers before masking, token by token. */
export class Features {
  count = 0;
  readonly hash = new Int32Array(MAX_FEATURES);
  /** One past the last feature of each token. */
  readonly until = new Int32Array(16_000);
}

function mix(hash: number): number {
  let h = hash ^ (hash >>> 15);
  h = Math.imul(h, 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

/**
 * Features of a tokenised text: words, pairs of words, and runs of 3 to 5 characters inside a word and its edges.
 * Tokens with `masked[i] = 1` (known names) all give one and the same word. Linear; nothing is allocated.
 */
export function extract(buffer: TokenBuffer, masked: Uint8Array, out: Features): void {
  const { units, length } = buffer;
  let count = 0;
  let previous = 0x1357;
  for (let i = 0; i < buffer.count; i++) {
    const kind = buffer.kind[i]!;
    const plain = masked[i] === 0 && kind !== MENTION;
    const word = plain ? buffer.hash[i]! : kind === MENTION ? 0x5bd1e995 : NAME_UNIT;
    if (count > MAX_FEATURES - 400) {
      out.until[i] = count;
      continue;
    }
    if (masked[i] !== 0 && i > 0 && masked[i - 1] !== 0) {
      out.until[i] = count;
      continue;
    }
    out.hash[count++] = mix(word);
    out.hash[count++] = mix(Math.imul(previous, 0x9e3779b1) ^ word);
    previous = word;
    if (plain && (kind === WORD || kind === NUMBER)) {
      const from = buffer.from[i]! - 1;
      const to = Math.min(buffer.to[i]!, from + 40);
      for (let s = from; s < to - 1; s++) {
        let h = (s < 0 ? 32 : units[s]!) ^ 0x2f0b4a27;
        const last = Math.min(s + LONGEST_GRAM, to + 1);
        for (let k = s + 1; k < last; k++) {
          h = Math.imul(h ^ (k < to && k < length ? units[k]! : 32), 0x01000193);
          h ^= h >>> 13;
          if (k - s + 1 >= SHORTEST_GRAM) out.hash[count++] = h;
        }
      }
    } else if (kind === URL) out.hash[count++] = 0x77;
    out.until[i] = count;
  }
  out.count = count;
}

/** Log-odds that the text campaigns: mean pull of its features, scaled so that length matters little. */
export function modelLogit(model: TextModel, features: Features): number {
  const { weights, mask } = model;
  let sum = 0;
  for (let i = 0; i < features.count; i++) sum += weights[features.hash[i]! & mask]!;
  if (features.count === 0) return model.bias;
  return model.bias + (sum * model.scale) / Math.sqrt(features.count);
}

/** How much each token pulled, in the model's log-odds; `out[i]` for token i. */
export function tokenPulls(model: TextModel, features: Features, tokens: number, out: Float64Array): void {
  const { weights, mask } = model;
  const unit = model.scale / Math.sqrt(Math.max(1, features.count));
  let at = 0;
  for (let i = 0; i < tokens; i++) {
    let sum = 0;
    for (; at < features.until[i]!; at++) sum += weights[features.hash[at]! & mask]!;
    out[i] = sum * unit;
  }
}
