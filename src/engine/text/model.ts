import { fromBase64 } from "../../domain/encoding.ts";
import { MENTION, NUMBER, type TokenBuffer, WORD } from "./token-buffer.ts";

/** The text model in serialised form; see docs/model-card.md. */
export interface ModelData {
  model: 1;
  /** Training date and material, for the model card and the popup. */
  made: string;
  /** Log2 of the number of weights. */
  bits: number;
  /** Weights as signed bytes in base64. */
  weights: string;
  /** Log-odds of one step of a weight. */
  scale: number;
  bias: number;
  /** Everyday words separated by single spaces: a part of a name that equals one of them identifies nobody. */
  everyday: string;
}

/** A text model ready for use. */
export interface TextModel {
  readonly mask: number;
  readonly weights: Int8Array;
  readonly scale: number;
  readonly bias: number;
}

/** @throws if the parts do not fit each other. */
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

/**
 * Weight of the character n-grams relative to the words. Uses n-grams of three and four characters; longer ones gained
 * nothing (docs/model-card.md). The best measured value lies between 0.3 and 1.
 */
const GRAM_SHARE = 0.6;
/** Replaces every known name, in running text and (plus one) in a hashtag: the model must not learn who is named. */
const NAME_UNIT = 0xf820;
const MENTION_WORD = 0x5bd1e995;
const FIRST_WORD = 1;
const GRAM_SEED = 0x2f0b4a27;
const MAX_FEATURES = 40_000;
const MAX_MODEL_TOKENS = 16_000;
/** Longest part of one word that is cut into n-grams. */
const MAX_WORD_UNITS = 40;

/** Features of one text: words and pairs of words first, then character n-grams. */
export class TextFeatures {
  /** One past the last feature of each group. */
  words = 0;
  count = 0;
  readonly hash = new Int32Array(MAX_FEATURES);
  /** One past the last feature of each token, for both groups. */
  readonly wordsUntil = new Int32Array(MAX_MODEL_TOKENS);
  readonly until = new Int32Array(MAX_MODEL_TOKENS);
}

