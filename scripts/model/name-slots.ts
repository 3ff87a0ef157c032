import { analyseText, newTextAnalysis } from "../../src/engine/detection/find/text-analysis.ts";
import { PAYLOAD } from "../../src/engine/ruleset/compile/format.ts";
import type { Engine } from "../../src/engine/ruleset/compile/index.ts";

/** A text with its names cut out: the pieces and the slots between them. */
export interface Slotted {
  pieces: string[];
  /** "pair", or the position of the named person (0 candidate, 1 running mate). */
  slots: ("pair" | 0 | 1)[];
}

const reading = newTextAnalysis();

/** Cuts the names of known tickets out of a text; undefined where it names nobody. */
export function slotted(engine: Engine, text: string): Slotted | undefined {
  analyseText(engine, reading, text, "text");
  const { matches, tokens } = reading;
  const spans: { start: number; end: number; slot: Slotted["slots"][number] }[] = [];
  for (let m = 0; m < matches.count; m++) {
    const kind = matches.payload[m]! & 15;
    const personal = kind === PAYLOAD.candidate || kind === PAYLOAD.single || kind === PAYLOAD.part;
    if (!personal && kind !== PAYLOAD.pair && kind !== PAYLOAD.commonPair) continue;
    const start = tokens.start[matches.first[m]!]!;
    const end = tokens.end[matches.last[m]! - 1]!;
    spans.push({ start, end, slot: personal ? ((matches.payload[m]! >>> 4) % 8 === 0 ? 0 : 1) : "pair" });
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: typeof spans = [];
  for (const span of spans) if (kept.length === 0 || span.start >= kept.at(-1)!.end) kept.push(span);
  if (kept.length === 0) return undefined;
  const pieces = kept.map((span, i) => text.slice(i === 0 ? 0 : kept[i - 1]!.end, span.start));
  pieces.push(text.slice(kept.at(-1)!.end));
  return { pieces, slots: kept.map((span) => span.slot) };
}

/** The text with other names in its slots. */
export function fill(text: Slotted, name: (slot: Slotted["slots"][number]) => string): string {
  return text.pieces.map((piece, i) => piece + (i < text.slots.length ? name(text.slots[i]!) : "")).join("");
}
