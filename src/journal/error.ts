/** Why the book could not do what was asked. `code` is for the interface, `message` for a developer. */
export class BookError extends Error {
  override readonly name = "BookError";
  readonly code: "full" | "unavailable" | "invalid" | "locked";

  constructor(code: BookError["code"], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** Any failure of the database as a `BookError`. */
export function bookError(doing: string, cause: unknown): BookError {
  if (cause instanceof BookError) return cause;
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : String(cause);
  return name === "QuotaExceededError"
    ? new BookError("full", `the book is full (${doing})`, cause)
    : new BookError("unavailable", `the book cannot be used: ${name} (${doing})`, cause);
}
