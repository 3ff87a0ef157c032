import frame from "../frame.css?inline";
import tokens from "../tokens.css?inline";
import dialog from "./dialog.css?inline";

/** All styles of the dialog as one string, for `adopt`. */
export const dialogCss: string = `${frame}\n${tokens}\n${dialog}`;
