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
  tokenise(text, buffer);
  const units = buffer.units.subarray(0, buffer.length);
  let out = "";
  for (let from = 0; from < units.length; from += 4096) {
    out += String.fromCharCode(...units.subarray(from, from + 4096));
  }
  return { text: out, map: buffer.map.slice(0, buffer.length) };
}
