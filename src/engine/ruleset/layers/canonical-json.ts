import canonicalize from "canonicalize";

/**
 * A value by the JSON Canonicalization Scheme (RFC 8785), so that a signature holds whatever program wrote the file: keys
 * sorted by code unit, no blanks, numbers and strings as ECMAScript writes them.
 *
 * @throws for what is not I-JSON: a number that is none, half a surrogate pair, nothing at all.
 */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`not JSON: ${typeof value}`);
  return text;
}
