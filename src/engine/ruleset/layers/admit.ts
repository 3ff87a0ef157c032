import type { Layer, LayerName, Ruleset } from "../schema/index.ts";
import { Layer as LayerSchema, type Signature, SignedLayer } from "../schema/layer.ts";
import { type Fault, type FaultCode, fault } from "../validate/errors.ts";
import { checkShape, readJson } from "../validate/parse.ts";
import { compose, type UpperLayers } from "./compose.ts";
import { fingerprint, layerHash, verify } from "./signature.ts";

/** A layer that was let in, as it is kept. */
export interface Kept {
  layer: Layer;
  hash: string;
  /** Undefined for an own file without a signature: shown with a mark. */
  signedBy?: { key: string; fingerprint: string } | undefined;
}

/** What admission depends on. */
export interface Gate {
  name: Exclude<LayerName, "bundled">;
  /** ISO day. */
  date: string;
  bundled: Ruleset;
  /** The layers in force, the one to be replaced included. */
  layers: UpperLayers;
  /** What is kept in this place now: the version must rise. */
  current?: Kept | undefined;
  /** The publisher's key, pinned at the first confirmation or set by policy. */
  pinned?: string | undefined;
  /** The user asked to put another publisher's layer here: then id, version and pinned key start anew. */
  replace?: boolean | undefined;
}

export type Admission =
  /** `confirm` holds the fingerprint the user must confirm before it is kept; undefined where the key was pinned. */
  { ok: true; kept: Kept; confirm?: string; changed: boolean } | { ok: false; errors: Fault[] };

/** The text of a file, pasted or downloaded. Whatever is wrong with it, the layers in force stay as they are. */
export async function admitText(text: string, gate: Gate): Promise<Admission> {
  const read = readJson(text);
  return read.ok ? admit(read.value, gate) : read;
}

/** A parsed layer file, signed or (own layer only) not. Never throws. */
export async function admit(json: unknown, gate: Gate): Promise<Admission> {
  const opened = await open(json, gate);
  if (!opened.ok) return opened;
  const { layer, signature } = opened;
  const hash = await layerHash(layer);
  const old = gate.replace ? undefined : gate.current;
  const errors = checkIssue(layer, hash, old, gate);
  if (errors.length > 0) return { ok: false, errors };

  const made = compose(gate.bundled, { ...gate.layers, [gate.name]: layer }, gate.date);
  const left = made.skipped.find((skipped) => skipped.name === gate.name);
  if (left) return { ok: false, errors: [...left.faults] };

  const changed = old?.hash !== hash;
  if (!signature) return { ok: true, kept: { layer, hash }, changed };
  const print = await fingerprint(signature.key);
  const kept: Kept = { layer, hash, signedBy: { key: signature.key, fingerprint: print } };
  const trusted = gate.pinned === signature.key || old?.signedBy?.key === signature.key;
  return trusted ? { ok: true, kept, changed } : { ok: true, kept, changed, confirm: print };
}

type Opened = { ok: true; layer: Layer; signature?: Signature } | { ok: false; errors: Fault[] };

/** Shape and signature. The signature is checked before the layer's own shape: a stranger's bytes are read no further. */
async function open(json: unknown, gate: Gate): Promise<Opened> {
  const kind = typeof json === "object" && json !== null ? (json as { kind?: unknown }).kind : undefined;
  if (kind !== "signed-layer") {
    const shaped = checkShape(LayerSchema, json);
    if (!shaped.ok) return shaped;
    const signedBefore = gate.current?.signedBy !== undefined && !gate.replace;
    if (gate.name !== "own" || signedBefore || gate.pinned !== undefined) return no("", "unsigned");
    if (shaped.value.set.sites) return no("set.sites", "unsigned-sites");
    return { ok: true, layer: shaped.value };
  }
  const envelope = checkShape(SignedLayer, json);
  if (!envelope.ok) return envelope;
  const { signature, layer } = envelope.value;
  const pinned = gate.pinned ?? (gate.replace ? undefined : gate.current?.signedBy?.key);
  if (pinned !== undefined && signature.key !== pinned) return no("signature.key", "wrong-key");
  if (!(await verify(layer, signature))) return no("signature.value", "bad-signature");
  const shaped = checkShape(LayerSchema, layer);
  return shaped.ok ? { ok: true, layer: shaped.value, signature } : shaped;
}

/** Validity and version. */
function checkIssue({ meta }: Layer, hash: string, old: Kept | undefined, { date }: Gate): Fault[] {
  const errors: Fault[] = [];
  if (meta.validUntil !== undefined && date > meta.validUntil)
    errors.push(fault("meta.validUntil", "expired", [meta.validUntil]));
  if (meta.validFrom !== undefined && date < meta.validFrom)
    errors.push(fault("meta.validFrom", "not-yet", [meta.validFrom]));
  if (!old) return errors;
  const before = old.layer.meta;
  if (meta.id !== before.id) errors.push(fault("meta.id", "other-id", [meta.id, before.id]));
  else if (meta.version < before.version)
    errors.push(fault("meta.version", "old-version", [meta.version, before.version]));
  else if (meta.version === before.version && hash !== old.hash) {
    errors.push(fault("meta.version", "same-version", [meta.version]));
  }
  return errors;
}

const no = (path: string, code: FaultCode): Opened => ({ ok: false, errors: [fault(path, code)] });
