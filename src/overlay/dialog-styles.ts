import dialog from "./dialog.css?inline";

/** The dialog's own styles, for `adoptSheets` after `baseCss`. */
export const dialogCss: string = dialog;
