import { errorText } from "../domain/error-text.ts";

/** The text of an error, short enough to be shown to the user. */
export const shortErrorText = (error: unknown): string => errorText(error).slice(0, 500);
