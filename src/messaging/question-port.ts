/** Name of the port between a frame that holds an action and the background that asks about it. */
export const QUESTION_PORT = "question";

/** A question that nobody answers ends as cancelled after this long, in ms. */
export const ANSWER_WITHIN_MS = 120_000;
