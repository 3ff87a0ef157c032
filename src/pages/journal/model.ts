import type { JournalEntry, WeeklyCheck } from "../../domain/journal-entry.ts";
import type { Language } from "../../domain/vocabulary.ts";
import type { Rule } from "../../engine/ruleset/schema/index.ts";
import type { Lock } from "../../journal/keyring.ts";
import type { BookFile } from "../../journal/serialize.ts";
import type { Kinds } from "../../storage/evidence-feedback.ts";
import type { PageSource } from "../shared/mount-page.tsx";

/** Everything the book's page shows; plain values. */
export interface BookModel {
  language: Language;
  /** Today, ISO day. */
  today: string;
  rules: readonly Rule[];
  /** While locked there are no entries and no checks to show. */
  lock: Lock;
  /** Newest first. */
  entries: readonly JournalEntry[];
  /** Lines that were skipped because they cannot be read. */
  unreadable: number;
  checks: readonly WeeklyCheck[];
  /** false: no new lines are written. */
  keepBook: boolean;
  /** How warnings were answered, by kind of evidence. */
  kinds?: Pick<Kinds, "counts"> | undefined;
  /** What could not be read, in words. */
  problem?: string | undefined;
}

export interface BookActions {
  eraseOne(hold: string): Promise<void>;
  /** Keys, lines, checks and passphrase. */
  eraseAll(): Promise<void>;
  /** False where the passphrase does not fit. */
  unlock(passphrase: string): Promise<boolean>;
  close(): Promise<void>;
  /** Sets, changes or (null) takes away the passphrase. */
  setPassphrase(passphrase: string | null): Promise<void>;
  keepCheck(check: WeeklyCheck): Promise<void>;
  /** Returns how many lines were new. */
  take(file: BookFile): Promise<number>;
  /** Hands a file to the browser's download. */
  save(name: string, type: string, text: string): void;
  print(): void;
  setLanguage(language: Language): Promise<void>;
  /** Kinds of evidence that fell silent are asked about again. */
  askAgain(): Promise<void>;
}

export interface BookSource extends PageSource<BookModel, BookActions> {
  /** The page is in use: the book does not close meanwhile. */
  touch(): void;
}
