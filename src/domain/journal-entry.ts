/** The shapes of the book, inferred from the schemas that check its lines; types only. */
export type { Choice } from "./choices.ts";
export type { JournalEntry, WeeklyCheck } from "./journal-schema.ts";
