import dialog from "./dialog.css?inline";

/** Styles of the dialog, to adopt after `baseCss`. */
export const dialogCss: string = dialog;
