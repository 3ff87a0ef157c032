import type { Engine, LoadedTerm } from "../../ruleset/compile/engine.ts";
import { PAYLOAD } from "../../ruleset/compile/format.ts";
import { ELECTORAL, GRAMMAR, OTHER_ELECTION, TALK } from "../../ruleset/compile/term-flags.ts";
import type { TermRole } from "../../ruleset/schema/index.ts";
import type { Signal } from "../score/signals.ts";
import type { Found } from "./finding.ts";
import { found, type Reading, silent } from "./text-analysis.ts";

/** A term whose weight reaches this is explicit: a strong signal where its role allows it. */
const EXPLICIT = 0.8;

/** Terms read of one text; more add nothing. */
const MAX_TERMS = 64;

/** A lexicon term in a text. */
export interface TermAt {
  term: LoadedTerm;
  first: number;
  last: number;
}

const SIGNAL_OF: Readonly<Partial<Record<TermRole, Signal>>> = {
  slogan: "slogan",
  victory: "victory",
  programme: "programme",
  event: "event",
  charity: "charity",
  attribute: "attribute",
  news: "news",
};

function hasTerm({ terms }: Engine, { matches }: Reading, flag: number, tags: boolean): boolean {
  for (let m = 0; m < matches.count; m++) {
    const value = matches.payload[m]!;
    const kind = value & 15;
    if (tags && (kind === PAYLOAD.hashtag || kind === PAYLOAD.slogan)) return true;
    if (kind === PAYLOAD.term && ((terms[value >>> 4]?.flags ?? 0) & flag) !== 0) return true;
  }
  return false;
}

/** True where a text has a word of elections: beside it a name that many bear is a candidate's. */
export const isElectoral = (engine: Engine, reading: Reading): boolean =>
  hasTerm(engine, reading, ELECTORAL, true);

/** True where a text has a word of another election: a class's, a village's, an idol's. */
export const isElsewhere = (engine: Engine, reading: Reading): boolean =>
  hasTerm(engine, reading, OTHER_ELECTION, false);

/** True where a text has a word of elections or offices. */
export const isTalk = (engine: Engine, reading: Reading): boolean => hasTerm(engine, reading, TALK, false);

/** Terms of all roles; those of simple roles go to `out` at once, calls and numbers wait for `findNumbers`. */
export function findTerms(engine: Engine, reading: Reading, out: Found[]): TermAt[] {
  const { matches } = reading;
  const all: TermAt[] = [];
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
        found(reading, "ticket-slogan", first, last, {
          key,
          values,
          strong: true,
          ref: row[0],
          ticket: index,
          anchor: true,
        }),
      );
      continue;
    }
    if (kind !== PAYLOAD.term) continue;
    const term = terms[index];
    if (term === undefined || (term.flags & GRAMMAR) !== 0) continue;
    all.push({ term, first, last });
    if ((term.flags & TALK) !== 0) talk = first;
    const signal = SIGNAL_OF[term.role];
    if (signal === undefined) continue;
    if (
      out.some(
        (one) => one.signal === signal && one.field === reading.field && covers(reading, one, first, last),
      )
    ) {
      continue;
    }
    out.push(
      found(reading, signal, first, last, {
        key: signal,
        share: term.weight,
        strong: signal === "slogan" && term.weight >= EXPLICIT,
        topic: term.topic,
      }),
    );
  }
  if (talk >= 0) out.push(silent("election-talk", reading.field));
  return all;
}

function covers(reading: Reading, one: Found, first: number, last: number): boolean {
  return one.start <= reading.tokens.start[first]! && reading.tokens.end[last - 1]! <= one.end;
}
