import { foldText as fold } from "../../text/normalise.ts";
import type { PatternBuilder } from "../../text/pattern-builder.ts";
import { SLANG } from "../../text/slang.ts";
import type { Candidate, Party, Ticket } from "../schema/index.ts";
import { PAYLOAD, type PayloadKind, PLACES } from "./format.ts";
import { shortName } from "./short-names.ts";

/** Maximum number of tickets that may share a single word; above it the word means nothing. */
const MAX_SHARED_TICKETS = 4;
/** Minimum length of a word that may represent a longer name: "Airin", "Luluk". */
const MIN_PART_LENGTH = 4;
/** Maximum number of namesakes of a one-word name; above it the name is not matched even beside the partner. */
const MAX_NAMESAKES = 40;
/** Maximum length of words that always count as common: "Ade", "Uu". */
const MAX_COMMON_LENGTH = 3;

const EMPTY_BOX = /\bkosong\b/;

const STANDARD: ReadonlyMap<string, string> = new Map(SLANG.map(([word, variant]) => [variant, word]));

/** Normalises a word like the matcher: "Katta" is "kata", "Swara" is "suara". */
const canonicalWord = (word: string): string => {
  const withoutDoubles = word.replace(/(.)\1+/g, "$1");
  return STANDARD.get(word) ?? STANDARD.get(withoutDoubles) ?? withoutDoubles;
};

/** Honorifics; with one word they form a nickname ("Pak Slamet"), not a name of two words. */
const HONORIFICS: ReadonlySet<string> = new Set(
  (
    "pak bapak bpk pa bu ibu bunda mama mami papa mas mbak mba kang teh teteh gus ning cak bang abang bung haji hajah hj h kh kiai " +
    "kyai abah abi umi umi koh ko ci cici om tante ustad ustadz ustaz habib daeng puang karaeng uda uni ajo bli mbok ni i tgk " +
    "teungku tuan guru prof dr dokter jenderal kaka kak bapa mami yai mang yuk aa ceu neng lae amang inang opa oma sam cacak nyong"
  ).split(" "),
);

function payload(kind: PayloadKind, index: number): number {
  return index * 16 + kind;
}

/** Adds patterns for the names of tickets and parties. Single words wait until their owners are counted. */
export class NamePatterns {
  readonly #builder: PatternBuilder;
  readonly #ordinary: Set<string>;
  readonly #singles = new Map<string, { owners: number[]; text: string }>();

  /** Owner of each word of longer names, or −1 if a second ticket has it too. */
  readonly #parts = new Map<string, number>();

  /** Owners of one-word names as the KPU prints them. */
  readonly #oneWordNames = new Map<string, number[]>();

  readonly #addsJoined: boolean;

  /**
   * @param ordinary words that are also everyday words, given names or places.
   * @param everyday more such words, folded.
   */
  constructor(
    builder: PatternBuilder,
    ordinary: readonly string[],
    everyday: readonly string[],
    joins: boolean,
  ) {
    this.#builder = builder;
    this.#ordinary = new Set();
    for (const word of everyday) this.#ordinary.add(canonicalWord(word));
    for (const word of ordinary) this.#ordinary.add(fold(word).split(" ").map(canonicalWord).join(" "));
    this.#addsJoined = joins;
  }

