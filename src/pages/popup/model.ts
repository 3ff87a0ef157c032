import type { JournalEntry } from "../../domain/journal-entry.ts";
import type { LocalizedText } from "../../domain/localized-text.ts";
import type { Language, Level, RuleId, SiteId } from "../../domain/vocabulary.ts";
import type { ContestStage } from "../../engine/ruleset/law/stages.ts";
import type { Channel, Rule } from "../../engine/ruleset/schema/index.ts";
import type { AgencyLayer } from "../../storage/agency-layer.ts";
import type { PageSource } from "../shared/mount-page.tsx";
import type { RuleBasis } from "./basis.ts";

/** What is known of the tab over which the popup was opened. */
export type TabState =
  | { kind: "loading" }
  /** The page belongs to no guarded site. */
  | { kind: "other-page" }
  /** The page should be guarded and is not. `origins`: the access to ask for. */
  | {
      kind: "unguarded";
      why: "before-install" | "no-access" | "orphaned";
      site?: SiteId | undefined;
      origins?: readonly string[] | undefined;
    }
  | {
      kind: "guarded";
      site: SiteId;
      /** `unreadable`: there is content like a feed's, but no surface was recognised. */
      state: "none" | "campaign-account" | "campaign-posts" | "unreadable";
      /** Number of campaign posts on the page. */
      posts: number;
      account?: string | undefined;
      /** Names of the authors of the first posts found, "" where none is known. */
      found?: readonly string[] | undefined;
      paused?: "timed" | "site" | undefined;
      /** End of the timed pause, in epoch ms. */
      pausedUntil?: number | undefined;
      /** What was not recognised; a report of the page's structure is offered then. */
      unrecognized?: "page" | "press" | undefined;
    };

/** Everything the popup shows, as plain values. */
export interface PopupModel {
  page: TabState;
  rules: readonly Rule[];
  /** The legal basis of each rule, by rule id. */
  bases?: Readonly<Record<RuleId, RuleBasis>> | undefined;
  /** Where to ask and where to report. */
  channels?: readonly Channel[] | undefined;
  /** The tab is in a private window: nothing of it is recorded. */
  incognito?: boolean | undefined;
  /** Whether the weekly self-check is due. */
  weeklyDue?: boolean | undefined;
  /** The stages that run or come for the user's region; undefined while the rules are not loaded. */
  stages?: readonly ContestStage[] | undefined;
  /** Whether the user named a region. */
  hasRegion?: boolean | undefined;
  /** How often the user answered *Batal* since Monday; undefined while the book is locked. */
  cancelled?: number | undefined;
  /** What layers of the ruleset have switched off. */
  switchedOff?: readonly { by: "agency" | "own"; text: LocalizedText }[] | undefined;
  /** The agency's layer, and what somebody must do about its rules. */
  agency?:
    | {
        layer: AgencyLayer | null;
        attention?:
          | { kind: "refused"; problem: LocalizedText }
          /** The policy's address waits for access to its host. */
          | { kind: "waits"; host: string; origin: string }
          | { kind: "confirm" }
          | undefined;
        /** ISO day. */
        today: string;
      }
    | undefined;
  /** Newest first. */
  entries: readonly JournalEntry[];
  /** The book is locked, so no entries are shown. */
  entriesLocked?: boolean | undefined;
  /** Some or all entries could not be read; a fault says why. */
  entriesUnreadable?: boolean | undefined;
  faults: readonly { code: string; detail?: string | undefined }[];
  language: Language;
  version: string;
  rulesetVersion?: string | undefined;
}

/** The result of checking a draft. */
export interface DraftResult {
  level: Level;
  /** Recognised parts of the text, as UTF-16 offsets. */
  marks: readonly (readonly [number, number])[];
  reasons: readonly {
    say: { key: string; values: Readonly<Record<string, string | number>> };
    words: string;
  }[];
  /** The rules that the draft touches. */
  rules: readonly Pick<Rule, "id" | "number" | "title">[];
  /** The draft without its campaign sentences; missing if the rest would not be neutral. */
  neutral?: string;
}

/** What the user can do in the popup. The popup loads its model again when an action has resolved. */
export interface PopupActions {
  pause(kind: "15min" | "tomorrow" | "site"): Promise<void>;
  resume(): Promise<void>;
  reload(): Promise<void>;
  grant(origins: readonly string[]): Promise<void>;
  /** Requests access to the host of the policy's address, directly in the click. */
  allowAgency(origin: string): Promise<void>;
  /** Scrolls the page to the post of that place in `found`. */
  reveal(index: number): Promise<void>;
  eraseEntries(): Promise<void>;
  eraseEntry(holdId: string): Promise<void>;
  setLanguage(language: Language): Promise<void>;
  /** The masked structure of the page, for a report. */
  structure(): Promise<string>;
  /** Nothing of the draft is kept or sent. */
  checkDraft(text: string): Promise<DraftResult>;
}

/** Where the popup gets its model from. */
export type PopupSource = PageSource<PopupModel, PopupActions>;
