/**
 * One spelling of a JSON value, so that a signature holds whatever program wrote the file: keys sorted by code unit,
 * no blanks, numbers and strings as `JSON.stringify` writes them (RFC 8785 for the values that JSON can hold).
 *
 * @throws TypeError for what is not JSON (undefined, functions, NaN).
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError("not a JSON number");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value, canonical).join(",")}]`;
  if (typeof value === "object") {
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical((value as Record<string, unknown>)[key])}`).join(",")}}`;
  }
  throw new TypeError(`not JSON: ${typeof value}`);
}
