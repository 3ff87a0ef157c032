/** The journal's types, inferred from its schemas; importing them bundles no schema. */
export type { Choice } from "./choices.ts";
export type { CheckPart, JournalEntry, WeeklyCheck } from "./journal-schema.ts";
