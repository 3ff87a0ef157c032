import * as z from "zod/mini";
import type { Layer } from "../schema/index.ts";
import { SignedLayer } from "../schema/layer.ts";
import { validationError } from "../validate/errors.ts";
import { checkShape, type Parsed, readJson } from "../validate/parse.ts";
import { type PublisherKey, type SigningKey, signingKey, signWith, verify } from "./signature.ts";

/** The file to publish, one line of JSON. @throws TypeError where the key's two halves do not belong together */
export async function signedFile(layer: Layer, key: SigningKey): Promise<string> {
  const signature = await signWith(layer, key);
  if (!(await verify(layer, signature))) throw new TypeError("not the public key of this private key");
  return `${JSON.stringify({ format: 1, kind: "signed-layer", layer, signature })}\n`;
}

/** Reads a file to publish and checks its signature. */
export async function readSignedFile(text: string): Promise<Parsed<z.output<typeof SignedLayer>>> {
  const json = readJson(text);
  if (!json.ok) return json;
  const envelope = checkShape(SignedLayer, json.value);
  if (!envelope.ok) return { ok: false, errors: [validationError("", "unsigned")] };
  const { layer, signature } = envelope.value;
  return (await verify(layer, signature))
    ? envelope
    : { ok: false, errors: [validationError("signature.value", "bad-signature")] };
}

const KeyShape = z.looseObject({
  kind: z.literal("publisher-key"),
  publicKey: z.string(),
  privateKey: z.string(),
  publisher: z.optional(z.string()),
});

/**
 * Reads a key file for signing. The private half is handed to the cryptography of the platform, from which it cannot be
 * read back.
 */
export async function readKeyFile(text: string): Promise<Parsed<SigningKey>> {
  const json = readJson(text);
  const shaped = json.ok ? checkShape(KeyShape, json.value) : json;
  if (!shaped.ok) return { ok: false, errors: [validationError("", "no-key")] };
  const { publisher = "", publicKey, privateKey } = shaped.value;
  try {
    const key = await signingKey({ publisher, publicKey, privateKey });
    const probe = await signWith("", key);
    return (await verify("", probe))
      ? { ok: true, value: key }
      : { ok: false, errors: [validationError("", "broken-key")] };
  } catch {
    return { ok: false, errors: [validationError("", "broken-key")] };
  }
}

/** A key file as it is kept: the only place of the private half. */
export const keyFileText = (key: PublisherKey): string => `${JSON.stringify(key, null, 2)}\n`;
