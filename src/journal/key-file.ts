import * as z from "zod/mini";
import { type Bytes, fromBase64, toBase64 } from "../domain/encoding.ts";
import { CURVE, importPair, PUBLIC_BYTES, seal, unseal } from "./crypto.ts";
import { joined, randomBytes, utf8 } from "./encoding.ts";
import { JournalError } from "./error.ts";

/** Rounds of PBKDF2-SHA-256 for a new passphrase. */
export const ROUNDS = 600_000;
const PREVIOUS_LABEL = "previous key";

const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/), z.maxLength(4_000));

/** The journal's keys, as stored in their file. */
const schema = z.strictObject({
  format: z.literal("book-key/1"),
  /** HMAC key of the tags, which recognise an entry sent twice even while the journal is locked. */
  tagKey: base64,
  public: base64,
  /** The private key (PKCS #8), unwrapped: only without a passphrase. */
  private: z.optional(base64),
  /** The private key wrapped by the passphrase. */
  wrapped: z.optional(
    z.strictObject({
      salt: base64,
      rounds: z.number().check(z.minimum(ROUNDS), z.maximum(100_000_000)),
      iv: base64,
      ciphertext: base64,
    }),
  ),
  /** While the keys are being replaced: the previous pair (public key, PKCS #8), sealed to the new public key. */
  previous: z.optional(base64),
});
export type KeyFile = z.output<typeof schema>;

/** @throws JournalError if it is not a key file of this format. The file and the entries are left as they are. */
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
  throw new JournalError("unavailable", "the journal's key file cannot be read");
}

async function passphraseKey(passphrase: string, salt: Bytes, rounds: number): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey("raw", utf8(passphrase.normalize("NFKC")), "PBKDF2", false, [
    "deriveKey",
  ]);
  const algorithm = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(algorithm, secret, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
}

/** A new pair, its private key wrapped by the passphrase or, with null, unwrapped. */
export async function newKeyFile(
  passphrase: string | null,
): Promise<{ file: KeyFile; pkcs8: Bytes; publicKey: CryptoKey }> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ["deriveBits"]);
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey));
  const publicBytes = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  if (publicBytes.length !== PUBLIC_BYTES)
    throw new JournalError("unavailable", "a public key of another length");
  const file: KeyFile = {
    format: "book-key/1",
    tagKey: toBase64(randomBytes(32)),
    public: toBase64(publicBytes),
  };
  if (passphrase === null)
    return { file: { ...file, private: toBase64(pkcs8) }, pkcs8, publicKey: pair.publicKey };
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const key = await passphraseKey(passphrase, salt, ROUNDS);
  const ciphertext = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, pkcs8));
  const wrapped = {
    salt: toBase64(salt),
    rounds: ROUNDS,
    iv: toBase64(iv),
    ciphertext: toBase64(ciphertext),
  };
  return { file: { ...file, wrapped }, pkcs8, publicKey: pair.publicKey };
}

/** The private key unwrapped by the passphrase, or undefined if that fails for any reason. */
export async function unwrap(file: KeyFile, passphrase: string): Promise<Bytes | undefined> {
  if (!file.wrapped) return undefined;
  const { salt, rounds, iv, ciphertext } = file.wrapped;
  try {
    const key = await passphraseKey(passphrase, fromBase64(salt), rounds);
    const algorithm = { name: "AES-GCM", iv: fromBase64(iv) };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, fromBase64(ciphertext)));
  } catch {
    return undefined;
  }
}

/** The new file with the previous pair in it, which the new pair opens. */
export async function withPreviousPair(
  file: KeyFile,
  to: CryptoKey,
  raw: Bytes,
  pkcs8: Bytes,
): Promise<KeyFile> {
  return { ...file, previous: toBase64(await seal(to, joined(raw, pkcs8), PREVIOUS_LABEL)) };
}

/** The pair that `withPreviousPair` added, or undefined if it does not open. */
export async function unsealPreviousPair(
  own: CryptoKeyPair,
  before: string,
): Promise<CryptoKeyPair | undefined> {
  const halves = await unseal(own, fromBase64(before), PREVIOUS_LABEL);
  return halves && importPair(halves.slice(0, PUBLIC_BYTES), halves.slice(PUBLIC_BYTES));
}
