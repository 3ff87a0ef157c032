import type { LocalizedText } from "../../domain/localized-text.ts";
import type { Language, Level, SiteId } from "../../domain/vocabulary.ts";
import type { PolicyBrowser, PolicySystem } from "../../engine/ruleset/agency/policy-files.ts";
import type { Trial } from "../../engine/trial.ts";
import type { Reason } from "../../ui/reasons.ts";
import type { PageSource } from "../shared/mount-page.tsx";

/** What was read from the chosen file. The sentences are in the page's language. */
export interface CheckedFile {
  name: string;
  /** What must be mended, one sentence for each place; nothing goes on while there is one. */
  faults: readonly string[];
  warnings: readonly string[];
  summary?: {
    title: LocalizedText;
    publisher: string;
    version: number;
    validFrom?: string | undefined;
    validUntil?: string | undefined;
    contests: number;
    tickets: number;
    accounts: number;
    off: number;
  };
}

/** What one sentence or account comes to, without the agency's rules and with them. */
export interface TriedOut {
  trial: Trial;
  before: Level;
  after: Level;
  phase: LocalizedText;
  reasons: readonly Reason[];
}

export interface WorkshopModel {
  language: Language;
  /** Something takes a moment. */
  busy?: "reading" | "trying" | "making" | undefined;
  file?: CheckedFile | undefined;
  /** The last issue, beside which the version is checked. */
  last?: { name: string; version?: number | undefined; fault?: string | undefined } | undefined;
  tried: readonly TriedOut[];
  /** A day in the middle of the campaign: the first proposal for own trials. */
  day: string;
  sites: readonly SiteId[];
  key?:
    | {
        publisher: string;
        fingerprint: string;
        publicKey: string;
        /** Made on this page and not yet saved: it cannot sign before, because it would be lost. */
        unsaved: boolean;
      }
    | undefined;
  /** Why the chosen key file cannot be used. */
  keyError?: string | undefined;
  /** The old key that hands over to `key`: its fingerprint, or why its file cannot be used. */
  previous?: { fingerprint: string } | { problem: string } | "same" | undefined;
  signed?: { name: string; version: number; fingerprint: string } | undefined;
  /** The extension's own id, for policies of this browser; Firefox's is fixed. */
  extension: string;
  /** Why no policy file could be made. */
  policyError?: string | undefined;
  problem?: string | undefined;
}

interface PolicyWish {
  browser: PolicyBrowser;
  system: PolicySystem;
  /** The extension's id in the store. */
  extension: string;
  /** Where the signed file is served; empty: the rules are inside the policy. */
  address: string;
}

export interface WorkshopActions {
  saveTemplate(): Promise<void>;
  chooseFile(file: File): Promise<void>;
  chooseLast(file: File): Promise<void>;
  /** Tries one sentence of the clerk's own. */
  tryOne(trial: Trial): Promise<void>;
  makeKey(publisher: string): Promise<void>;
  /** Hands the made key to the downloads, once. */
  saveKey(): Promise<void>;
  chooseKey(file: File): Promise<void>;
  /** Chooses the old key, which signs the issue as well so that machines go on with the new one. */
  choosePrevious(file: File): Promise<void>;
  forgetKey(): Promise<void>;
  sign(): Promise<void>;
  saveSigned(): Promise<void>;
  savePolicy(wish: PolicyWish): Promise<void>;
  setLanguage(language: Language): Promise<void>;
}

export type WorkshopSource = PageSource<WorkshopModel, WorkshopActions>;
