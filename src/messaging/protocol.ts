/** All messages between the parts of the extension. Types only, so that a page script may import all of it. */

import type { Frozen } from "../domain/immutable.ts";
import type { JournalEntry } from "../domain/journal-entry.ts";
import type { LocalizedText } from "../domain/localized-text.ts";
import type { AnswerOutcome } from "../domain/outcome.ts";
import type { ShownCase, TrainingLaw } from "../domain/training-bank.ts";
import type { PageState } from "../domain/warning.ts";
import type { ContestStage } from "../engine/ruleset/law/stages.ts";
import type { AccountKind, LayerName } from "../engine/ruleset/schema/index.ts";
import type { ValidationError } from "../engine/ruleset/validate/errors.ts";
import type { AnswerSecrets } from "../storage/answers.ts";
import type { FeedProblem } from "../storage/feed-problem.ts";
import type { SeenList } from "../storage/seen-accounts.ts";
import type { Change } from "./changes.ts";
import type {
  addLayerSchema,
  eraseSchema,
  followFeedSchema,
  journalQuerySchema,
  RemoteQuestion,
  remoteAnswerSchema,
  remoteQuestionQuerySchema,
  rosterQuerySchema,
  seenPostSchema,
  upperLayerNameSchema,
} from "./schemas.ts";

export type { QuestionRequest, RemoteQuestion } from "./schemas.ts";

/** Whether something was recorded. If not, and without a problem, the user keeps no journal or the tab is private. */
export interface RecordResult {
  recorded: boolean;
  problem?: string;
}

/**
 * All messages; the receiver validates their data. Content → background: `outcome`, `silence`, `answerSecrets`,
 * `forgetPastDay`, `seenPost`, `state`. Popup → content: `getState`, `reveal`, `structure`. Popup →
 * background: the rest.
 */
export interface Messages {
  /** All facts of one answer; may be sent again until it arrives, because it counts once. */
  outcome(outcome: AnswerOutcome): RecordResult;
  /** The user answered "Bukan kampanye" on a mark. */
  silence(data: { subject: string }): RecordResult;
  /** What the tags of stored answers need, for looking answers up. */
  answerSecrets(): AnswerSecrets;
  /** Answers of another day are still stored. */
  forgetPastDay(): void;
  /** A post that calls to vote was seen. @returns the accounts that count as campaign accounts in this session */
  seenPost(post: Frozen<typeof seenPostSchema>): SeenList;
  /** A change of shared state, which only the background writes. */
  change(change: Change): void;
  state(state: PageState): void;
  /** `found` are the names of the authors of the first posts found, "" where none is known. */
  getState(): PageState & { found?: readonly string[] };
  /** Scrolls to the post of that place in `found`. */
  reveal(index: number): void;
  /** The masked structure of the page, for a report that it is not recognised. */
  structure(): string;
  /** The newest entries of the journal; none while it is locked. */
  journalEntries(data: Frozen<typeof journalQuerySchema>): {
    entries: JournalEntry[];
    unreadable?: number;
    problem?: string;
    locked?: boolean;
  };
  eraseEntries(data: Frozen<typeof eraseSchema>): { problem?: string };
  /** Compiles the rules if they are missing. */
  rules(): { problem: string | null };
  rulesInfo(): RulesInfo;
  /** Adds a layer from a file or pasted text. */
  rulesAdd(data: Frozen<typeof addLayerSchema>): AddLayerResult;
  /** Loads the agency's layer from an address and refreshes it from there. */
  rulesFollow(data: Frozen<typeof followFeedSchema>): AddLayerResult;
  rulesDrop(name: Frozen<typeof upperLayerNameSchema>): void;
  /** The open question about an action in another site's page, if this page may show it. `id` is null from the popup. */
  remoteQuestion(data: Frozen<typeof remoteQuestionQuerySchema>): RemoteQuestion | null;
  /** False if the question is no longer open or was not opened in this page. */
  remoteAnswer(data: Frozen<typeof remoteAnswerSchema>): boolean;
  rulesFind(data: Frozen<typeof rosterQuerySchema>): RosterMatch[];
  /** What layers change for practising; null where there is none. */
  training(): LayerTraining | null;
}

/** Cases of the layers in force, and what they change of the bundled ones. */
export interface LayerTraining {
  cases: readonly ShownCase[];
  /** Names of the law as the layers have it, quoted behind their publisher. */
  law: TrainingLaw;
  /** Rules that a layer switched off. */
  off: readonly string[];
}

/** Result of adding a layer. */
export type AddLayerResult =
  | { ok: true; changed: boolean }
  /** The publisher is new: nothing was stored; the user must compare and confirm this fingerprint. */
  | { ok: true; confirm: string; publisher: string }
  | { ok: false; errors: readonly ValidationError[] };

/** Something that a layer switched off: by which layer, and a description of it. */
export interface SwitchedOff {
  by: LayerName;
  text: LocalizedText;
}

/** One layer as the settings page shows it. */
export interface LayerInfo {
  name: LayerName;
  title: LocalizedText;
  publisher: string;
  version: number;
  issued: string;
  validFrom?: string | undefined;
  validUntil?: string | undefined;
  /** Of the publisher's key; undefined for the bundle and for an unsigned file of the user's own. */
  fingerprint?: string | undefined;
  /** What is to be said of its validity today: before its start and after its end the layer does not apply. */
  validity?: "starts" | "ends-soon" | "ended" | undefined;
  /** The version of the same publisher that applies until the start. */
  meanwhile?: number | undefined;
  /** The layer does not fit what is below it, and does not apply. */
  broken?: boolean | undefined;
}

/** The content of "Aturan & daftar". */
export interface RulesInfo {
  layers: LayerInfo[];
  /** What runs and comes for the user's region. */
  stages: readonly ContestStage[];
  tickets: number;
  accounts: number;
  /** Sites, rules, accounts … that a layer switched off; also shown in the popup. */
  switchedOff: SwitchedOff[];
  changes: { name: string; day: string; changes: LocalizedText[] } | null;
  feed: {
    url: string;
    lastGood?: number | undefined;
    /** What the user still has to do: grant the host, or confirm the publisher. */
    pending?: "permission" | "confirm" | undefined;
  } | null;
  /** Why the last refresh from the address, or the policy, failed. */
  feedProblem: FeedProblem | null;
  problem: string | null;
}

/** A search result in the roster. */
export interface RosterMatch {
  kind: "account" | "ticket" | "party";
  name: string;
  /** Site and handle, contest, short name. */
  detail: LocalizedText;
  /** Kind of owner, for an account. */
  account?: AccountKind | undefined;
  /** Ballot number of a ticket. */
  number?: number | undefined;
  /** The layer it comes from. */
  layer: LayerName;
}
