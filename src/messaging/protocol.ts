/** What the parts of the extension say to each other. Types only: a page script may import all of it. */

import type { Frozen } from "../domain/immutable.ts";
import type { JournalEntry } from "../domain/journal-entry.ts";
import type { AnswerOutcome } from "../domain/outcome.ts";
import type { PageState } from "../domain/warning.ts";
import type { AccountKind, LayerName, Said } from "../engine/ruleset/schema/index.ts";
import type { Fault } from "../engine/ruleset/validate/errors.ts";
import type { SeenList } from "../storage/seen-accounts.ts";
import type { Change } from "./changes.ts";
import type {
  addSchema,
  bookQuerySchema,
  eraseSchema,
  findSchema,
  followSchema,
  HeldElsewhere,
  heldAnswerSchema,
  heldQuerySchema,
  layerPlaceSchema,
  seenSchema,
} from "./schemas.ts";

export type { HeldElsewhere, QuestionRequest } from "./schemas.ts";

/** Whether something was kept. Not kept without a problem: the user keeps none of it, or the tab is a private one. */
export interface Kept {
  kept: boolean;
  problem?: string;
}

/**
 * Every message there is; what it holds goes through its schema where it is heard. Content → background: `outcome`, `silence`,
 * `pastDay`, `seen`, `state`.
 * Popup → content: `ask`, `structure`. Popup → background: the rest.
 */
export interface Messages {
  /** All facts of one answer; may be sent again until it was heard, as it counts once. */
  outcome(outcome: AnswerOutcome): Kept;
  /** "Bukan kampanye" on a mark. */
  silence(data: { subject: string }): Kept;
  /** What was answered on another day is still stored. */
  pastDay(): void;
  /** A post that calls to vote was seen. @returns the accounts that count as a campaign's in this session */
  seen(post: Frozen<typeof seenSchema>): SeenList;
  /** A change of what is shared; the background alone writes it. */
  change(change: Change): void;
  state(state: PageState): void;
  ask(): PageState;
  /** The structure of the page, masked, for a report that it is not read. */
  structure(): string;
  /** While the book is locked no line is shown. */
  book(data: Frozen<typeof bookQuerySchema>): {
    entries: JournalEntry[];
    unreadable?: number;
    problem?: string;
    locked?: boolean;
  };
  erase(data: Frozen<typeof eraseSchema>): { problem?: string };
  /** Makes the rules if they are missing. */
  rules(): { problem: string | null };
  rulesInfo(): RulesInfo;
  /** Lets a layer in from a file or pasted text. */
  rulesAdd(data: Frozen<typeof addSchema>): Added;
  /** Loads the agency's layer from an address and keeps it fresh. */
  rulesFollow(data: Frozen<typeof followSchema>): Added;
  rulesDrop(name: Frozen<typeof layerPlaceSchema>): void;
  /** The action that is held in another site's page, as far as this page may know of it. `id` null: from the popup. */
  held(data: Frozen<typeof heldQuerySchema>): HeldElsewhere | null;
  /** false: it is no longer asked about, or not by this page. */
  heldAnswer(data: Frozen<typeof heldAnswerSchema>): boolean;
  rulesFind(data: Frozen<typeof findSchema>): FoundName[];
}

/** What came of a layer that was to be added. */
export type Added =
  | { ok: true; changed: boolean }
  /** The publisher is new: nothing was kept; the user must compare and confirm this fingerprint. */
  | { ok: true; confirm: string; publisher: string }
  | { ok: false; errors: readonly Fault[] };

/** Something that a layer switched off: by which layer, and what, as a person would call it. */
export interface SwitchedOff {
  by: LayerName;
  said: Said;
}

/** One layer as the settings page shows it. */
export interface LayerInfo {
  name: LayerName;
  title: Said;
  publisher: string;
  version: number;
  issued: string;
  validUntil?: string | undefined;
  /** Of the publisher's key; undefined for the bundle and for an unsigned own file. */
  fingerprint?: string | undefined;
  /** Left out at this moment, and why. */
  left?: "expired" | "not-yet" | "broken" | undefined;
}

/** What "Aturan & daftar" shows. */
export interface RulesInfo {
  layers: LayerInfo[];
  phase: Said;
  tickets: number;
  accounts: number;
  /** What a layer switched off: sites, rules, accounts …; shown in the popup, too. */
  off: SwitchedOff[];
  changes: { name: string; day: string; changes: Said[] } | null;
  feed: {
    url: string;
    lastGood?: number | undefined;
    /** What the user must still do: grant the host, or confirm the publisher. */
    waits?: "permission" | "confirm" | undefined;
  } | null;
  /** Why the last look at the address, or the policy, brought nothing. */
  feedProblem: string | null;
  problem: string | null;
}

/** Something in the roster that a search found. */
export interface FoundName {
  kind: "account" | "ticket" | "party";
  name: string;
  /** Site and handle, contest, short name. */
  detail: Said;
  /** Whose account it is. */
  account?: AccountKind | undefined;
  /** Ballot number of a ticket. */
  number?: number | undefined;
  from: LayerName;
}
