import type { Topic } from "../../../domain/vocabulary.ts";
import type { TreesData } from "../../text/decision-trees.ts";
import type { MatcherData } from "../../text/matcher-format.ts";
import type { ModelData } from "../../text/model.ts";
import type { Account, Party, Ruleset, TermRole } from "../schema/index.ts";
import type { ContextWordRole } from "./context-words.ts";

/** Increases with every change of the shape below; older compiled forms are rejected and rebuilt from source. */
export const COMPILED_FORMAT = 4;

/** The ruleset without roster, lexicon, word list and sites; this part explains a click. */
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

/** Roster and lexicon in the form every page loads: JSON only, built once by `compileRuleset`. */
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
  /** Context words by role, separated by spaces. */
  beside: Readonly<Record<ContextWordRole, string>>;
  model?: ModelData | undefined;
  trees?: TreesData | undefined;
}

/** Parts that a page needs later, or parses faster from one text than its browser reads them value by value. */
export const PACKED_PARTS = ["law", "contests", "parties", "accounts", "terms"] as const;
export type PackedPart = (typeof PACKED_PARTS)[number];

/** The form stored in `storage.local` (see `packCompiled`). */
export interface PackedRuleset extends Omit<CompiledRuleset, PackedPart> {
  /** JSON of each part; the accounts hold one JSON object per line. */
  packed: Record<PackedPart, string>;
  /** Total length of all parts. */
  length: number;
}

/** The model file: the text model and the trees that combine its score with the evidence. */
export interface ModelFile extends ModelData {
  trees?: TreesData | undefined;
}

/** Meaning of a pattern: the low four bits of its payload. The remaining bits are an index. */
export const PAYLOAD = {
  /** index into `terms` */
  term: 0,
  /** ticket × 8 + place on the ticket: two or more words of the name */
  candidate: 1,
  /** the same: one word that is unique to the person */
  single: 2,
  /** the same: a word that is also an everyday word, given name or place */
  common: 3,
  /** ticket: both candidates, or a name of the pair */
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
  /** ticket × 8 + place: one word of a longer name that is on no other ticket ("Khofifah") */
  part: 10,
  /** the same: a one-word name that others share ("Taufik"); needs the partner or a political word beside it */
  partner: 11,
  /** the same, and also an everyday word ("Jaya"); needs the partner */
  commonPartner: 12,
} as const;
export type PayloadKind = (typeof PAYLOAD)[keyof typeof PAYLOAD];

/** Maximum number of places on a ticket. */
export const PLACES = 8;
