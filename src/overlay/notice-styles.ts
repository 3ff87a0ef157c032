import notice from "./notice.css?inline";

/** Styles of marks, cards and strips, for `adoptSheets` after `baseCss`. */
export const noticeCss: string = notice;
