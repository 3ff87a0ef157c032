import type { Entry } from "../../domain/journal-entry.ts";
import type { Language, Level, RuleId, SiteId } from "../../domain/vocabulary.ts";
import type { Channel, Rule, Said } from "../../engine/ruleset/schema/index.ts";
import type { PageSource } from "../shared/mount-page.tsx";
import type { RuleBasis } from "./basis.ts";

/** What is known of the tab the popup was opened over. */
export type TabState =
  | { kind: "loading" }
  /** Not a page of a guarded site. */
  | { kind: "other-page" }
  /** A page of a site that should be guarded and is not. `origins`: what access to ask for. */
  | {
      kind: "unguarded";
      why: "before-install" | "no-access" | "orphaned";
      site?: SiteId | undefined;
      origins?: readonly string[] | undefined;
    }
  | {
      kind: "guarded";
      site: SiteId;
      /** `unreadable`: feed-like content, but no surface was found ("halaman ini belum dikenali"). */
      state: "none" | "campaign-account" | "campaign-posts" | "unreadable";
      /** Number of campaign posts seen. */
      posts: number;
      account?: string | undefined;
      paused?: "timed" | "site" | undefined;
      /** Why it is `unreadable`; a report of the page's structure can be had then. */
      unrecognized?: "page" | "press" | undefined;
    };

/** Everything the popup shows; plain values. */
export interface PopupModel {
  page: TabState;
  rules: readonly Rule[];
  /** The law behind each rule, by its id. */
  bases?: Readonly<Record<RuleId, RuleBasis>> | undefined;
  /** Where to ask and to report. */
  channels?: readonly Channel[] | undefined;
  /** The tab stands in a private window: nothing of it is kept. */
  incognito?: boolean | undefined;
  /** The weekly self-check is due. */
  weeklyDue?: boolean | undefined;
  /** Today's phase. */
  phase?: Said | undefined;
  /** What layers of the ruleset switched off. */
  switchedOff?: readonly { by: "agency" | "own"; said: Said }[] | undefined;
  /** Newest first. */
  entries: readonly Entry[];
  /** The book is locked: none are shown. */
  entriesLocked?: boolean | undefined;
  /** Set where entries could not be read, all or some. */
  entriesProblem?: string | undefined;
  faults: readonly { code: string; detail?: string | undefined }[];
  language: Language;
  version: string;
  rulesetVersion?: string | undefined;
}

/** What the rules say of a draft. */
export interface DraftResult {
  level: Level;
  /** Parts of the text that were recognised, as UTF-16 offsets. */
  marks: readonly (readonly [number, number])[];
  reasons: readonly {
    say: { key: string; values: Readonly<Record<string, string | number>> };
    words: string;
  }[];
  /** Rules it touches, as the ruleset in force has them. */
  rules: readonly Pick<Rule, "id" | "number" | "title">[];
  /** The draft without its campaign sentences, where that is honest. */
  neutral?: string;
}

/** What the user can do from the popup. Each resolves when it is done; the popup then loads its model again. */
export interface PopupActions {
  pause(kind: "15min" | "tomorrow" | "site"): Promise<void>;
  resume(): Promise<void>;
  reload(): Promise<void>;
  grant(origins: readonly string[]): Promise<void>;
  eraseEntries(): Promise<void>;
  eraseEntry(hold: string): Promise<void>;
  setLanguage(language: Language): Promise<void>;
  /** The masked structure of the page below, for a report. */
  structure(): Promise<string>;
  /** Nothing of the draft is kept or sent. */
  checkDraft(text: string): Promise<DraftResult>;
}

/** Where the popup gets its model from. */
export type PopupSource = PageSource<PopupModel, PopupActions>;
