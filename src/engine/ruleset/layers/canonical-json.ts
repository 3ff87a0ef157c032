import canonicalize from "canonicalize";

/**
 * Serialises a value by the JSON Canonicalization Scheme (RFC 8785), so that a signature is independent of the program
 * that wrote the file: keys sorted by code unit, no white space, numbers and strings as in ECMAScript.
 *
 * @throws for anything but I-JSON: a non-finite number, a lone surrogate, undefined.
 */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`not JSON: ${typeof value}`);
  return text;
}
