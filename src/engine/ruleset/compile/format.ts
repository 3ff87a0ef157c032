import type { Topic } from "../../../domain/vocabulary.ts";
import type { TreesData } from "../../text/decision-trees.ts";
import type { MatcherData } from "../../text/matcher-format.ts";
import type { ModelData } from "../../text/model.ts";
import type { Account, Party, Ruleset, TermRole } from "../schema/index.ts";
import type { ContextWordRole } from "./context-words.ts";

/** Rises when the shape below changes: an old compiled form is refused and made again from its source. */
export const COMPILED_FORMAT = 4;

/** The ruleset without roster, lexicon, word list and sites: what explains a click. */
export type Law = Omit<Ruleset, "roster" | "lexicon" | "ordinary" | "sites">;

/** `[id, number, index of its contest, names of the candidates …]` */
export type TicketRow = readonly [id: string, number: number, contest: number, ...names: string[]];
/** `[id, election, kind, region or "", name (id), name (en)]` */
export type ContestRow = readonly [string, string, string, string, string, string];
/** `[text, role, weight, topic or "", flags (`flagsOf`), number of a number word]` */
export type TermRow = readonly [
  text: string,
  role: TermRole,
  weight: number,
  topic: Topic | "",
  flags: number,
  number?: number,
];

/** Roster and lexicon in the form every page loads; JSON only, made once by `compileRuleset`. */
export interface CompiledRuleset {
  compiled: typeof COMPILED_FORMAT;
  law: Law;
  matcher: MatcherData;
  /** See `packTickets`. */
  tickets: string;
  contests: readonly ContestRow[];
  parties: readonly Pick<Party, "id" | "number" | "short" | "name">[];
  accounts: readonly Account[];
  terms: readonly TermRow[];
  /** Words by what they say of what they stand beside, with blanks between them. */
  beside: Readonly<Record<ContextWordRole, string>>;
  model?: ModelData | undefined;
  trees?: TreesData | undefined;
}

/** What a page does not need at once, or makes faster out of one text than its browser does value by value. */
export const PACKED_PARTS = ["law", "contests", "parties", "accounts", "terms"] as const;
export type PackedPart = (typeof PACKED_PARTS)[number];

/** As `storage.local` keeps it (see `packCompiled`). */
export interface PackedRuleset extends Omit<CompiledRuleset, PackedPart> {
  /** JSON of each part; of the accounts, JSON of each on a line of its own. */
  packed: Record<PackedPart, string>;
  /** Length of all of them together. */
  length: number;
}

/** The file of the text model: the model itself, and the trees that weigh its word beside the evidence. */
export interface ModelFile extends ModelData {
  trees?: TreesData | undefined;
}

/** What a pattern stands for: the low four bits of its payload. The rest is an index. */
export const PAYLOAD = {
  /** index into `terms` */
  term: 0,
  /** ticket × 8 + place on the ticket: two or more words of the name */
  candidate: 1,
  /** the same, by one word that is nobody else's */
  single: 2,
  /** the same, by a word that is also an everyday word, given name or place */
  common: 3,
  /** ticket: both candidates together, or a name of the pair */
  pair: 4,
  /** ticket: a name of the pair that is also an everyday word ("amin") */
  commonPair: 5,
  /** index into `parties` */
  party: 6,
  commonParty: 7,
  /** ticket */
  slogan: 8,
  /** ticket */
  hashtag: 9,
  /** ticket × 8 + place: one word of a longer name that no other ticket has ("Khofifah") */
  part: 10,
  /** the same: a name of one word that others bear too ("Taufik"); needs the other of the pair or a political word beside it */
  partner: 11,
  /** the same, and an everyday word as well ("Jaya"); needs the other of the pair */
  commonPartner: 12,
} as const;
export type PayloadKind = (typeof PAYLOAD)[keyof typeof PAYLOAD];

/** Places on a ticket that are told apart. */
export const PLACES = 8;
