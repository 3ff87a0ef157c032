/** What the parts of the extension say to each other. Types only: a page script may import all of it. */
import type { Entry } from "../book/types.ts";
import type { Answer, PageState, Warning } from "../guard/types.ts";
import type { Fault } from "../ruleset/faults.ts";
import type { AccountKind, LayerName, Said } from "../ruleset/types.ts";

/** Every message there is. Content → background: `log`, `state`. Popup → content: `ask`, `structure`. Popup → background: the rest. */
export interface Messages {
  log(entry: Entry): { kept: boolean; problem?: string };
  state(state: PageState): void;
  ask(): PageState;
  /** The structure of the page, masked, for a report that it is not read. */
  structure(): string;
  /** While the book is locked no line is shown. */
  book(data: { last: number }): {
    entries: Entry[];
    unreadable?: number;
    problem?: string;
    locked?: boolean;
  };
  /** `hold: null` erases all. */
  erase(data: { hold: string | null }): { problem?: string };
  /** Makes the rules if they are missing. */
  rules(): { problem: string | null };
  rulesInfo(): RulesInfo;
  /** Lets a layer in from a file or pasted text; `confirmed` is the fingerprint the user confirmed. */
  rulesAdd(data: { name: "agency" | "own"; text: string; confirmed?: string; replace?: boolean }): Added;
  /** Loads the agency's layer from an address and keeps it fresh. */
  rulesFollow(data: { url: string; confirmed?: string; replace?: boolean }): Added;
  rulesDrop(name: "agency" | "own"): void;
  /** The action that is held in another site's page, as far as this page may know of it. `id` null: from the popup. */
  held(data: { id: string | null }): HeldElsewhere | null;
  /** false: it is no longer asked about, or not by this page. */
  heldAnswer(data: { id: string | null; answer: Answer }): boolean;
  rulesFind(data: { words: string }): FoundName[];
}

/** What a frame in another site's page hands over when it holds an action. */
export interface HeldElsewhere {
  warning: Warning;
  /** Address of the site's own page that the control opens; see `Intent.opens`. */
  opens?: string | undefined;
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
