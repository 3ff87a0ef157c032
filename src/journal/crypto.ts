import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import type { Bytes } from "../domain/encoding.ts";
import { fromUtf8, joined, utf8 } from "./encoding.ts";

/**
 * Sealing to a public key by HPKE (RFC 9180), base mode: who has only the public half can put lines in, none out. Each box
 * is a single-shot encryption: the encapsulated key, then the ciphertext. P-256 and not X25519, although both are in
 * every browser we run in: an ECDH key on P-256 is what WebCrypto has had for ten years.
 */
export const SUITE = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
/** The suite's curve for WebCrypto, which makes and imports the keys: so the private half stays unreadable. */
export const CURVE = { name: "ECDH", namedCurve: "P-256" } as const;
/** Length of a public half, uncompressed; the encapsulated key is one. */
export const PUBLIC_BYTES = 65;
/** HPKE's `info`: a box of the book opens as nothing else. */
const INFO = utf8("jaga-netral book/1");

export const importPublic = (raw: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", raw, CURVE, true, []);

/** The pair that opens boxes. Its private half (PKCS #8) is not extractable: it opens boxes and cannot be read back. */
export async function importPair(raw: Bytes, pkcs8: Bytes): Promise<CryptoKeyPair> {
  const privateKey = await crypto.subtle.importKey("pkcs8", pkcs8, CURVE, false, ["deriveBits"]);
  return { privateKey, publicKey: await importPublic(raw) };
}

/**
 * Seals bytes to the public half.
 * @param label what the box is and what stands outside of it (HPKE's `aad`); a box under another label does not open.
 */
export async function seal(to: CryptoKey, plain: Bytes, label: string): Promise<Bytes> {
  const { enc, ct } = await SUITE.seal({ recipientPublicKey: to, info: INFO }, plain, utf8(label));
  return joined(new Uint8Array(enc), new Uint8Array(ct));
}

/** The bytes of a box; undefined where it is no box of this pair and label. */
export async function unseal(own: CryptoKeyPair, box: Bytes, label: string): Promise<Bytes | undefined> {
  try {
    const to = { recipientKey: own, enc: box.subarray(0, PUBLIC_BYTES), info: INFO };
    return new Uint8Array(await SUITE.open(to, box.subarray(PUBLIC_BYTES), utf8(label)));
  } catch {
    return undefined;
  }
}

/** A value as JSON, filled up with blanks to a multiple of `block` bytes, so that its length says nothing. */
export function padded(value: unknown, block: number): Bytes {
  const json = utf8(JSON.stringify(value));
  const bytes = new Uint8Array(Math.ceil(json.length / block) * block).fill(0x20);
  bytes.set(json);
  return bytes;
}

/** The value that `padded` was given; undefined where it is none. */
export function unpadded(bytes: Bytes): unknown {
  try {
    return JSON.parse(fromUtf8(bytes));
  } catch {
    return undefined;
  }
}
