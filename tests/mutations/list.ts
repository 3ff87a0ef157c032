import { ACTIVATIONS } from "./activations.ts";
import { BACKGROUND } from "./background.ts";
import { BUILD } from "./build.ts";
import { CARELESS_INPUT } from "./careless-input.ts";
import { DATA } from "./data.ts";
import { ENGINE } from "./engine.ts";
import { HOLDING } from "./holding.ts";
import { JOURNAL } from "./journal.ts";
import { LAYERS } from "./layers.ts";
import { LET_THROUGH } from "./let-through.ts";
import { QUESTION } from "./question.ts";
import { QUESTION_ANSWER } from "./question-answer.ts";
import { QUESTION_RESTORED } from "./question-restored.ts";
import { RECORDING } from "./recording.ts";
import { REMOTE_QUESTION } from "./remote-question.ts";
import { SCREENS } from "./screens.ts";
import { SECOND_LINE } from "./second-line.ts";
import { SITUATION } from "./situation.ts";
import { STORED_ANSWERS } from "./stored-answers.ts";
import type { Mutation } from "./types.ts";

/** Every defence of docs/security.md that is a piece of code, each to be removed once (`npm run mutations`). */
export const MUTATIONS: readonly Mutation[] = [
  ...QUESTION,
  ...QUESTION_ANSWER,
  ...QUESTION_RESTORED,
  ...HOLDING,
  ...LET_THROUGH,
  ...CARELESS_INPUT,
  ...RECORDING,
  ...BACKGROUND,
  ...REMOTE_QUESTION,
  ...LAYERS,
  ...DATA,
  ...JOURNAL,
  ...STORED_ANSWERS,
  ...BUILD,
  ...ENGINE,
  ...ACTIVATIONS,
  ...SCREENS,
  ...SITUATION,
  ...SECOND_LINE,
];
