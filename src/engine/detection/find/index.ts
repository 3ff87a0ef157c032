import type { Engine } from "../../ruleset/compile/engine.ts";
import { HAND, MENTION, NUMBER } from "../../text/token-buffer.ts";
import type { Situation } from "../situation.ts";
import { findExplicit } from "./explicit/find.ts";
import type { Finding } from "./finding.ts";
import { findHeadline } from "./headline.ts";
import { findMentions } from "./mentions.ts";
import { findNameContext } from "./name-context.ts";
import { findNames } from "./names.ts";
import { findNumbers } from "./numbers.ts";
import { findReportedSpeech } from "./reported-speech.ts";
import { findTerms, hasElectionWord } from "./terms.ts";
import { findingAt, type TextAnalysis } from "./text-analysis.ts";

/** Adds all findings of an analysed text: names, calls, numbers, slogans …, unordered. */
export function findAll(engine: Engine, analysis: TextAnalysis, out: Finding[], situation: Situation): void {
  const { tokens, matches } = analysis;
  const from = out.length;
  if (matches.count > 0) {
    const names = findNames(engine, analysis, out, situation, hasElectionWord(engine, analysis));
    const terms = findTerms(engine, analysis, out);
    findNumbers(analysis, terms, names, out);
    findExplicit(engine, analysis, names, out, from, situation);
    if (out.length > from) {
      findHeadline(analysis, out);
      findNameContext(analysis, terms, out);
      findReportedSpeech(analysis, out);
    }
  } else if (situation.campaign || situation.thread) {
    if ((tokens.kinds & ((1 << NUMBER) | (1 << HAND))) !== 0)
      findExplicit(engine, analysis, { spans: [] }, out, from, situation);
  }
  if ((tokens.kinds & (1 << MENTION)) !== 0) findMentions(engine, analysis, out);
  if ((tokens.kinds & (1 << HAND)) === 0) return;
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kind[i] === HAND) {
      out.push(findingAt(analysis, "hand", i, i + 1, { key: "hand", values: { number: tokens.value[i]! } }));
      break;
    }
  }
}
