/** Bytes as base64, and whole numbers as bytes: `storage.local` keeps JSON only, no typed arrays. */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  const block = 0x6000;
  for (let from = 0; from < bytes.length; from += block) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(from, Math.min(bytes.length, from + block)))));
  }
  return pieces.join("");
}

const CODES = new Uint8Array(128).fill(255);
for (let i = 0; i < 64; i++) CODES[ALPHABET.charCodeAt(i)] = i;

/** Throws on characters outside base64 or a broken length. */
export function fromBase64(text: string): Uint8Array {
  if (text.length % 4 !== 0) throw new Error("base64: length is not a multiple of four");
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  const length = text.length;
  let at = 0;
  for (let i = 0; i < length; i += 4) {
    const last = i + 4 === length;
    const a = code(text, i);
    const b = code(text, i + 1);
    const c = last && padding === 2 ? 0 : code(text, i + 2);
    const d = last && padding > 0 ? 0 : code(text, i + 3);
    const word = (a << 18) | (b << 12) | (c << 6) | d;
    bytes[at++] = word >> 16;
    if (at < bytes.length) bytes[at++] = (word >> 8) & 255;
    if (at < bytes.length) bytes[at++] = word & 255;
  }
  return bytes;
}

function code(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const value = unit < 128 ? CODES[unit]! : 255;
  if (value === 255) throw new Error(`base64: unexpected character at ${index}`);
  return value;
}

/** Appends whole numbers (0 … 2^32 − 1) in 7-bit groups. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const wider = new Uint8Array(this.#bytes.length * 2);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    this.#bytes[this.#length++] = value;
  }

  number(value: number): void {
    let rest = value >>> 0;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

/** Reads what ByteWriter wrote; throws when the bytes end early. */
export class ByteReader {
  #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  byte(): number {
    const value = this.#bytes[this.#at++];
    if (value === undefined) throw new Error("compiled data ends early");
    return value;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
    throw new Error("compiled data: a number is too long");
  }
}
