import type { WarningSubject } from "../domain/outcome.ts";

/** Longest key of an account or post in a message; the key of a post contains its whole text. */
export const MAX_SUBJECT_LENGTH = 500_000;

/** The subject if it is short enough for a message, else null: the question is asked and answered all the same. */
export const withinMessageLimit = (about: WarningSubject | null): WarningSubject | null =>
  about && about.subject.length <= MAX_SUBJECT_LENGTH ? about : null;
