import { foldText as fold } from "../../text/normalise.ts";
import type { PatternBuilder } from "../../text/patterns.ts";
import { shortName } from "../names.ts";
import type { Candidate, Party, Ticket } from "../types.ts";
import { PAYLOAD, type PayloadKind, PLACES } from "./types.ts";

/** A single word that more tickets than this share says nothing. */
const SHARED_AT_MOST = 4;
/** Shortest word of a longer name that may stand for it: "Airin", "Luluk". */
const PART_LENGTH = 4;
/** A candidate's only name that more tickets than this share is not looked for, even beside the partner. */
const PARTNERS_AT_MOST = 40;
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

  /** Names of one word, as the KPU prints them: all owners. */
  readonly #alone = new Map<string, number[]>();

  readonly #joins: boolean;

  /** `ordinary`: words that are also everyday words, given names or places; `everyday`: more of them, folded. */
  constructor(
    builder: PatternBuilder,
    ordinary: readonly string[],
    everyday: readonly string[],
    joins: boolean,
  ) {
    this.#builder = builder;
    this.#ordinary = new Set(everyday);
    for (const word of ordinary) this.#ordinary.add(fold(word));
    this.#joins = joins;
  }

  addTicket(ticket: Ticket, index: number): void {
    for (const [place, candidate] of ticket.candidates.entries()) {
      this.#addCandidate(candidate, index * PLACES + Math.min(place, PLACES - 1));
    }
    for (const text of ticket.aliases) this.#addPair(text, index);
    const [first, second] = ticket.candidates;
    if (first && second) this.#combine(first, second, index);
    for (const text of ticket.slogans) this.#builder.add(text, payload(PAYLOAD.slogan, index));
    const own = new Set(
      ticket.candidates.flatMap(({ aliases }) => aliases.flatMap((name) => fold(name).split(" "))),
    );
    for (const text of ticket.hashtags) this.#addTag(text, index, own);
  }

  #addCandidate(candidate: Candidate, owner: number): void {
    this.#noteOfficial(candidate.name, owner);
    for (const alias of candidate.aliases) {
      const plain = fold(alias);
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

  /** Words of the official name too: a person of one word ("NUROCHMAN") has no alias, and must be known all the same. */
  #noteOfficial(name: string, owner: number): void {
    const plain = fold(shortName(name).short);
    this.#notePart(plain, owner);
    if (plain.includes(" ") || plain === "") return;
    const owners = this.#alone.get(plain);
    if (owners === undefined) this.#alone.set(plain, [owner]);
    else owners.push(owner);
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
    const plain = fold(text);
    const common = !plain.includes(" ") && (this.#ordinary.has(plain) || plain.length <= COMMON_LENGTH);
    this.#builder.add(text, payload(common ? PAYLOAD.commonPair : PAYLOAD.pair, index));
    if (plain.includes(" ")) this.#addJoined(plain, index);
  }

  /**
   * "airinade" of two short names. Names that stand near each other are joined to the pair when they are found
   * (`src/detect/names.ts`); only what is written as one word needs a pattern.
   */
  #combine(first: Candidate, second: Candidate, index: number): void {
    for (const a of first.aliases) {
      if (a.includes(" ")) continue;
      for (const b of second.aliases) if (!b.includes(" ")) this.#addJoined(`${fold(a)} ${fold(b)}`, index);
    }
  }

  /** "airinade": as people write it in a hashtag or a handle. */
  #addJoined(plain: string, index: number): void {
    if (!this.#joins) return;
    const joined = plain.replaceAll(" ", "");
    if (joined.length >= 6 && !this.#ordinary.has(joined))
      this.#builder.add(joined, payload(PAYLOAD.pair, index));
  }

  /** A hashtag made of nothing but the candidates' names says no more than their names do. */
  #addTag(text: string, index: number, own: ReadonlySet<string>): void {
    const words = fold(`#${text}`).split(" ");
    if (words.every((word) => own.has(word))) {
      this.#addPair(words.join(" "), index);
      return;
    }
    const joined = words.join("");
    this.#builder.add(`#${text}`, payload(PAYLOAD.hashtag, index));
    if (joined.length >= 5 && !/\d/.test(joined)) this.#builder.add(joined, payload(PAYLOAD.hashtag, index));
  }

  addParty(party: Party, index: number): void {
    for (const text of new Set([party.name, party.short, ...party.aliases])) {
      const plain = fold(text);
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
      if (owner >= 0 && !this.#singles.has(word) && this.#alone.get(word)?.length !== 1)
        this.#builder.add(word, payload(PAYLOAD.part, owner));
    }
    for (const [word, owners] of this.#alone) this.#addAlone(word, owners);
  }

  /** A name of one word that is nobody else's names its bearer; others need help (see PAYLOAD). */
  #addAlone(word: string, owners: readonly number[]): void {
    if (owners.length > PARTNERS_AT_MOST) return;
    const known = this.#singles.get(word)?.owners ?? [];
    if (owners.length === 1 && this.#parts.get(word) === owners[0]) {
      if (known.length === 0) this.#builder.add(word, payload(PAYLOAD.single, owners[0]!));
      return;
    }
    const kind = this.#ordinary.has(word) ? PAYLOAD.commonPartner : PAYLOAD.partner;
    for (const owner of owners) if (!known.includes(owner)) this.#builder.add(word, payload(kind, owner));
  }
}
