import { type Engine, personName, ticketName } from "../../ruleset/compile/engine.ts";
import { PAYLOAD, PLACES } from "../../ruleset/compile/format.ts";
import { isInTag } from "../../text/token-buffer.ts";
import { isHomeContest, isLive, isLocal, type Situation } from "../situation.ts";
import type { Finding } from "./finding.ts";
import { isShouted } from "./shouting.ts";
import { findingAt, type TextAnalysis } from "./text-analysis.ts";

/** Maximum number of tickets and parties per text; a list of all candidates is news, not a campaign. */
const MAX_NAMED = 12;
/** Maximum distance at which two single names of one ticket name the pair. */
const PAIR_GAP = 6;
/** The same for two common names, which name the pair only side by side ("Supardi dan Taufik"). */
const PARTNER_GAP = 1;

/** A match of a ticket's name in a text. */
interface NameMatch {
  ticket: number;
  /**
   * Strength: 5 pair, 4 full name, 3 unique single word, 2 part of a name, 1 common word, 0 valid only beside the
   * partner.
   */
  rank: number;
  first: number;
  last: number;
  place: number;
  /** One word of a local name without anything beside it that identifies the bearer. */
  bare: boolean;
}

/** Names in one text as token ranges, for finding their neighbours. */
export interface Names {
  spans: NameSpan[];
}

export interface NameSpan {
  first: number;
  last: number;
  ticket: number;
  /** It identifies its bearer by itself. */
  sure: boolean;
  /** See `NameMatch.bare`. */
  bare: boolean;
  /** An everyday word or given name without a neighbour that makes it a candidate's. */
  common: boolean;
  /** A name of the pair. */
  pair: boolean;
  /** One unique word for a pair ("BUYULI"), written in lower case. */
  blend: boolean;
  /** Two or more words of the roster's spelling ("Pak Slamet"). */
  long: boolean;
}

const RANK: Readonly<Record<number, number>> = {
  [PAYLOAD.pair]: 5,
  [PAYLOAD.candidate]: 4,
  [PAYLOAD.single]: 3,
  [PAYLOAD.part]: 2,
  [PAYLOAD.common]: 1,
  [PAYLOAD.commonPair]: 1,
  [PAYLOAD.partner]: 0,
  [PAYLOAD.commonPartner]: 0,
};

/** Share of one word of a longer name, which may also be an ordinary word ("bakti"). */
const PART_NAME_SHARE = 0.4;
/** Minimum rank of a name that identifies its bearer by itself. */
const SURE_RANK = 3;
/** Minimum rank of a whole name, or of a pair's name that is no everyday word. */
const WHOLE_RANK = 4;

/** Tickets and parties of one text, by index. Refilled for each text. */
const tickets = new Map<number, NameMatch>();
const parties = new Map<number, [number, number, boolean]>();

/**
 * Finds names of tickets and parties. `electoral`: the text contains an election word. One word of a local candidate's
 * name counts only beside such a word, the partner or its region, or in its region: 18 of 85 everyday given names after
 * "Pak" belonged to somebody on one of 1,500 tickets.
 */
