import type { Bytes } from "../domain/encoding.ts";

const text = new TextEncoder();

export const utf8 = (words: string): Bytes => text.encode(words) as Bytes;
export const fromUtf8 = (bytes: Bytes): string => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

export function joined(...parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
