/** The shapes of the book, inferred from the schemas that check its lines; types only. */
export type { Choice } from "./choices.ts";
export type { Check, Entry } from "./journal-schema.ts";
