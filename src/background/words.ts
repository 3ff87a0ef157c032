/** An error in words, for the user to read. */
export const words = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 300);
