import * as z from "zod/mini";
import type { Layer } from "../schema/index.ts";
import { SignedLayer } from "../schema/layer.ts";
import { validationError } from "../validate/errors.ts";
import { checkShape, type Parsed, readJson } from "../validate/parse.ts";
import {
  type PublisherKey,
  type SigningKey,
  signHandover,
  signingKey,
  signWith,
  verify,
  verifyHandover,
} from "./signature.ts";

/**
 * The file to publish, one line of JSON. With `oldKey`, machines that trust that one go on with `key` from this issue on.
 * @throws TypeError where the two halves of a key do not belong together
 */
export async function signedFile(layer: Layer, key: SigningKey, oldKey?: SigningKey): Promise<string> {
  const signature = await signWith(layer, key);
  const handover = oldKey && (await signHandover(layer, key.publicKey, oldKey));
  const fits =
    (await verify(layer, signature)) &&
    (handover === undefined || (await verifyHandover(layer, key.publicKey, handover)));
  if (!fits) throw new TypeError("not the public key of this private key");
  const file = { format: 1, kind: "signed-layer", layer, signature, ...(handover && { handover }) };
  return `${JSON.stringify(file)}\n`;
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
