import { type Engine, plainName, ticketName } from "../ruleset/compiled/engine.ts";
import { PAYLOAD, PLACES } from "../ruleset/compiled/types.ts";
import { IN_TAG } from "../text/buffer.ts";
import type { Found } from "./found.ts";
import { found, type Reading } from "./reading.ts";

/** Tickets and parties told apart in one text; a list of all candidates is news, not a campaign. */
const MAX_NAMED = 12;
/** Two single names of one ticket so near each other name the pair. */
const PAIR_GAP = 6;

/** Where a ticket is named in a text. */
interface Named {
  ticket: number;
  /** Strength: pair 5, full name 4, own single word 3, part of a name 2, common word 1. */
  rank: number;
  first: number;
  last: number;
  place: number;
  /** The other place, where it is named too. */
  other: number;
  otherFirst: number;
}

/** Names found in one text: `spans` are token ranges, for what stands beside them. */
export interface Names {
  spans: { first: number; last: number; ticket: number; sure: boolean }[];
}

const RANK: Readonly<Record<number, number>> = {
  [PAYLOAD.pair]: 5,
  [PAYLOAD.candidate]: 4,
  [PAYLOAD.single]: 3,
  [PAYLOAD.part]: 2,
  [PAYLOAD.common]: 1,
  [PAYLOAD.commonPair]: 1,
};

/** From this rank on a name names its bearer without help. */
const SURE = 3;

/** Before one word of a name these make it that person's: "bu Airin", "mas Pram", "cagub Luluk". */
const HONORIFIC =
  /^(?:pak|bapak|bpk|bp|bu|ibu|bunda|mas|mbak|mba|kang|kangmas|teh|teteh|gus|ning|cak|bang|abang|bung|haji|hj|kh|abah|abi|umi|koh|ci|ustad|ustadz|ustaz|habib|tuan|puan|uda|uni|daeng|ama|inang|bli|jenderal|cagub|cawagub|cabup|cawabup|cawali|cawalkot|cawawali|cawawalkot|capres|cawapres|paslon|calon|pasangan)$/;

export function findNames(engine: Engine, reading: Reading, out: Found[]): Names {
  const { matches } = reading;
  const names: Names = { spans: [] };
  const tickets = new Map<number, Named>();
  const parties = new Map<number, [number, number, boolean]>();
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
    if (rank === undefined) continue;
    if (kind === PAYLOAD.part && first > 0 && HONORIFIC.test(reading.tokens.word(first - 1))) rank = SURE;
    const personal = kind !== PAYLOAD.pair && kind !== PAYLOAD.commonPair;
    const ticket = personal ? Math.floor(index / PLACES) : index;
    const place = personal ? index % PLACES : -1;
    note(tickets, { ticket, rank, first, last, place, other: -1, otherFirst: -1 });
    names.spans.push({ first, last, ticket, sure: rank >= SURE });
  }
  for (const named of strongest(tickets)) out.push(tell(engine, reading, named));
  for (const [index, [first, last, sure]] of parties) {
    const party = engine.parties[index]!;
    const more = { ref: party.id, values: { party: party.short }, share: sure ? 1 : 0.3 };
    out.push(found(reading, "party", first, last, { key: "party", strong: sure, ...more }));
  }
  return names;
}

function note(tickets: Map<number, Named>, one: Named): void {
  const known = tickets.get(one.ticket);
  if (known === undefined) {
    if (tickets.size < MAX_NAMED * 4) tickets.set(one.ticket, one);
    return;
  }
  const differs = known.place >= 0 && one.place >= 0 && known.place !== one.place;
  if (
    differs &&
    one.first >= known.last &&
    (one.first - known.last <= PAIR_GAP || (known.rank >= SURE && one.rank >= SURE))
  ) {
    known.other = one.place;
    known.otherFirst = one.first;
    const near = one.first - known.last <= PAIR_GAP;
    known.rank = Math.max(near || known.rank + one.rank > 4 ? 5 : known.rank, known.rank);
    if (near) known.last = one.last;
    return;
  }
  if (one.rank > known.rank)
    Object.assign(known, { ...one, other: known.other, otherFirst: known.otherFirst });
}

/** Of tickets named by the same words only the surest count; at most MAX_NAMED. */
function strongest(tickets: Map<number, Named>): Named[] {
  const all = [...tickets.values()].sort((a, b) => b.rank - a.rank || b.last - b.first - (a.last - a.first));
  const kept: Named[] = [];
  for (const one of all) {
    const covered = kept.some((k) => k.first <= one.first && one.last <= k.last && k.rank >= one.rank);
    if (!covered && kept.length < MAX_NAMED) kept.push(one);
  }
  return kept;
}

function tell(engine: Engine, reading: Reading, named: Named): Found {
  const { ticket, rank, first, last, place } = named;
  const row = engine.tickets[ticket]!;
  const shown = ticketName(engine, ticket);
  const tagged = (reading.tokens.flags[first]! & IN_TAG) !== 0;
  const more = { ref: row[0], ticket, strong: rank > 1 };
  if (rank === 5) {
    const signal = tagged ? "tagged-name" : "pair";
    return found(reading, signal, first, last, {
      key: "ticket",
      values: { ticket: shown, number: row[1] },
      ...more,
    });
  }
  const person = place < 0 ? shown : plainName(String(row[3 + place] ?? shown));
  const signal =
    rank === 1
      ? "common-name"
      : rank < SURE
        ? "part-name"
        : tagged
          ? "tagged-name"
          : rank === 4
            ? "full-name"
            : "single-name";
  return found(reading, signal, first, last, { key: "candidate", values: { name: person }, ...more });
}
