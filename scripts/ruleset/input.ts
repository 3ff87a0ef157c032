import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildLayer, locateInSheet } from "../../src/engine/ruleset/agency/build.ts";
import { checkAgainst } from "../../src/engine/ruleset/agency/fit.ts";
import type { SourceRows } from "../../src/engine/ruleset/agency/sheets.ts";
import { decode, isZip, unpackTables } from "../../src/engine/ruleset/agency/zip.ts";
import { compose } from "../../src/engine/ruleset/layers/compose.ts";
import { fingerprint, verify } from "../../src/engine/ruleset/layers/signature.ts";
import type { Layer, Ruleset } from "../../src/engine/ruleset/schema/index.ts";
import { Layer as LayerSchema, SignedLayer } from "../../src/engine/ruleset/schema/layer.ts";
import { aliasRisks, type Risk } from "../../src/engine/ruleset/validate/alias-risks.ts";
import { type Fault, fault } from "../../src/engine/ruleset/validate/errors.ts";
import { checkShape, parseRuleset, readJson } from "../../src/engine/ruleset/validate/parse.ts";
import { Refused, readBytes, t } from "./console.ts";

/** The input at a path: spreadsheets, a layer (signed or not), or a whole ruleset. */
export type Input =
  | { ok: true; layer: Layer; places: SourceRows; signedBy?: string }
  | { ok: true; ruleset: Ruleset }
  | { ok: false; errors: readonly Fault[] };

/** Reads a folder of CSVs, a ZIP of them, or a JSON file. @throws Refused where it is missing. */
export async function readInput(path: string): Promise<Input> {
  if (!existsSync(path)) throw new Refused(t({ id: `${path}: tidak ada`, en: `${path}: not found` }));
  if (statSync(path).isDirectory()) return fromFolder(path);
  const bytes = readBytes(path);
  if (isZip(bytes)) {
    const unpacked = unpackTables(bytes);
    return unpacked.ok ? buildLayer(unpacked.files) : unpacked;
  }
  const text = decode(bytes);
  return text === undefined ? { ok: false, errors: [fault(path, "not-utf8")] } : fromJson(text);
}

function fromFolder(folder: string): Input {
  const files: Record<string, string> = {};
  for (const name of readdirSync(folder).filter((one) => /\.csv$/i.test(one) && !/^[.~]/.test(one))) {
    const text = decode(readFileSync(join(folder, name)));
    if (text === undefined) return { ok: false, errors: [fault(name, "not-utf8")] };
    files[name.toLowerCase()] = text;
  }
  return buildLayer(files);
}

async function fromJson(text: string): Promise<Input> {
  const read = readJson(text);
  if (!read.ok) return read;
  const kind = (read.value as { kind?: unknown } | null)?.kind;
  if (kind === undefined) return parseRuleset(read.value);
  let json = read.value;
  let signedBy: string | undefined;
  if (kind === "signed-layer") {
    const envelope = checkShape(SignedLayer, json);
    if (!envelope.ok) return envelope;
    const { layer, signature } = envelope.value;
    if (!(await verify(layer, signature)))
      return { ok: false, errors: [fault("signature.value", "bad-signature")] };
    signedBy = await fingerprint(signature.key);
    json = layer;
  }
  const shaped = checkShape(LayerSchema, json);
  if (!shaped.ok) return shaped;
  return { ok: true, layer: shaped.value, places: new Map(), ...(signedBy ? { signedBy } : {}) };
}

export interface Judged {
  faults: readonly Fault[];
  warnings: readonly Risk[];
}

/**
 * Checks a layer beside the bundle for dangling references and risky aliases. Paths are rows where it came from a CSV.
 */
export function judge(layer: Layer, places: SourceRows, bundled: Ruleset, date: string): Judged {
  const faults = checkAgainst(layer, bundled, date).map((error) => locateInSheet(error, places));
  if (faults.length > 0) return { faults, warnings: [] };
  const { validFrom: _from, validUntil: _until, ...meta } = layer.meta;
  const made = compose(bundled, { agency: { ...layer, meta } }, date);
  const warnings = aliasRisks(layer, made.ruleset).map((risk) => ({
    ...risk,
    path: locateInSheet({ ...fault(risk.path, "other") }, places).path,
  }));
  return { faults, warnings };
}
