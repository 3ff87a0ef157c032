/** Longest key of an account or post that a message carries; that of a post holds its whole text. */
export const MAX_SUBJECT = 500_000;
