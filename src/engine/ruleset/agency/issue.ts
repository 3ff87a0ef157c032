import { diff } from "../layers/diff.ts";
import { fingerprint, isKeyFile, verify } from "../layers/signature.ts";
import type { Layer, Ruleset } from "../schema/index.ts";
import { Layer as LayerSchema, SignedLayer } from "../schema/layer.ts";
import { type ValidationError, validationError } from "../validate/errors.ts";
import { checkShape, parseRuleset, readJson } from "../validate/parse.ts";
import { buildFromFile } from "./files.ts";
import type { AnyValidationError } from "./judge.ts";
import type { SourceRows } from "./places.ts";
import type { SheetError } from "./sheet-errors.ts";
import { isOldWorkbook, isZip } from "./zip.ts";

/** What an agency has at hand: sheets, a layer (signed or not), or a whole ruleset. */
export type Issue =
  | { ok: true; layer: Layer; places?: SourceRows; warnings: readonly SheetError[]; signedBy?: string }
  | { ok: true; ruleset: Ruleset }
  | { ok: false; errors: readonly AnyValidationError[]; warnings: readonly SheetError[] };

const refused = (errors: readonly AnyValidationError[]): Issue => ({ ok: false, errors, warnings: [] });

/** Reads a workbook, a ZIP of CSVs, or a JSON file. Never throws. */
export async function readIssue(name: string, bytes: Uint8Array, bundled: Ruleset): Promise<Issue> {
  if (isZip(bytes) || isOldWorkbook(bytes) || !/\.json$/i.test(name)) {
    const built = await buildFromFile(name, bytes, bundled);
    if (built) return built;
  }
  return readText(new TextDecoder().decode(bytes));
}

async function readText(text: string): Promise<Issue> {
  const read = readJson(text);
  if (!read.ok) return refused(read.errors);
  if (isKeyFile(read.value)) return refused([validationError("", "secret-key")]);
  const kind = (read.value as { kind?: unknown } | null)?.kind;
  if (kind === undefined) {
    const parsed = parseRuleset(read.value);
    return parsed.ok ? parsed : refused(parsed.errors);
  }
  let json = read.value;
  let signedBy: string | undefined;
  if (kind === "signed-layer") {
    const envelope = checkShape(SignedLayer, json);
    if (!envelope.ok) return refused(envelope.errors);
    const { layer, signature } = envelope.value;
    if (!(await verify(layer, signature)))
      return refused([validationError("signature.value", "bad-signature")]);
    signedBy = await fingerprint(signature.key);
    json = layer;
  }
  const shaped = checkShape(LayerSchema, json);
  if (!shaped.ok) return refused(shaped.errors);
  return { ok: true, layer: shaped.value, warnings: [], ...(signedBy ? { signedBy } : {}) };
}

const DESCRIPTION = "keterangan";

/** Warnings that only the last issue can give: what machines that have it will refuse. */
export function besideLastIssue(layer: Layer, last: Layer): SheetError[] {
  const notes: SheetError[] = [];
  const { id, version } = layer.meta;
  const old = last.meta;
  if (id !== old.id)
    notes.push({
      sheet: DESCRIPTION,
      code: "id-changed",
      values: [id],
      mend: { how: "write", text: old.id },
    });
  if (version <= old.version && diff(last, layer).length > 0)
    notes.push({
      sheet: DESCRIPTION,
      code: "version-not-higher",
      values: [String(version), String(old.version)],
      mend: { how: "write", text: String(old.version + 1) },
    });
  return notes;
}

/**
 * The content of an old issue as the next one, since machines refuse an older version. A first day that was left behind
 * is left out; a last one that is past is refused: what should be its new one only the agency knows.
 */
export function issueAgain(
  old: Layer,
  last: Layer,
  today: string,
): { ok: true; layer: Layer } | { ok: false; errors: readonly ValidationError[] } {
  if (old.meta.id !== last.meta.id)
    return { ok: false, errors: [validationError("meta.id", "other-id", [old.meta.id, last.meta.id])] };
  const { validFrom, ...meta } = old.meta;
  if (meta.validUntil !== undefined && meta.validUntil < today)
    return { ok: false, errors: [validationError("meta.validUntil", "expired", [meta.validUntil])] };
  const starts = validFrom !== undefined && validFrom > today ? { validFrom } : {};
  const version = Math.max(old.meta.version, last.meta.version) + 1;
  return { ok: true, layer: { ...old, meta: { ...meta, ...starts, version, issued: today } } };
}

/** A warning where users would read one name beside a key that was made for another. */
export function besideKey(layer: Layer, keyPublisher: string): SheetError[] {
  const { publisher } = layer.meta;
  if (keyPublisher.trim() === "" || keyPublisher.trim() === publisher.trim()) return [];
  return [{ sheet: DESCRIPTION, code: "other-publisher", values: [keyPublisher, publisher] }];
}
