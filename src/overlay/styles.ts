import tokens from "../ui/tokens.css?inline";
import frame from "./frame.css?inline";

/**
 * Styles that marks, strips and the dialog share, to adopt before their own. A separate stylesheet: as a part of theirs,
 * the one adopted last would override what the others set for `.frame`.
 */
export const baseCss: string = `${frame}\n${tokens}`;
