import { BACKGROUND } from "./background.ts";
import { BUILT } from "./built.ts";
import { DATA } from "./data.ts";
import { HOLDING } from "./holding.ts";
import { KEPT } from "./kept.ts";
import { QUESTION } from "./question.ts";
import type { Mutation } from "./types.ts";

/** Every defence of docs/security.md that is a piece of code, each to be taken out once (`npm run mutations`). */
export const MUTATIONS: readonly Mutation[] = [
  ...QUESTION,
  ...HOLDING,
  ...BACKGROUND,
  ...DATA,
  ...KEPT,
  ...BUILT,
];
