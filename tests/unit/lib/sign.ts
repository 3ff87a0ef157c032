import { type PublisherKey, signingKey, signWith } from "../../../src/engine/ruleset/layers/signature.ts";

/** Signs a layer, or what a test calls one, with a publisher's key. */
export const sign = async (layer: unknown, key: Pick<PublisherKey, "publicKey" | "privateKey">) =>
  signWith(layer, await signingKey({ publisher: "", ...key }));
