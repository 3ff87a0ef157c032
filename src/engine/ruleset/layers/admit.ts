import type { Layer, LayerName, Ruleset } from "../schema/index.ts";
import { Layer as LayerSchema, type Signature, SignedLayer } from "../schema/layer.ts";
import { type ValidationError, type ValidationErrorCode, validationError } from "../validate/errors.ts";
import { checkShape, readJson } from "../validate/parse.ts";
import { checkTraining } from "../validate/training.ts";
import { compose, type UpperLayers } from "./compose.ts";
import { fingerprint, isKeyFile, layerHash, verify, verifyHandover } from "./signature.ts";

/** A layer that passed admission, as it is stored. */
export interface AdmittedLayer {
  layer: Layer;
  hash: string;
  /**
   * Undefined for an unsigned own file, which the interface marks. `previous`: the key that handed over to this one, so
   * that a policy which still names it does not count as one that names another publisher.
   */
  signedBy?: { key: string; fingerprint: string; previous?: string | undefined } | undefined;
  /** The publisher's issue that stays in force until the first day of `layer`. */
  before?: Layer | undefined;
}

/** The layer that counts on this day: the one that was in place before, until the first day of the new one. */
export const layerOn = ({ layer, before }: AdmittedLayer, date: string): Layer =>
  before && (layer.meta.validFrom ?? "") > date ? before : layer;

/** The layers that count on this day, by place. */
export const layersOn = (
  all: Partial<Record<AdmissionContext["name"], AdmittedLayer>>,
  date: string,
): UpperLayers => Object.fromEntries(Object.entries(all).map(([name, one]) => [name, layerOn(one, date)]));

/** Everything that admission depends on. */
export interface AdmissionContext {
  name: Exclude<LayerName, "bundled">;
  /** ISO day. */
  date: string;
  bundled: Ruleset;
  /** The layers in force, including the one to replace. */
  layers: UpperLayers;
  /** The layer stored in this place now; the new version must be higher. */
  current?: AdmittedLayer | undefined;
  /** The publisher's key, pinned at the first confirmation or set by policy. */
  pinned?: string | undefined;
  /** The user chose to replace the publisher: id, version and pinned key start anew. */
  replace?: boolean | undefined;
}

export type Admission =
  /**
   * `confirm` holds the fingerprint that the user must confirm before it is stored; undefined if the key was pinned.
   */
  | { ok: true; admitted: AdmittedLayer; confirm?: string; changed: boolean }
  | { ok: false; errors: ValidationError[] };

/** Admits the text of a file, pasted or downloaded. On any error the layers in force stay unchanged. */
export async function admitLayerText(text: string, gate: AdmissionContext): Promise<Admission> {
  const read = readJson(text);
  return read.ok ? admitLayer(read.value, gate) : read;
}

/** Admits a parsed layer file, signed or (own layer only) unsigned. Never throws. */
export async function admitLayer(json: unknown, gate: AdmissionContext): Promise<Admission> {
  const opened = await openEnvelope(json, gate);
  if (!opened.ok) return opened;
  const { layer, signature, handedOverBy } = opened;
  const hash = await layerHash(layer);
  const previous = gate.replace ? undefined : gate.current;
  const errors = checkVersion(layer, hash, previous, gate);
  if (errors.length > 0) return { ok: false, errors };

  /* Handed out in advance, it is checked as it will be on its first day. */
  const start = layer.meta.validFrom ?? gate.date;
  const isEarly = start > gate.date;
  const date = isEarly ? start : gate.date;
  const effective = compose(gate.bundled, { ...gate.layers, [gate.name]: layer }, date);
  const skipped = effective.skipped.find((skipped) => skipped.name === gate.name);
  if (skipped) return { ok: false, errors: [...skipped.faults] };
  const wrongCases = checkTraining(effective.ruleset, layer.training ?? [], date);
  if (wrongCases.length > 0) return { ok: false, errors: wrongCases };

  const changed = previous?.hash !== hash || previous.signedBy?.key !== signature?.key;
  const before = isEarly && previous ? { before: layerOn(previous, gate.date) } : {};
  if (!signature) return { ok: true, admitted: { layer, hash, ...before }, changed };
  const keyFingerprint = await fingerprint(signature.key);
  const admitted: AdmittedLayer = {
    layer,
    hash,
    signedBy: {
      key: signature.key,
      fingerprint: keyFingerprint,
      ...(handedOverBy !== undefined && { previous: handedOverBy }),
    },
    ...before,
  };
  const trusted =
    gate.pinned === signature.key || previous?.signedBy?.key === signature.key || handedOverBy !== undefined;
  return trusted ? { ok: true, admitted, changed } : { ok: true, admitted, changed, confirm: keyFingerprint };
}

