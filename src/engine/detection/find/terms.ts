import type { Engine, LoadedTerm } from "../../ruleset/compile/engine.ts";
import { PAYLOAD } from "../../ruleset/compile/format.ts";
import { ELECTORAL, GRAMMAR, OTHER_ELECTION, TALK } from "../../ruleset/compile/term-flags.ts";
import type { TermRole } from "../../ruleset/schema/index.ts";
import { isInTag } from "../../text/token-buffer.ts";
import type { Signal } from "../score/signals.ts";
import type { Finding } from "./finding.ts";
import { findingAt, silentFinding, type TextAnalysis } from "./text-analysis.ts";

/** Minimum weight of a term that is a strong signal, if its role allows it. */
const MIN_STRONG_WEIGHT = 0.8;

/** Maximum number of terms per text; more would add nothing. */
const MAX_TERMS = 64;

/** A lexicon term in a text, at tokens `first … last − 1`. */
export interface TermMatch {
  term: LoadedTerm;
  first: number;
  last: number;
}

/** Roles whose terms are signals of the same name. */
const SIGNAL_ROLES: ReadonlySet<TermRole> = new Set<TermRole & Signal>([
  "slogan",
  "victory",
  "programme",
  "event",
  "charity",
  "attribute",
  "news",
]);

function hasTerm({ terms }: Engine, { matches, tokens }: TextAnalysis, flag: number, tags: boolean): boolean {
  for (let m = 0; m < matches.count; m++) {
    const value = matches.payload[m]!;
    const kind = value & 15;
    if (tags && kind === PAYLOAD.slogan) return true;
    // The words of "#NaikFeri" are everyday words outside the tag.
    if (tags && kind === PAYLOAD.hashtag && isInTag(tokens, matches.first[m]!)) return true;
    if (kind === PAYLOAD.term && ((terms[value >>> 4]?.flags ?? 0) & flag) !== 0) return true;
  }
  return false;
}

/** True if the text contains an election word; beside it an ambiguous name refers to a candidate. */
export const hasElectionWord = (engine: Engine, analysis: TextAnalysis): boolean =>
  hasTerm(engine, analysis, ELECTORAL, true);

/** True if the text contains a word of another vote: of a class, a village, an idol. */
export const hasOtherElection = (engine: Engine, analysis: TextAnalysis): boolean =>
  hasTerm(engine, analysis, OTHER_ELECTION, false);

/** True if the text contains a word of elections or offices. */
export const hasElectionTalk = (engine: Engine, analysis: TextAnalysis): boolean =>
  hasTerm(engine, analysis, TALK, false);

/** Collects terms of all roles. Simple roles become findings at once; calls and numbers wait for `findNumbers`. */
export function findTerms(engine: Engine, analysis: TextAnalysis, out: Finding[]): TermMatch[] {
  const { matches } = analysis;
  const all: TermMatch[] = [];
  let talk = -1;
  const { terms } = engine;
  for (let m = 0; m < matches.count && all.length < MAX_TERMS && out.length < MAX_TERMS; m++) {
    const value = matches.payload[m]!;
    const kind = value & 15;
    const index = value >>> 4;
    const first = matches.first[m]!;
    const last = matches.last[m]!;
    if (kind === PAYLOAD.slogan || kind === PAYLOAD.hashtag) {
      const row = engine.tickets[index]!;
      const key = kind === PAYLOAD.slogan ? "ticket-slogan" : "ticket-hashtag";
      const values = { ticket: row.slice(3).join(" – "), number: row[1] };
      out.push(
        findingAt(analysis, "ticket-slogan", first, last, {
          key,
          values,
          // The words of "#PULIHSatu" are everyday words outside the tag: at most what a call is for.
          ...(kind === PAYLOAD.slogan || isInTag(analysis.tokens, first)
            ? { strong: true, anchor: true }
            : { share: 0 }),
          ref: row[0],
          ticket: index,
        }),
      );
      continue;
    }
    if (kind !== PAYLOAD.term) continue;
    const term = terms[index];
    if (term === undefined || (term.flags & GRAMMAR) !== 0) continue;
    all.push({ term, first, last });
    if ((term.flags & TALK) !== 0) talk = first;
    if (!SIGNAL_ROLES.has(term.role)) continue;
    const signal = term.role as Signal;
    if (
      out.some(
        (one) =>
          one.signal === signal && one.field === analysis.field && findingCovers(analysis, one, first, last),
      )
    ) {
      continue;
    }
    out.push(
      findingAt(analysis, signal, first, last, {
        key: signal,
        share: term.weight,
        strong: signal === "slogan" && term.weight >= MIN_STRONG_WEIGHT,
        topic: term.topic,
      }),
    );
  }
  if (talk >= 0) out.push(silentFinding("election-talk", analysis.field));
  return all;
}

function findingCovers(analysis: TextAnalysis, one: Finding, first: number, last: number): boolean {
  return one.start <= analysis.tokens.start[first]! && analysis.tokens.end[last - 1]! <= one.end;
}
