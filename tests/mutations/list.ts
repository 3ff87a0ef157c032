import { WAYS } from "./activations.ts";
import { BACKGROUND } from "./background.ts";
import { BUILT } from "./build.ts";
import { CARELESS } from "./careless-input.ts";
import { DATA } from "./data.ts";
import { ENGINE } from "./engine.ts";
import { HOLDING } from "./holding.ts";
import { BOOK } from "./journal.ts";
import { ADMITTED } from "./layers.ts";
import { ONCE } from "./let-through.ts";
import { QUESTION } from "./question.ts";
import { KEPT_OPEN } from "./question-restored.ts";
import { LINES } from "./recording.ts";
import { ELSEWHERE } from "./remote-question.ts";
import { SITUATION } from "./situation.ts";
import { REMEMBERED } from "./stored-answers.ts";
import type { Mutation } from "./types.ts";

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