  #isOrdinary(plain: string): boolean {
    return this.#ordinary.has(plain.split(" ").map(canonicalWord).join(" "));
  }

  addTicket(ticket: Ticket, index: number): void {
    for (const [place, candidate] of ticket.candidates.entries()) {
      this.#addCandidate(candidate, index * PLACES + Math.min(place, PLACES - 1));
    }
    for (const text of ticket.aliases) this.#addPair(text, index);
    const [first, second] = ticket.candidates;
    if (first && second) this.#addJoinedSingles(first, second, index);
    for (const text of ticket.slogans) this.#builder.add(text, payload(PAYLOAD.slogan, index));
    const own = new Set(
      ticket.candidates.flatMap(({ aliases }) => aliases.flatMap((name) => fold(name).split(" "))),
    );
    for (const text of ticket.hashtags) this.#addTag(text, index, own);
  }

  #addCandidate(candidate: Candidate, owner: number): void {
    this.#addOfficialName(candidate.name, owner);
    for (const alias of candidate.aliases) {
      const plain = fold(alias);
      if (plain.includes(" ")) {
        const kind = this.#isOrdinary(plain) || EMPTY_BOX.test(plain) ? PAYLOAD.common : PAYLOAD.candidate;
        this.#builder.add(alias, payload(kind, owner));
        this.#addPart(plain, owner);
        continue;
      }
      const known = this.#singles.get(plain);
      if (known === undefined) this.#singles.set(plain, { owners: [owner], text: alias });
      else if (!known.owners.includes(owner)) known.owners.push(owner);
    }
  }

  /** Adds words of the official name: a person of one word ("NUROCHMAN") has no alias but must be recognised. */
  #addOfficialName(name: string, owner: number): void {
    const plain = fold(shortName(name).short);
    this.#addPart(plain, owner);
    if (plain.includes(" ") || plain === "") return;
    const owners = this.#oneWordNames.get(plain);
    if (owners === undefined) this.#oneWordNames.set(plain, [owner]);
    else owners.push(owner);
  }

  #addPart(plain: string, owner: number): void {
    for (const word of plain.split(" ")) {
      if (word.length < MIN_PART_LENGTH || this.#isOrdinary(word)) continue;
      const known = this.#parts.get(word);
      if (known === undefined) this.#parts.set(word, owner);
      else if (known !== owner) this.#parts.set(word, -1);
    }
  }

  #addPair(text: string, index: number): void {
    const plain = fold(text);
    const words = plain.split(" ");
    const nameWords = words.length > 1 ? words.filter((word) => !HONORIFICS.has(word)) : words;
    /* "Pak Slamet" may be anybody; so may "Slamet". */
    const nickname = nameWords.length < words.length && nameWords.length === 1;
    const word = nameWords[0] ?? plain;
    /* The empty box (kotak kosong) is on the ballot and in every explanation of it. */
    const common =
      EMPTY_BOX.test(plain) ||
      (nameWords.length < 2 && (this.#isOrdinary(word) || word.length <= MAX_COMMON_LENGTH));
    this.#builder.add(text, payload(common ? PAYLOAD.commonPair : PAYLOAD.pair, index));
    if (nickname && word.length > MAX_COMMON_LENGTH)
      this.#builder.add(word, payload(PAYLOAD.commonPair, index));
    if (words.length > 2) {
      // "Pak Kiai Himin" is also "Kiai Himin", "Mbak Anis Wira" is also "Mbak Anis".
      if (HONORIFICS.has(words[0]!)) {
        const short = HONORIFICS.has(words[1]!) ? words.slice(1) : words.slice(0, 2);
        this.#builder.add(short.join(" "), payload(PAYLOAD.commonPair, index));
      }
    }
    if (words.length > 1) this.#addJoined(plain, index);
  }

  /**
   * Adds "airinade" for two short names. Detection joins adjacent names to the pair
   * (`src/engine/detection/find/names.ts`); only names written as one word need a pattern.
   */
  #addJoinedSingles(first: Candidate, second: Candidate, index: number): void {
    for (const a of first.aliases) {
      if (a.includes(" ")) continue;
      for (const b of second.aliases) if (!b.includes(" ")) this.#addJoined(`${fold(a)} ${fold(b)}`, index);
    }
  }

  /** Adds "airinade", as people write it in a hashtag or handle. */
  #addJoined(plain: string, index: number): void {
    if (!this.#addsJoined) return;
    const joined = plain.replaceAll(" ", "");
    if (joined.length >= 6 && !this.#isOrdinary(joined))
      this.#builder.add(joined, payload(PAYLOAD.pair, index));
  }

  /** A hashtag of only the candidates' names means no more than the names. */
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
      const common = this.#isOrdinary(plain) || (!plain.includes(" ") && plain.length < MAX_COMMON_LENGTH);
      this.#builder.add(text, payload(common ? PAYLOAD.commonParty : PAYLOAD.party, index));
      if (!plain.startsWith("partai")) this.#builder.add(`partai ${text}`, payload(PAYLOAD.party, index));
    }
  }

  /** Adds the single words after all owners are counted. */
  finish(): void {
    for (const [plain, { owners, text }] of this.#singles) {
      const tickets = new Set(owners.map((owner) => Math.floor(owner / PLACES)));
      if (tickets.size > MAX_SHARED_TICKETS) continue;
      const common = this.#isOrdinary(plain) || plain.length <= MAX_COMMON_LENGTH || tickets.size > 1;
      for (const owner of owners) {
        this.#builder.add(text, payload(common ? PAYLOAD.common : PAYLOAD.single, owner));
      }
    }
    for (const [word, owner] of this.#parts) {
      if (owner >= 0 && !this.#singles.has(word) && this.#oneWordNames.get(word)?.length !== 1)
        this.#builder.add(word, payload(PAYLOAD.part, owner));
    }
    for (const [word, owners] of this.#oneWordNames) this.#addOneWordName(word, owners);
  }

  /** Adds a one-word name. A unique one identifies its bearer; others need support (see PAYLOAD). */
  #addOneWordName(word: string, owners: readonly number[]): void {
    if (owners.length > MAX_NAMESAKES) return;
    const known = this.#singles.get(word)?.owners ?? [];
    if (owners.length === 1 && this.#parts.get(word) === owners[0]) {
      if (known.length === 0) this.#builder.add(word, payload(PAYLOAD.single, owners[0]!));
      return;
    }
    const kind = this.#isOrdinary(word) ? PAYLOAD.commonPartner : PAYLOAD.partner;
    for (const owner of owners) if (!known.includes(owner)) this.#builder.add(word, payload(kind, owner));
  }
}
