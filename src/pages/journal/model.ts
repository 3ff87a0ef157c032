import type { CheckPart, JournalEntry, WeeklyCheck } from "../../domain/journal-entry.ts";
import type { Language } from "../../domain/vocabulary.ts";
import type { Rule } from "../../engine/ruleset/schema/index.ts";
import type { LockState } from "../../journal/keyring.ts";
import type { JournalFile } from "../../journal/serialize.ts";
import type { EvidenceFeedback } from "../../storage/evidence-feedback.ts";
import type { Profile } from "../../storage/profile.ts";
import type { PageSource } from "../shared/mount-page.tsx";
import type { PassphraseProblem } from "./passphrase.ts";

/** Everything that the page of the self-check book shows, as plain values. */
export interface JournalModel {
  language: Language;
  /** Today, ISO day. */
  today: string;
  rules: readonly Rule[];
  /** While locked, `entries` and `checks` are empty. */
  lock: LockState;
  /** Newest first. */
  entries: readonly JournalEntry[];
  /** How many entries were skipped because they cannot be read. */
  unreadable: number;
  checks: readonly WeeklyCheck[];
  /** A spouse is a candidate: the rules for spouses are asked about. */
  spouse: boolean;
  /** Minutes without use after which an opened book locks itself. */
  lockAfter: Profile["lockAfter"];
  /** false: no new entries are written. */
  journalEnabled: boolean;
  /** Counts of answers, by kind of evidence. */
  evidenceFeedback?: Pick<EvidenceFeedback, "counts"> | undefined;
  /** What could not be read, in words. */
  problem?: string | undefined;
}

export interface JournalActions {
  eraseEntry(holdId: string): Promise<void>;
  /** Erases keys, entries, checks and passphrase. */
  eraseAll(): Promise<void>;
  /** @returns false if the passphrase is wrong */
  unlock(passphrase: string): Promise<boolean>;
  close(): Promise<void>;
  /** Why this passphrase is refused, or null. Loads the dictionaries. */
  judgePassphrase(passphrase: string): Promise<PassphraseProblem | null>;
  /** Words by chance that would be accepted. */
  offerPassphrase(): Promise<string>;
  /** Sets, changes or (null) removes the passphrase. */
  setPassphrase(passphrase: string | null): Promise<void>;
  /**
   * Adds answers or a note to the check of a week; what is not in `part` stays as it is stored.
   * @returns the check as stored
   */
  changeCheck(week: string, part: CheckPart): Promise<WeeklyCheck>;
  setLockAfter(minutes: Profile["lockAfter"]): Promise<void>;
  /** @returns how many entries were new */
  importBook(file: JournalFile): Promise<number>;
  /** Saves a file through the browser's download. */
  download(name: string, type: string, text: string): void;
  print(): void;
  setLanguage(language: Language): Promise<void>;
  /** Asks about muted kinds of evidence again. */
  unmuteEvidence(): Promise<void>;
}

export interface JournalSource extends PageSource<JournalModel, JournalActions> {
  /** Reports activity on the page, so that the book does not lock itself. */
  touch(): void;
}
