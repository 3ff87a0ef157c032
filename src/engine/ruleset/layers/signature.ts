import { fromBase64Url, toBase64Url, toHex } from "../../../domain/encoding.ts";
import type { Handover, Signature } from "../schema/layer.ts";
import { canonical } from "./canonical-json.ts";

/** Prefix of the signed bytes, so that a signature made for another purpose never matches. */
const PURPOSE = "jaga-netral-layer-v1\n";
/**
 * Prefix of what a replaced key signs. Its signature alone over a layer would not do: whoever has one of its old issues
 * could put a key of their own beside it.
 */
const HANDOVER_PURPOSE = "jaga-netral-handover-v1\n";
const ED25519 = { name: "Ed25519" } as const;

/** A publisher's key pair as its key file holds it. The private part never leaves the publisher's machine. */
export interface PublisherKey {
  format: 1;
  kind: "publisher-key";
  publisher: string;
  made: string;
  /** The part that users and policies receive. */
  publicKey: string;
  fingerprint: string;
  privateKey: string;
}

/** Whether a parsed file is a publisher's secret key, which belongs into no list and onto no server. */
export const isKeyFile = (json: unknown): boolean =>
  (json as { kind?: unknown } | null)?.kind === "publisher-key";

/** The signed bytes of a layer: the purpose, then its canonical JSON (RFC 8785) in UTF-8. */
const signedBytes = (layer: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(PURPOSE + canonical(layer));

/** The signed bytes of a handover: its purpose, then the new key with the layer it begins with, as canonical JSON. */
const handoverBytes = (layer: unknown, newKey: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(HANDOVER_PURPOSE + canonical({ key: newKey, layer }));

async function isSignedBy(
  { key, value }: Pick<Signature, "key" | "value">,
  bytes: () => Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    const imported = await crypto.subtle.importKey("raw", fromBase64Url(key), ED25519, false, ["verify"]);
    return await crypto.subtle.verify(ED25519, imported, fromBase64Url(value), bytes());
  } catch {
    return false;
  }
}

/** True if the signature of the layer was made with that key. Never throws. */
export const verify = (layer: unknown, signature: Signature): Promise<boolean> =>
  isSignedBy(signature, () => signedBytes(layer));

/** True if the old key of `handover` named this new key for this layer. Never throws. */
export const verifyHandover = (layer: unknown, newKey: string, handover: Handover): Promise<boolean> =>
  isSignedBy(handover, () => handoverBytes(layer, newKey));

/** A publisher's key in use: its private half is held by the platform and cannot be read back. */
export interface SigningKey {
  publisher: string;
  publicKey: string;
  fingerprint: string;
  handle: CryptoKey;
}

/** Prepares a key for signing. @throws if the private half is no Ed25519 key (PKCS #8 in base64url) */
export async function signingKey({
  publisher,
  publicKey,
  privateKey,
}: Pick<PublisherKey, "publisher" | "publicKey" | "privateKey">): Promise<SigningKey> {
  const handle = await crypto.subtle.importKey("pkcs8", fromBase64Url(privateKey), ED25519, false, ["sign"]);
  return { publisher, publicKey, fingerprint: await fingerprint(publicKey), handle };
}

async function signBytes(
  bytes: Uint8Array<ArrayBuffer>,
  { handle, publicKey }: Pick<SigningKey, "handle" | "publicKey">,
): Promise<Signature> {
  const value = await crypto.subtle.sign(ED25519, handle, bytes);
  return { algorithm: "Ed25519", key: publicKey, value: toBase64Url(new Uint8Array(value)) };
}

/** Signs a layer. */
export const signWith = (layer: unknown, key: Pick<SigningKey, "handle" | "publicKey">): Promise<Signature> =>
  signBytes(signedBytes(layer), key);

/** Signs, with the key that is given up, that `newKey` takes its place from this layer on. */
export const signHandover = (
  layer: unknown,
  newKey: string,
  oldKey: Pick<SigningKey, "handle" | "publicKey">,
): Promise<Handover> => signBytes(handoverBytes(layer, newKey), oldKey);

/** Generates a key pair for a publisher. */
export async function makeKey(publisher: string, made: string): Promise<PublisherKey> {
  const pair = (await crypto.subtle.generateKey(ED25519, true, ["sign", "verify"])) as CryptoKeyPair;
  const publicKey = toBase64Url(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
  const privateKey = toBase64Url(new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey)));
  return {
    format: 1,
    kind: "publisher-key",
    publisher,
    made,
    publicKey,
    fingerprint: await fingerprint(publicKey),
    privateKey,
  };
}

/**
 * The fingerprint that a user compares with the publisher's: first 16 bytes of the SHA-256 of the public key as eight
 * groups of four hexadecimal digits ("3F2A 91C0 …").
 */
export async function fingerprint(publicKey: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", fromBase64Url(publicKey)));
  return toHex(hash.subarray(0, 16))
    .toUpperCase()
    .replace(/.{4}(?=.)/g, "$& ");
}

/** Hexadecimal SHA-256 of a layer's canonical form; tells whether two files of one version are equal. */
export async function layerHash(layer: unknown): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", signedBytes(layer))));
}
