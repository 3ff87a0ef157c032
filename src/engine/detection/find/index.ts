import type { Engine } from "../../ruleset/compile/engine.ts";
import { HAND, MENTION, NUMBER } from "../../text/token-buffer.ts";
import type { Situation } from "../situation.ts";
import { findExplicit } from "./explicit/find.ts";
import type { Found } from "./finding.ts";
import { findHeadline } from "./headline.ts";
import { findMentions } from "./mentions.ts";
import { findStandingOfNames } from "./name-context.ts";
import { findNames } from "./names.ts";
import { findNumbers } from "./numbers.ts";
import { findReport } from "./reported-speech.ts";
import { findTerms, isElectoral } from "./terms.ts";
import { found, type Reading } from "./text-analysis.ts";

/** Everything that a read text says: names, calls, numbers, slogans … in no order. */
export function findAll(engine: Engine, reading: Reading, out: Found[], situation: Situation): void {
  const { tokens, matches } = reading;
  const from = out.length;
  if (matches.count > 0) {
    const names = findNames(engine, reading, out, situation, isElectoral(engine, reading));
    const terms = findTerms(engine, reading, out);
    findNumbers(reading, terms, names, out);
    findExplicit(engine, reading, names, out, from, situation);
    if (out.length > from) {
      findHeadline(reading, out);
      findStandingOfNames(reading, terms, out);
      findReport(reading, out);
    }
  } else if (situation.campaign || situation.thread) {
    if ((tokens.kinds & ((1 << NUMBER) | (1 << HAND))) !== 0)
      findExplicit(engine, reading, { spans: [] }, out, from, situation);
  }
  if ((tokens.kinds & (1 << MENTION)) !== 0) findMentions(engine, reading, out);
  if ((tokens.kinds & (1 << HAND)) === 0) return;
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kind[i] === HAND) {
      out.push(found(reading, "hand", i, i + 1, { key: "hand", values: { number: tokens.value[i]! } }));
      break;
    }
  }
}