function mix(hash: number): number {
  let h = hash ^ (hash >>> 15);
  h = Math.imul(h, 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

function hashGram(one: number, two: number, three: number): number {
  return Math.imul(Math.imul(Math.imul(one ^ GRAM_SEED, 0x01000193) ^ two, 0x01000193) ^ three, 0x01000193);
}

/**
 * Extracts the features of a tokenised text. Consecutive tokens with `masked[i] > 0` (known names; 2 in hashtags) give
 * one word together. Runs in linear time and allocates nothing.
 */
export function extractFeatures(buffer: TokenBuffer, masked: Uint8Array, out: TextFeatures): void {
  const { hash } = out;
  const tokens = buffer.count;
  let count = 0;
  let previous = FIRST_WORD | 0;
  for (let i = 0; i < tokens; i++) {
    const mask = masked[i]!;
    if (mask === 0 || i === 0 || masked[i - 1] === 0) {
      const word =
        mask > 0 ? NAME_UNIT + mask - 1 : buffer.kind[i] === MENTION ? MENTION_WORD : buffer.hash[i]!;
      hash[count++] = mix(word);
      hash[count++] = mix(Math.imul(previous, 0x9e3779b1) ^ word);
      previous = word;
    }
    out.wordsUntil[i] = count;
  }
  out.words = count;
  const { units } = buffer;
  for (let i = 0; i < tokens; i++) {
    const kind = buffer.kind[i]!;
    if (masked[i] === 0 && (kind === WORD || kind === NUMBER) && count < MAX_FEATURES - 2 * MAX_WORD_UNITS) {
      const to = Math.min(buffer.to[i]!, buffer.from[i]! + MAX_WORD_UNITS);
      // The word gets a space on both sides: "_coblos_" gives "_co", "_cob", "cob", "cobl" … "os_".
      let one = 32;
      let two = units[buffer.from[i]!]!;
      for (let k = buffer.from[i]! + 1; k <= to; k++) {
        const three = k < to ? units[k]! : 32;
        const triple = hashGram(one, two, three);
        hash[count++] = mix(triple);
        if (k < to) {
          const four = k + 1 < to ? units[k + 1]! : 32;
          hash[count++] = mix(Math.imul(triple ^ four, 0x01000193));
        }
        one = two;
        two = three;
      }
    }
    out.until[i] = count;
  }
  out.count = count;
}

/**
 * Log-odds that the text is campaign material: the mean weight of its features, scaled so that length matters little.
 * Computes the same sum as over the features of `extractFeatures` without storing them; a test compares the two. The
 * loops touch only local integers; see `addPlainWords`.
 */
export function textLogit(model: TextModel, buffer: TokenBuffer, masked: Uint8Array): number {
  const { weights } = model;
  const mask = model.mask | 0;
  const { units, from, to, kind: kinds, hash: hashes } = buffer;
  const tokens = buffer.count | 0;
  const mention = MENTION | 0;
  const ofWord = WORD | 0;
  const ofNumber = NUMBER | 0;
  let words = 0;
  let a = 0;
  let previous = FIRST_WORD | 0;
  for (let i = 0; i < tokens; i++) {
    const hidden = masked[i]!;
    if (hidden !== 0 && i > 0 && masked[i - 1] !== 0) continue;
    const word = hidden > 0 ? NAME_UNIT + hidden - 1 : kinds[i] === mention ? MENTION_WORD : hashes[i]!;
    a = (a + weights[mix(word) & mask]! + weights[mix(Math.imul(previous, 0x9e3779b1) ^ word) & mask]!) | 0;
    words += 2;
    previous = word;
  }
  const maxGrams = (MAX_FEATURES - 2 * MAX_WORD_UNITS - words) | 0;
  let grams = 0;
  let b = 0;
  for (let i = 0; i < tokens && grams < maxGrams; i++) {
    const kind = kinds[i]!;
    if (masked[i] !== 0 || (kind !== ofWord && kind !== ofNumber)) continue;
    const first = from[i]!;
    const end = Math.min(to[i]!, first + MAX_WORD_UNITS);
    let one = 32;
    let two = units[first]!;
    for (let k = first + 1; k < end; k++) {
      const three = units[k]!;
      const four = k + 1 < end ? units[k + 1]! : 32;
      const triple = hashGram(one, two, three);
      b = (b + weights[mix(triple) & mask]! + weights[mix(Math.imul(triple ^ four, 0x01000193)) & mask]!) | 0;
      one = two;
      two = three;
    }
    b = (b + weights[mix(hashGram(one, two, 32)) & mask]!) | 0;
    grams += 2 * (end - first) - 1;
  }
  const ofWords = words > 0 ? a / Math.sqrt(words) : 0;
  const ofGrams = grams > 0 ? (GRAM_SHARE * b) / Math.sqrt(grams) : 0;
  return model.bias + model.scale * (ofWords + ofGrams);
}

/** Factor of a feature in each group of `textLogit`, before scaling; the trainer uses the same factors. */
export function groupFactors(words: number, grams: number): [number, number] {
  return [words > 0 ? 1 / Math.sqrt(words) : 0, grams > 0 ? GRAM_SHARE / Math.sqrt(grams) : 0];
}

/** Contribution of each token to the model's log-odds; `out[i]` belongs to token i. */
export function tokenPulls(
  model: TextModel,
  features: TextFeatures,
  tokens: number,
  out: Float64Array,
): void {
  const { weights, mask, scale } = model;
  const [ofWord, ofGram] = groupFactors(features.words, features.count - features.words);
  let word = 0;
  let gram = features.words;
  for (let i = 0; i < tokens; i++) {
    let sum = 0;
    for (; word < features.wordsUntil[i]!; word++) sum += weights[features.hash[word]! & mask]! * ofWord;
    for (; gram < features.until[i]!; gram++) sum += weights[features.hash[gram]! & mask]! * ofGram;
    out[i] = sum * scale;
  }
}
