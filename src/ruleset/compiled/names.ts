import { normalise } from "../../text/normalise.ts";
import type { PatternBuilder } from "../../text/patterns.ts";
import type { Candidate, Party, Ticket } from "../types.ts";
import { PAYLOAD, type PayloadKind, PLACES } from "./types.ts";

/** A single word that more tickets than this share says nothing. */
const SHARED_AT_MOST = 4;
/** Short names of each candidate that are combined into names of the pair. */
const COMBINED = 4;
/** Shortest word of a longer name that may stand for it: "Airin", "Luluk". */
const PART_LENGTH = 4;
/** Words so short are read as common: "Ade", "Uu". */
const COMMON_LENGTH = 3;

function payload(kind: PayloadKind, index: number): number {
  return index * 16 + kind;
}

/** Adds what tickets and parties are called. Single words wait until it is known how many share them. */
export class NamePatterns {
  readonly #builder: PatternBuilder;
  readonly #ordinary: Set<string>;
  readonly #singles = new Map<string, { owners: number[]; text: string }>();

  /** Words of longer names: owner, −1 once a second ticket has the word too. */
  readonly #parts = new Map<string, number>();

  /** `ordinary`: words that are also everyday words, given names or places. */
  constructor(builder: PatternBuilder, ordinary: Iterable<string>) {
    this.#builder = builder;
    this.#ordinary = new Set(Array.from(ordinary, (word) => normalise(word).text));
  }

  addTicket(ticket: Ticket, index: number): void {
    for (const [place, candidate] of ticket.candidates.entries()) {
      this.#addCandidate(candidate, index * PLACES + Math.min(place, PLACES - 1));
    }
    for (const text of ticket.aliases) this.#addPair(text, index);
    const [first, second] = ticket.candidates;
    if (first && second) this.#combine(first, second, index);
    for (const text of ticket.slogans) this.#builder.add(text, payload(PAYLOAD.slogan, index));
    for (const text of ticket.hashtags) this.#addTag(text, index);
  }

  #addCandidate(candidate: Candidate, owner: number): void {
    for (const alias of candidate.aliases) {
      const plain = normalise(alias).text;
      if (plain.includes(" ")) {
        const kind = this.#ordinary.has(plain) ? PAYLOAD.common : PAYLOAD.candidate;
        this.#builder.add(alias, payload(kind, owner));
        this.#notePart(plain, owner);
        continue;
      }
      const known = this.#singles.get(plain);
      if (known === undefined) this.#singles.set(plain, { owners: [owner], text: alias });
      else if (!known.owners.includes(owner)) known.owners.push(owner);
    }
  }

  #notePart(plain: string, owner: number): void {
    for (const word of plain.split(" ")) {
      if (word.length < PART_LENGTH || this.#ordinary.has(word)) continue;
      const known = this.#parts.get(word);
      if (known === undefined) this.#parts.set(word, owner);
      else if (known !== owner) this.#parts.set(word, -1);
    }
  }

  #addPair(text: string, index: number): void {
    const plain = normalise(text).text;
    const common = !plain.includes(" ") && (this.#ordinary.has(plain) || plain.length <= COMMON_LENGTH);
    this.#builder.add(text, payload(common ? PAYLOAD.commonPair : PAYLOAD.pair, index));
    if (plain.includes(" ")) this.#addJoined(plain, index);
  }

  /** "Airin Ade", "Airin Rachmi Ade": each short name of the one before each of the other. */
  #combine(first: Candidate, second: Candidate, index: number): void {
    const before = shortest(first);
    const after = shortest(second);
    for (const a of before) {
      for (const b of after) {
        this.#builder.add(`${a} ${b}`, payload(PAYLOAD.pair, index));
        if (!a.includes(" ") && !b.includes(" ")) this.#addJoined(`${a} ${b}`, index);
      }
    }
  }

  /** "airinade": as people write it in a hashtag or a handle. */
  #addJoined(plain: string, index: number): void {
    const joined = plain.replaceAll(" ", "");
    if (joined.length >= 6 && !this.#ordinary.has(joined))
      this.#builder.add(joined, payload(PAYLOAD.pair, index));
  }

  #addTag(text: string, index: number): void {
    const joined = normalise(`#${text}`).text.replaceAll(" ", "");
    this.#builder.add(`#${text}`, payload(PAYLOAD.hashtag, index));
    if (joined.length >= 5 && !/\d/.test(joined)) this.#builder.add(joined, payload(PAYLOAD.hashtag, index));
  }

  addParty(party: Party, index: number): void {
    for (const text of new Set([party.name, party.short, ...party.aliases])) {
      const plain = normalise(text).text;
      const common = this.#ordinary.has(plain) || (!plain.includes(" ") && plain.length < COMMON_LENGTH);
      this.#builder.add(text, payload(common ? PAYLOAD.commonParty : PAYLOAD.party, index));
      if (!plain.startsWith("partai")) this.#builder.add(`partai ${text}`, payload(PAYLOAD.party, index));
    }
  }

  /** Adds the single words, now that their owners are counted. */
  finish(): void {
    for (const [plain, { owners, text }] of this.#singles) {
      const tickets = new Set(owners.map((owner) => Math.floor(owner / PLACES)));
      if (tickets.size > SHARED_AT_MOST) continue;
      const common = this.#ordinary.has(plain) || plain.length <= COMMON_LENGTH || tickets.size > 1;
      for (const owner of owners) {
        this.#builder.add(text, payload(common ? PAYLOAD.common : PAYLOAD.single, owner));
      }
    }
    for (const [word, owner] of this.#parts) {
      if (owner >= 0 && !this.#singles.has(word)) this.#builder.add(word, payload(PAYLOAD.part, owner));
    }
  }
}

/** The short names a pair's name is made of: the aliases with fewest words. */
function shortest(candidate: Candidate): string[] {
  const plain = new Set(candidate.aliases.map((alias) => normalise(alias).text));
  const words = (name: string): number => name.split(" ").length;
  return [...plain].sort((a, b) => words(a) - words(b)).slice(0, COMBINED);
}
