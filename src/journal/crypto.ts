import type { Bytes } from "../encoding.ts";
import { fromUtf8, joined, utf8 } from "./encoding.ts";

/**
 * Sealing to a public key: who has only the public half can put lines in, none out. A fresh P-256 key agrees on a
 * secret with the public half (ECDH), HKDF makes of it a key and a nonce for this one box, AES-GCM seals. P-256 and not
 * RSA-OAEP: a box costs 65 bytes instead of 256, making the pair takes no time. P-256 and not X25519: it has been in
 * every WebCrypto for ten years.
 */
export const CURVE = { name: "ECDH", namedCurve: "P-256" } as const;
/** Length of a public half, uncompressed. */
export const PUBLIC_BYTES = 65;
const NAME = utf8("jaga-netral book/1");
const [KEY_BYTES, NONCE_BYTES] = [32, 12];

/** The key and nonce of one box. */
async function boxKey(own: CryptoKey, other: CryptoKey, ephemeral: Bytes) {
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: other }, own, 256);
  const secret = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: joined(NAME, ephemeral) },
    secret,
    (KEY_BYTES + NONCE_BYTES) * 8,
  );
  const key = await crypto.subtle.importKey("raw", bits.slice(0, KEY_BYTES), "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
  return { key, iv: bits.slice(KEY_BYTES) };
}

export const importPublic = (raw: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", raw, CURVE, true, []);
/** Not extractable: it opens boxes and cannot be read back. */
export const importPrivate = (pkcs8: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey("pkcs8", pkcs8, CURVE, false, ["deriveBits"]);

/**
 * Seals bytes to the public half.
 * @param label what the box is and what stands outside of it; a box under another label does not open.
 */
export async function seal(to: CryptoKey, plain: Bytes, label: string): Promise<Bytes> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ["deriveBits"]);
  const ephemeral = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const { key, iv } = await boxKey(pair.privateKey, to, ephemeral);
  const box = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: utf8(label) }, key, plain);
  return joined(ephemeral, new Uint8Array(box));
}

/** The bytes of a box; undefined where it is no box of this key and label. */
export async function unseal(own: CryptoKey, box: Bytes, label: string): Promise<Bytes | undefined> {
  try {
    const ephemeral = box.slice(0, PUBLIC_BYTES);
    const { key, iv } = await boxKey(own, await importPublic(ephemeral), ephemeral);
    const additionalData = utf8(label);
    const plain = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv, additionalData },
      key,
      box.subarray(PUBLIC_BYTES),
    );
    return new Uint8Array(plain);
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
