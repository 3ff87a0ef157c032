/** Why an operation of the journal failed. `code` is for the interface, `message` for developers. */
export class JournalError extends Error {
  override readonly name = "JournalError";
  readonly code: "full" | "unavailable" | "invalid" | "locked";

  constructor(code: JournalError["code"], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** Any failure of the database as a `JournalError`. */
export function toJournalError(operation: string, cause: unknown): JournalError {
  if (cause instanceof JournalError) return cause;
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : String(cause);
  return name === "QuotaExceededError"
    ? new JournalError("full", `the journal is full (${operation})`, cause)
    : new JournalError("unavailable", `the journal cannot be used: ${name} (${operation})`, cause);
}