type OpenedEnvelope =
  /** `handedOverBy`: the trusted key, where it handed over to that of `signature`. */
  | { ok: true; layer: Layer; signature?: Signature; handedOverBy?: string | undefined }
  | { ok: false; errors: ValidationError[] };

/**
 * Checks shape and signature. The signature comes before the layer's own shape, so that nothing more of unverified
 * input is read.
 */
async function openEnvelope(json: unknown, gate: AdmissionContext): Promise<OpenedEnvelope> {
  if (isKeyFile(json)) return refuse("", "secret-key");
  const kind = typeof json === "object" && json !== null ? (json as { kind?: unknown }).kind : undefined;
  if (kind !== "signed-layer") {
    const shaped = checkShape(LayerSchema, json);
    if (!shaped.ok) return shaped;
    const signedBefore = gate.current?.signedBy !== undefined && !gate.replace;
    if (gate.name !== "own" || signedBefore || gate.pinned !== undefined) return refuse("", "unsigned");
    if (shaped.value.set.sites) return refuse("set.sites", "unsigned-sites");
    if (shaped.value.training) return refuse("training", "unsigned-training");
    return { ok: true, layer: shaped.value };
  }
  const envelope = checkShape(SignedLayer, json);
  if (!envelope.ok) return envelope;
  const { signature, handover, layer } = envelope.value;
  const pinned = gate.pinned ?? (gate.replace ? undefined : gate.current?.signedBy?.key);
  const isHandedOver = pinned !== undefined && pinned !== signature.key && handover?.key === pinned;
  if (pinned !== undefined && signature.key !== pinned && !isHandedOver)
    return refuse("signature.key", "wrong-key", [await fingerprint(signature.key)]);
  if (!(await verify(layer, signature))) return refuse("signature.value", "bad-signature");
  if (handover && !(await verifyHandover(layer, signature.key, handover)))
    return refuse("handover.value", "bad-signature");
  const shaped = checkShape(LayerSchema, layer);
  const handedOverBy = isHandedOver ? pinned : undefined;
  return shaped.ok ? { ok: true, layer: shaped.value, signature, handedOverBy } : shaped;
}

/** Checks validity and version. */
function checkVersion(
  { meta }: Layer,
  hash: string,
  old: AdmittedLayer | undefined,
  { date }: AdmissionContext,
): ValidationError[] {
  const errors: ValidationError[] = [];
  if (meta.validUntil !== undefined && date > meta.validUntil)
    errors.push(validationError("meta.validUntil", "expired", [meta.validUntil]));
  if (!old) return errors;
  const before = old.layer.meta;
  if (meta.id !== before.id) errors.push(validationError("meta.id", "other-id", [meta.id, before.id]));
  else if (meta.version < before.version)
    errors.push(validationError("meta.version", "old-version", [meta.version, before.version]));
  else if (meta.version === before.version && hash !== old.hash) {
    errors.push(validationError("meta.version", "same-version", [meta.version]));
  }
  return errors;
}

const refuse = (path: string, code: ValidationErrorCode, values: readonly string[] = []): OpenedEnvelope => ({
  ok: false,
  errors: [validationError(path, code, values)],
});
