import frame from "../frame.css?inline";
import tokens from "../tokens.css?inline";
import notice from "./notice.css?inline";

/** All styles of marks, cards and strips as one string, for `adopt`. */
export const noticeCss: string = `${frame}\n${tokens}\n${notice}`;
