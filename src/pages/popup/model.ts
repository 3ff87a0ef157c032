import type { JournalEntry } from "../../domain/journal-entry.ts";
import type { LocalizedText } from "../../domain/localized-text.ts";
import type { Language, Level, RuleId, SiteId } from "../../domain/vocabulary.ts";
import type { Channel, Rule } from "../../engine/ruleset/schema/index.ts";
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
      paused?: "timed" | "site" | undefined;
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
  /** Today's phase. */
  phase?: LocalizedText | undefined;
  /** What layers of the ruleset have switched off. */
  switchedOff?: readonly { by: "agency" | "own"; text: LocalizedText }[] | undefined;
  /** Newest first. */
  entries: readonly JournalEntry[];
  /** The book is locked, so no entries are shown. */
  entriesLocked?: boolean | undefined;
  /** Set if some or all entries could not be read. */
  entriesProblem?: string | undefined;
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
