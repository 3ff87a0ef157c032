import type { Engine, LoadedTerm } from "../ruleset/compiled/engine.ts";
import { PAYLOAD } from "../ruleset/compiled/types.ts";
import type { TermRole } from "../ruleset/types.ts";
import type { Found } from "./found.ts";
import { found, type Reading } from "./reading.ts";
import type { Signal } from "./signals.ts";

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

/** Read by `src/detect/explicit` alone; in the scores that were fitted they have no place. */
const GRAMMAR: ReadonlySet<TermRole> = new Set([
  "choose",
  "support",
  "join",
  "gift",
  "praise",
  "attack",
  "mention",
  "other-election",
  "past",
  "number-word",
]);

/** Of these roles a term that reaches its weight is a word of elections. */
const ELECTORAL: Readonly<Partial<Record<TermRole, number>>> = {
  context: 0.5,
  "call-to-vote": 0.9,
  "ballot-number": 0.9,
  slogan: 0.7,
  victory: 0.8,
  "volunteer-name": 0.9,
  programme: 0.6,
  event: 0.7,
  attribute: 0.6,
  choose: 0.9,
};

/** True where a text has a word of elections: beside it a name that many bear is a candidate's. */
export function isElectoral(engine: Engine, { matches }: Reading): boolean {
  for (let m = 0; m < matches.count; m++) {
    const value = matches.payload[m]!;
    const kind = value & 15;
    if (kind === PAYLOAD.hashtag || kind === PAYLOAD.slogan) return true;
    if (kind !== PAYLOAD.term) continue;
    const term = engine.terms[value >>> 4];
    const least = term === undefined || term.text === "nomer" ? undefined : ELECTORAL[term.role];
    if (least !== undefined && term!.weight >= least) return true;
  }
  return false;
}

/** True where a text has a word of another election: a class's, a village's, an idol's. */
export function isElsewhere(engine: Engine, { matches }: Reading): boolean {
  for (let m = 0; m < matches.count; m++) {
    const value = matches.payload[m]!;
    if ((value & 15) === PAYLOAD.term && engine.terms[value >>> 4]?.role === "other-election") return true;
  }
  return false;
}

const TALK: ReadonlySet<TermRole> = new Set(["context", "office"]);

/** Terms of all roles; those of simple roles go to `out` at once, calls and numbers wait for `findNumbers`. */
export function findTerms(engine: Engine, reading: Reading, out: Found[]): TermAt[] {
  const { matches } = reading;
  const all: TermAt[] = [];
  let talk = -1;
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
    const term = engine.terms[index];
    if (term === undefined || GRAMMAR.has(term.role)) continue;
    all.push({ term, first, last });
    if (TALK.has(term.role)) talk = first;
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
  if (talk >= 0)
    out.push({ ...found(reading, "election-talk", talk, talk + 1, { key: "lexicon" }), text: "", share: 0 });
  return all;
}

function covers(reading: Reading, one: Found, first: number, last: number): boolean {
  return one.start <= reading.tokens.start[first]! && reading.tokens.end[last - 1]! <= one.end;
}
