import notice from "./notice.css?inline";

/** Styles of marks, cards and strips, to adopt after `baseCss`. */
export const noticeCss: string = notice;
