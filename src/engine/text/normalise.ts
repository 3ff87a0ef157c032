import { TokenBuffer } from "./token-buffer.ts";
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
  const folded = foldText(text);
  const map = new Int32Array(folded.length);
  let at = 0;
  for (let i = 0; i < buffer.count; i++) {
    if (i > 0) map[at++] = buffer.start[i]!;
    for (let place = buffer.from[i]!; place < buffer.to[i]!; place++) map[at++] = buffer.origin(i, place);
  }
  return { text: folded, map };
}

/** The folded form alone, for comparing names. */
export function foldText(text: string): string {
  tokenise(text, buffer);
  let out = "";
  for (let i = 0; i < buffer.count; i++) {
    if (i > 0) out += " ";
    const to = buffer.to[i]!;
    for (let place = buffer.from[i]!; place < to; place++) out += String.fromCharCode(buffer.units[place]!);
  }
  return out;
}
