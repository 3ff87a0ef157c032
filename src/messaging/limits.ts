import type { WarningSubject } from "../domain/outcome.ts";

/** Longest key of an account or post that a message carries; that of a post holds its whole text. */
export const MAX_SUBJECT = 500_000;

/** What a message can carry of what a question was about; null: it is asked and answered all the same. */
export const carriedAbout = (about: WarningSubject | null): WarningSubject | null =>
  about && about.subject.length <= MAX_SUBJECT ? about : null;
