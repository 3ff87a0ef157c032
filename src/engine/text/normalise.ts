import { TokenBuffer } from "./token-buffer.ts";
import { tokenise } from "./tokenise.ts";

/** A text in the form that matcher and model read. */
export interface NormalisedText {
  /** Folded words separated by single spaces. */
  text: string;
  /** Original UTF-16 index of every unit of `text`; never decreases and always lies inside the original. */
  map: Int32Array;
}

const buffer = new TokenBuffer();

/** Folds a text and maps the result back to it. */
export function normalise(text: string): NormalisedText {
  const folded = foldText(text);
  const map = new Int32Array(folded.length);
  let at = 0;
  for (let i = 0; i < buffer.count; i++) {
    if (i > 0) map[at++] = buffer.start[i]!;
    for (let place = buffer.from[i]!; place < buffer.to[i]!; place++) map[at++] = buffer.origin(i, place);
  }
  return { text: folded, map };
}

/** Folds a text, for comparing names. */
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
