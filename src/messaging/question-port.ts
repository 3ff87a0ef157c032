/** Name of the port between a frame that holds an action and the background, which asks the question. */
export const QUESTION_PORT = "question";

/** A question without an answer counts as cancelled after this long, in ms. */
export const ANSWER_TIMEOUT_MS = 120_000;
