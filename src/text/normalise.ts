import { TokenBuffer } from "./buffer.ts";
import { tokenise } from "./tokenise.ts";

/** A text as the matcher and the model read it. */
export interface Normalised {
  /** Folded words with one space between them. */
  text: string;
  /** For every unit of `text`, the UTF-16 index it came from; never falls, always inside the original. */
  map: Int32Array;
}

const buffer = new TokenBuffer();

/** The folded form of a text with a map back to it. */
export function normalise(text: string): Normalised {
  return { text: foldText(text), map: buffer.map.slice(0, buffer.length) };
}

/** The folded form alone, for comparing names. */
export function foldText(text: string): string {
  tokenise(text, buffer);
  const { units, length } = buffer;
  let out = "";
  for (let i = 0; i < length; i++) out += String.fromCharCode(units[i]!);
  return out;
}
