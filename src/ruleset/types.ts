/**
 * The shapes of the ruleset, as the other rooms use them. `schema.ts` checks data against the same shapes
 * (tests/unit/ruleset/parse.test.ts holds the two together at compile time).
 */
export type * from "./types/law.ts";
export type * from "./types/layer.ts";
export type * from "./types/lexicon.ts";
export type * from "./types/phases.ts";
export type * from "./types/roster.ts";
export type * from "./types/ruleset.ts";
