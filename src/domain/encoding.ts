/**
 * Bytes as text, in one place for all rooms. What is decoded must be what the encoding makes: another alphabet, a wrong
 * length, blanks, missing padding or bits beyond the last byte are refused, so that no two texts mean the same bytes.
 *
 * Chromium 140 and Firefox 133 have `Uint8Array.fromBase64` and `toHex`; the extension also runs in Chromium 137, and its
 * tools in Node 24, which have neither.
 */

/** Bytes with their own buffer, which WebCrypto requires. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Chunk size that stays below the limit of call arguments. A multiple of 3, so that chunks can be joined. */
const BLOCK = 0x6000;

/** Base64 with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += BLOCK)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(from, from + BLOCK))));
  return pieces.join("");
}

/** @throws if `toBase64` cannot have made the text. */
export function fromBase64(text: string): Bytes {
  /* Native decoding takes a tenth of the time: a page reads 800 KB at its start. */
  const { fromBase64: native } = Uint8Array as unknown as { fromBase64?: (text: string) => Bytes };
  const bytes = native ? native.call(Uint8Array, text) : fromBinary(atob(text));
  /* Browsers skip blanks and do without padding and spare bits: all of these show in the length or the last group. */
  const { length } = bytes;
  const last = btoa(String.fromCharCode(...bytes.subarray(length - (length % 3 || 3))));
  if (Math.ceil(length / 3) * 4 !== text.length || !text.endsWith(last)) throw new SyntaxError("not base64");
  return bytes;
}

function fromBinary(binary: string): Bytes {
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Base64 for URLs, without padding (RFC 4648, section 5). */
export const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** @throws if `toBase64Url` cannot have made the text. */
export function fromBase64Url(text: string): Bytes {
  if (/[^\w-]/.test(text)) throw new SyntaxError("not base64url");
  return fromBase64(text.replaceAll("-", "+").replaceAll("_", "/") + "=".repeat(-text.length & 3));
}

/** Hexadecimal in lower case. */
export const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** @throws if `toHex` cannot have made the text. */
export function fromHex(text: string): Bytes {
  const bytes = Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  if (toHex(bytes) !== text) throw new SyntaxError("not hex");
  return bytes;
}
