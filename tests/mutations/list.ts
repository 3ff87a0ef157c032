import { ADMITTED } from "./admitted.ts";
import { BACKGROUND } from "./background.ts";
import { BOOK } from "./book.ts";
import { BUILT } from "./built.ts";
import { CARELESS } from "./careless.ts";
import { DATA } from "./data.ts";
import { ELSEWHERE } from "./elsewhere.ts";
import { ENGINE } from "./engine.ts";
import { HOLDING } from "./holding.ts";
import { KEPT_OPEN } from "./kept-open.ts";
import { LINES } from "./lines.ts";
import { ONCE } from "./once.ts";
import { QUESTION } from "./question.ts";
import { REMEMBERED } from "./remembered.ts";
import { SITUATION } from "./situation.ts";
import type { Mutation } from "./types.ts";
import { WAYS } from "./ways.ts";

/** Every defence of docs/security.md that is a piece of code, each to be taken out once (`npm run mutations`). */
export const MUTATIONS: readonly Mutation[] = [
  ...QUESTION,
  ...KEPT_OPEN,
  ...HOLDING,
  ...ONCE,
  ...CARELESS,
  ...LINES,
  ...BACKGROUND,
  ...ELSEWHERE,
  ...ADMITTED,
  ...DATA,
  ...BOOK,
  ...REMEMBERED,
  ...BUILT,
  ...ENGINE,
  ...WAYS,
  ...SITUATION,
];
