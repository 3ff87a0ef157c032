/** Most words before the dialog is unfolded: people do not read more before they click. */
export const MAX_WORDS = 40;

/** Counts words as a reader would. */
export function countWords(...texts: readonly string[]): number {
  return texts.join(" ").match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}
