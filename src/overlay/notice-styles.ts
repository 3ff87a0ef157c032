import notice from "./notice.css?inline";

/** Styles of marks, cards and strips, for `adopt` after `baseCss`. */
export const noticeCss: string = notice;