export function findNames(
  engine: Engine,
  analysis: TextAnalysis,
  out: Finding[],
  situation: Situation,
  electoral: boolean,
): Names {
  const { matches, tokens, lists } = analysis;
  const names: Names = { spans: [] };
  const whole = indexWholeNames(analysis);
  tickets.clear();
  parties.clear();
  for (let m = 0; m < matches.count; m++) {
    const value = matches.payload[m]!;
    const kind = value & 15;
    const index = value >>> 4;
    const first = matches.first[m]!;
    const last = matches.last[m]!;
    if (kind === PAYLOAD.party || kind === PAYLOAD.commonParty) {
      const sure = kind === PAYLOAD.party;
      if (parties.size < MAX_NAMED && (sure || !parties.has(index))) parties.set(index, [first, last, sure]);
      continue;
    }
    let rank = RANK[kind];
    if (rank === undefined || (whole && rank < SURE_RANK && isPartOfWholeName(analysis, m))) continue;
    const personal = kind !== PAYLOAD.pair && kind !== PAYLOAD.commonPair;
    const ticket = personal ? Math.floor(index / PLACES) : index;
    const place = personal ? index % PLACES : -1;
    let bare = false;
    // A one-word name of a pair may be an ordinary word ("pulih", "kasep"): in lower case it needs support.
    if (kind === PAYLOAD.pair && last - first === 1 && !isAcronym(analysis, first)) rank = 2;
    else if (kind === PAYLOAD.commonPair && last - first === 1 && isAcronym(analysis, first)) rank = 5;
    if (rank < WHOLE_RANK) {
      const titled = first > 0 && lists.candidate.has(tokens, first - 1);
      const political = first > 0 && lists.political.has(tokens, first - 1);
      const near = situation.tickets.has(ticket);
      // "Selamat pagi" under a campaign's own post calls for nobody.
      const everyday = !personal && !electoral && last - first === 1;
      if (isLocal(engine, ticket)) {
        // Under a debate a nickname is a candidate's; "beres" in small letters may be the word.
        const talk = electoral || (situation.thread && (personal || last - first > 1));
        const helped = titled || near || (talk && isLive(situation, ticket));
        // Outside its contest and without election talk it means nothing anywhere.
        bare =
          !helped &&
          !((electoral || isLive(situation, ticket)) && isHomeContest(situation, ticket, analysis));
        if (!bare && (rank >= 2 || (near && !everyday) || political)) rank = SURE_RANK;
      } else if (kind === PAYLOAD.part && first > 0 && lists.honorific.has(tokens, first - 1))
        rank = SURE_RANK;
      else if (rank === 1 && ((near && !everyday) || titled || (electoral && political))) rank = SURE_RANK;
      // A common alias of a presidential candidate ("Anis") is his while he stands.
      else if (kind === PAYLOAD.common && isLive(situation, ticket)) rank = SURE_RANK;
      if (kind === PAYLOAD.partner && political && !bare) rank = SURE_RANK;
    }
    mergeMatch({ ticket, rank, first, last, place, bare });
    if (rank > 0) {
      const common = rank < 2;
      names.spans.push({
        first,
        last,
        ticket,
        sure: rank >= SURE_RANK && !bare,
        bare,
        common,
        pair: place < 0,
        blend: kind === PAYLOAD.pair && last - first === 1,
        long: last - first > 1,
      });
    }
  }
  for (const named of strongestMatches()) {
    const isWholeName = named.rank >= WHOLE_RANK;
    if (named.bare && !isWholeName) continue;
    if (isWholeName) for (const span of names.spans) if (span.ticket === named.ticket) confirmSpan(span);
    if (named.rank === 1 && !electoral) continue;
    out.push(nameFinding(engine, analysis, named, situation, electoral));
  }
  for (const [index, [first, last, sure]] of parties) {
    const party = engine.parties[index]!;
    const more = { ref: party.id, values: { party: party.short }, share: sure ? 1 : 0.3 };
    out.push(
      findingAt(analysis, "party", first, last, {
        key: "party",
        strong: sure,
        anchor: sure && electoral,
        ...more,
      }),
    );
  }
  return names;
}

/**
 * True for a word in capitals or in a hashtag, unless the whole text is in capitals: an acronym, whatever the word. A
 * word in an account's name was chosen as a name.
 */
function isAcronym({ text, tokens, field }: TextAnalysis, at: number): boolean {
  if (isInTag(tokens, at)) return true;
  const word = text.slice(tokens.start[at]!, tokens.end[at]!);
  if (word === word.toLowerCase() || word !== word.toUpperCase()) return false;
  return ACCOUNT_FIELDS.has(field) || !isShouted(text);
}

const ACCOUNT_FIELDS: ReadonlySet<TextAnalysis["field"]> = new Set(["author", "page"]);

/** Marks a span as certain: with the partner or the whole name in the text, every word of the name is that person's. */
function confirmSpan(span: NameSpan): void {
  span.sure = true;
  span.bare = false;
  span.pair = true;
}

const isWhole = (kind: number): boolean => kind === PAYLOAD.candidate || kind === PAYLOAD.pair;

/** First and last tokens of whole names: 1 + ticket, or `SEVERAL`. Refilled for each text. */
const begins = new Map<number, number>();
const ends = new Map<number, number>();
const SEVERAL = -1;

/** Indexes the whole names of a text. @returns true if there is one. */
function indexWholeNames({ matches }: TextAnalysis): boolean {
  begins.clear();
  ends.clear();
  for (let m = 0; m < matches.count; m++) {
    const value = matches.payload[m]!;
    if (!isWhole(value & 15)) continue;
    const ticket = 1 + ticketOf(value);
    setOwner(begins, matches.first[m]!, ticket);
    setOwner(ends, matches.last[m]!, ticket);
  }
  return begins.size > 0;
}

