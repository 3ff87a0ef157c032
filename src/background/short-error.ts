import { errorText } from "../domain/error-text.ts";

/** An error in words, short enough for a line that the user reads. */
export const shortErrorText = (error: unknown): string => errorText(error).slice(0, 500);
