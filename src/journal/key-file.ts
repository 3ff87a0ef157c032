import * as z from "zod/mini";
import { type Bytes, fromBase64, toBase64 } from "../domain/encoding.ts";
import { CURVE, importPair, PUBLIC_BYTES, seal, unseal } from "./crypto.ts";
import { joined, randomBytes, utf8 } from "./encoding.ts";
import { BookError } from "./error.ts";

/** Rounds of PBKDF2-SHA-256 for a new passphrase. */
export const ROUNDS = 600_000;
const BEFORE = "key before";

const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/), z.maxLength(4_000));

/** The book's keys as they lie in their file. */
const schema = z.strictObject({
  format: z.literal("book-key/1"),
  /** Secret of the marks (HMAC) by which a line sent twice is known while the book is locked. */
  mark: base64,
  public: base64,
  /** The private half (PKCS #8), as it is where there is no passphrase. */
  private: z.optional(base64),
  /** The private half under the passphrase. */
  wrapped: z.optional(
    z.strictObject({
      salt: base64,
      rounds: z.number().check(z.minimum(ROUNDS), z.maximum(100_000_000)),
      iv: base64,
      box: base64,
    }),
  ),
  /** While the keys are being changed: the pair of before (public half, PKCS #8), sealed to the new public half. */
  before: z.optional(base64),
});
export type KeyFile = z.output<typeof schema>;

/** @throws BookError for a file that is none of ours: it is left as it is, and so are the lines. */
export function readKeyFile(text: string): KeyFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const read = schema.safeParse(value);
  if (read.success && (read.data.private === undefined) !== (read.data.wrapped === undefined))
    return read.data;
  throw new BookError("unavailable", "the book's key file cannot be read");
}

async function passphraseKey(passphrase: string, salt: Bytes, rounds: number): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey("raw", utf8(passphrase.normalize("NFKC")), "PBKDF2", false, [
    "deriveKey",
  ]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, secret, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
}

/** A fresh pair, its private half under the passphrase or, with null, as it is. */
export async function newKeyFile(
  passphrase: string | null,
): Promise<{ file: KeyFile; pkcs8: Bytes; publicKey: CryptoKey }> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ["deriveBits"]);
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey));
  const half = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  if (half.length !== PUBLIC_BYTES) throw new BookError("unavailable", "a public half of another length");
  const file: KeyFile = { format: "book-key/1", mark: toBase64(randomBytes(32)), public: toBase64(half) };
  if (passphrase === null)
    return { file: { ...file, private: toBase64(pkcs8) }, pkcs8, publicKey: pair.publicKey };
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const key = await passphraseKey(passphrase, salt, ROUNDS);
  const box = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, pkcs8));
  const wrapped = { salt: toBase64(salt), rounds: ROUNDS, iv: toBase64(iv), box: toBase64(box) };
  return { file: { ...file, wrapped }, pkcs8, publicKey: pair.publicKey };
}

/** The private half under the passphrase; undefined where it does not fit, whatever the reason. */
export async function unwrap(file: KeyFile, passphrase: string): Promise<Bytes | undefined> {
  if (!file.wrapped) return undefined;
  const { salt, rounds, iv, box } = file.wrapped;
  try {
    const key = await passphraseKey(passphrase, fromBase64(salt), rounds);
    const how = { name: "AES-GCM", iv: fromBase64(iv) };
    return new Uint8Array(await crypto.subtle.decrypt(how, key, fromBase64(box)));
  } catch {
    return undefined;
  }
}

/** The new file with the pair of before in it, for whoever opens the new one. */
export async function withBefore(file: KeyFile, to: CryptoKey, raw: Bytes, pkcs8: Bytes): Promise<KeyFile> {
  return { ...file, before: toBase64(await seal(to, joined(raw, pkcs8), BEFORE)) };
}

/** The pair of before that `withBefore` put in; undefined where it does not open. */
export async function unsealBefore(own: CryptoKeyPair, before: string): Promise<CryptoKeyPair | undefined> {
  const halves = await unseal(own, fromBase64(before), BEFORE);
  return halves && importPair(halves.slice(0, PUBLIC_BYTES), halves.slice(PUBLIC_BYTES));
}
