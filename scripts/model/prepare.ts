import { analyseText, newTextAnalysis } from "../../src/engine/detection/find/text-analysis.ts";
import { compileRuleset, type Engine, loadCompiled } from "../../src/engine/ruleset/compile/index.ts";
import type { Ruleset } from "../../src/engine/ruleset/schema/index.ts";
import { extractFeatures, TextFeatures } from "../../src/engine/text/model.ts";
import { TokenBuffer, WORD, wordAt } from "../../src/engine/text/token-buffer.ts";
import { tokenise } from "../../src/engine/text/tokenise.ts";
import type { Row } from "./labelled-texts.ts";
import type { Matrix } from "./logistic-regression.ts";

/** Minimum count of a word in ordinary texts for an everyday word. */
const EVERYDAY_AT = 6;
const EVERYDAY_LENGTH = 4;

/**
 * Words so frequent in ordinary texts that they name nobody, in alphabetical order. A list of words and nothing else:
 * no text can be reconstructed from it.
 */
export function everydayWords(rows: readonly Row[]): string {
  const buffer = new TokenBuffer();
  const count = new Map<string, number>();
  for (const row of rows) {
    if (row.label !== "ordinary") continue;
    tokenise(row.text, buffer);
    const own = new Set<string>();
    for (let i = 0; i < buffer.count; i++) if (buffer.kind[i] === WORD) own.add(wordAt(buffer, i));
    for (const word of own) count.set(word, (count.get(word) ?? 0) + 1);
  }
  return [...count]
    .filter(
      ([word, times]) => times >= EVERYDAY_AT && word.length >= EVERYDAY_LENGTH && /^[a-z]+$/.test(word),
    )
    .map(([word]) => word)
    .sort()
    .join(" ");
}

export function engineFor(ruleset: Ruleset, everyday: string): Engine {
  return loadCompiled(compileRuleset(ruleset, { everyday }));
}

/** Features of every text as the shipped model reads them: with names in the ruleset masked. */
export function featuresOf(
  engine: Engine,
  texts: readonly Pick<Row, "text" | "engine">[],
  bits: number,
): Matrix {
  const reading = newTextAnalysis();
  const features = new TextFeatures();
  const starts = new Int32Array(texts.length + 1);
  const middles = new Int32Array(texts.length);
  let indexes = new Int32Array(1 << 22);
  let length = 0;
  const mask = 2 ** bits - 1;
  for (const [row, { text, engine: own = engine }] of texts.entries()) {
    starts[row] = length;
    analyseText(own, reading, text, "text");
    extractFeatures(reading.tokens, reading.masked, features);
    if (length + features.count > indexes.length) {
      const wider = new Int32Array(indexes.length * 2);
      wider.set(indexes);
      indexes = wider;
    }
    middles[row] = length + features.words;
    for (let i = 0; i < features.count; i++) indexes[length++] = features.hash[i]! & mask;
  }
  starts[texts.length] = length;
  return { indexes, starts, middles };
}
