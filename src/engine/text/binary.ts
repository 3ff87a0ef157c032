/** Bytes as base64, and whole numbers as bytes: `storage.local` keeps JSON only, no typed arrays. */

export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  const block = 0x6000;
  for (let from = 0; from < bytes.length; from += block) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(from, Math.min(bytes.length, from + block)))));
  }
  return pieces.join("");
}

/** Newer browsers decode natively; older ones through `atob`. */
const native = (Uint8Array as unknown as { fromBase64?: (text: string) => Uint8Array }).fromBase64;

/** Throws on characters outside base64 or a broken length. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (native !== undefined) return native.call(Uint8Array, text) as Uint8Array<ArrayBuffer>;
  const binary = atob(text);
  const { length } = binary;
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
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

  get length(): number {
    return this.#length;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}
