import tokens from "../ui/tokens.css?inline";
import frame from "./frame.css?inline";

/**
 * What marks, strips and the question have in common, for `adoptSheets`, before their own styles. A sheet of its own: were it
 * part of theirs, the one adopted last would take back what the others say of `.frame`.
 */
export const baseCss: string = `${frame}\n${tokens}`;