function setOwner(map: Map<number, number>, token: number, ticket: number): void {
  const previous = map.get(token);
  map.set(token, previous === undefined || previous === ticket ? ticket : SEVERAL);
}

/** True for "Arifin" in "Irving Kahar Arifin": it belongs to the full name, not to another ticket's Arifin. */
function isPartOfWholeName({ matches, tokens }: TextAnalysis, m: number): boolean {
  const first = matches.first[m]!;
  const last = matches.last[m]!;
  const owner = 1 + ticketOf(matches.payload[m]!);
  const before = ends.get(first);
  if (before !== undefined && before !== owner && tokens.start[first]! - tokens.end[first - 1]! === 1)
    return true;
  const after = begins.get(last);
  return after !== undefined && after !== owner && tokens.start[last]! - tokens.end[last - 1]! === 1;
}

function ticketOf(payload: number): number {
  const kind = payload & 15;
  const index = payload >>> 4;
  return kind === PAYLOAD.pair || kind === PAYLOAD.commonPair ? index : Math.floor(index / PLACES);
}

function mergeMatch(one: NameMatch): void {
  const known = tickets.get(one.ticket);
  if (known === undefined) {
    if (tickets.size < MAX_NAMED * 4) tickets.set(one.ticket, one);
    return;
  }
  const differs = known.place >= 0 && one.place >= 0 && known.place !== one.place;
  const reach = known.rank === 0 && one.rank === 0 ? PARTNER_GAP : PAIR_GAP;
  const near = one.first - known.last <= reach;
  if (differs && one.first >= known.last && (near || (known.rank >= SURE_RANK && one.rank >= SURE_RANK))) {
    known.rank = Math.max(near || known.rank + one.rank > 4 ? 5 : known.rank, known.rank);
    known.bare = false;
    if (near) known.last = one.last;
    return;
  }
  if (one.rank > known.rank) Object.assign(known, one);
}

/** Keeps only the best ticket for the same words, and at most MAX_NAMED. */
function strongestMatches(): NameMatch[] {
  const all = [...tickets.values()].filter((one) => one.rank > 0);
  all.sort((a, b) => b.rank - a.rank || b.last - b.first - (a.last - a.first));
  const kept: NameMatch[] = [];
  for (const one of all) {
    const covered = kept.some((k) => k.first <= one.first && one.last <= k.last && k.rank >= one.rank);
    if (!covered && kept.length < MAX_NAMED) kept.push(one);
  }
  return kept;
}

/**
 * Builds the finding of a name. After the contest the person is an ordinary public person, unless an election word
 * stands nearby.
 */
function nameFinding(
  engine: Engine,
  analysis: TextAnalysis,
  named: NameMatch,
  situation: Situation,
  electoral: boolean,
): Finding {
  const { ticket, rank, first, last, place } = named;
  const row = engine.tickets[ticket]!;
  const tagged = isInTag(analysis.tokens, first);
  const counts = electoral || isLive(situation, ticket);
  const sure = counts && rank >= SURE_RANK;
  const more = {
    ref: row[0],
    ticket,
    strong: counts && rank > 1,
    share: counts ? 1 : 0,
    anchor: sure,
  };
  if (rank === 5) {
    const signal = tagged ? "tagged-name" : "pair";
    return findingAt(analysis, signal, first, last, {
      key: "ticket",
      // Names are put together when somebody asks: for most posts nobody does.
      values: {
        get ticket() {
          return ticketName(engine, ticket);
        },
        number: row[1],
      },
      ...more,
    });
  }
  const signal =
    rank === 1
      ? "common-name"
      : rank < SURE_RANK
        ? "part-name"
        : tagged
          ? "tagged-name"
          : rank === 4
            ? "full-name"
            : "single-name";
  const share = signal === "part-name" ? PART_NAME_SHARE * more.share : more.share;
  return findingAt(analysis, signal, first, last, {
    key: "candidate",
    values: {
      get name() {
        const person = place < 0 ? undefined : personName(engine, ticket, place);
        return person ?? ticketName(engine, ticket);
      },
    },
    ...more,
    share,
  });
}
