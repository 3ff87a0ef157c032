import dialog from "./dialog.css?inline";

/** The dialog's own styles, for `adopt` after `baseCss`. */
export const dialogCss: string = dialog;
