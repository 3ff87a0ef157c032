import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import type { Bytes } from "../domain/encoding.ts";
import { fromUtf8, joined, utf8 } from "./encoding.ts";

/**
 * Sealing to a public key by HPKE (RFC 9180), base mode: the public key alone can add entries and read none.
 * Each sealed record is a single-shot encryption: the encapsulated key, then the ciphertext. P-256 instead of X25519,
 * although every supported browser has both: WebCrypto has had ECDH keys on P-256 for ten years.
 */
export const SUITE = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
/** The suite's curve for WebCrypto, which makes and imports the keys, so that the private key is not extractable. */
export const CURVE = { name: "ECDH", namedCurve: "P-256" } as const;
/** Length of an uncompressed public key, which the encapsulated key also is. */
export const PUBLIC_BYTES = 65;
/** HPKE's `info`: a record of the journal opens as nothing else. */
const INFO = utf8("jaga-netral book/1");

export const importPublic = (raw: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", raw, CURVE, true, []);

/** The pair that opens sealed records. Its private key (PKCS #8) is not extractable. */
export async function importPair(raw: Bytes, pkcs8: Bytes): Promise<CryptoKeyPair> {
  const privateKey = await crypto.subtle.importKey("pkcs8", pkcs8, CURVE, false, ["deriveBits"]);
  return { privateKey, publicKey: await importPublic(raw) };
}

/**
 * Seals bytes to the public key.
 * @param label what the record is and what is stored outside the seal (HPKE's `aad`): under another label it does not open.
 */
export async function seal(to: CryptoKey, plain: Bytes, label: string): Promise<Bytes> {
  const { enc, ct } = await SUITE.seal({ recipientPublicKey: to, info: INFO }, plain, utf8(label));
  return joined(new Uint8Array(enc), new Uint8Array(ct));
}

/** The bytes of a sealed record, or undefined if it was not sealed to this pair under this label. */
export async function unseal(pair: CryptoKeyPair, sealed: Bytes, label: string): Promise<Bytes | undefined> {
  try {
    const to = { recipientKey: pair, enc: sealed.subarray(0, PUBLIC_BYTES), info: INFO };
    return new Uint8Array(await SUITE.open(to, sealed.subarray(PUBLIC_BYTES), utf8(label)));
  } catch {
    return undefined;
  }
}

/** A value as JSON, padded with blanks to a multiple of `block` bytes, so that its length reveals nothing. */
export function padded(value: unknown, block: number): Bytes {
  const json = utf8(JSON.stringify(value));
  const bytes = new Uint8Array(Math.ceil(json.length / block) * block).fill(0x20);
  bytes.set(json);
  return bytes;
}

/** The value that was given to `padded`, or undefined if the bytes are no JSON. */
export function unpadded(bytes: Bytes): unknown {
  try {
    return JSON.parse(fromUtf8(bytes));
  } catch {
    return undefined;
  }
}
