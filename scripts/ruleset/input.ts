import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { SheetFault, SheetPlace } from "../../src/engine/ruleset/agency/faults.ts";
import { buildFromFile, buildFromFolder } from "../../src/engine/ruleset/agency/files.ts";
import { checkAgainst } from "../../src/engine/ruleset/agency/fit.ts";
import { placeInSheet, type SourceRows } from "../../src/engine/ruleset/agency/places.ts";
import { isZip } from "../../src/engine/ruleset/agency/zip.ts";
import { compose } from "../../src/engine/ruleset/layers/compose.ts";
import { fingerprint, verify } from "../../src/engine/ruleset/layers/signature.ts";
import type { Layer, Ruleset } from "../../src/engine/ruleset/schema/index.ts";
import { Layer as LayerSchema, SignedLayer } from "../../src/engine/ruleset/schema/layer.ts";
import { aliasRisks, type Risk } from "../../src/engine/ruleset/validate/alias-risks.ts";
import { fault } from "../../src/engine/ruleset/validate/errors.ts";
import { checkShape, parseRuleset, readJson } from "../../src/engine/ruleset/validate/parse.ts";
import { bundledRuleset } from "./bundle.ts";
import { type AnyFault, Refused, readBytes, t } from "./console.ts";

/** The input at a path: sheets, a layer (signed or not), or a whole ruleset. */
export type Input =
  | { ok: true; layer: Layer; places?: SourceRows; warnings: readonly SheetFault[]; signedBy?: string }
  | { ok: true; ruleset: Ruleset }
  | { ok: false; errors: readonly AnyFault[]; warnings: readonly SheetFault[] };

/** Reads a folder of CSVs, a workbook, a ZIP of CSVs, or a JSON file. @throws Refused where it is missing. */
export async function readInput(path: string): Promise<Input> {
  if (!existsSync(path)) throw new Refused(t({ id: `${path}: tidak ada`, en: `${path}: not found` }));
  if (statSync(path).isDirectory()) return buildFromFolder(readFolder(path), bundledRuleset());
  const bytes = readBytes(path);
  if (isZip(bytes) || !/\.json$/i.test(path)) {
    const built = await buildFromFile(path, bytes, bundledRuleset());
    if (built) return built;
  }
  return fromJson(new TextDecoder().decode(bytes));
}

/** The sheets of a folder, without what spreadsheets and systems leave beside them. */
function readFolder(folder: string): Record<string, Uint8Array> {
  const names = readdirSync(folder).filter((name) => /\.(?:csv|tsv)$/i.test(name) && !/^[.~]/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));
}

async function fromJson(text: string): Promise<Input> {
  const refused = (errors: readonly AnyFault[]): Input => ({ ok: false, errors, warnings: [] });
  const read = readJson(text);
  if (!read.ok) return refused(read.errors);
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
    if (!(await verify(layer, signature))) return refused([fault("signature.value", "bad-signature")]);
    signedBy = await fingerprint(signature.key);
    json = layer;
  }
  const shaped = checkShape(LayerSchema, json);
  if (!shaped.ok) return refused(shaped.errors);
  return { ok: true, layer: shaped.value, warnings: [], ...(signedBy ? { signedBy } : {}) };
}

export interface Judged {
  faults: readonly AnyFault[];
  /** Aliases that may warn about the wrong thing; the place is a row where the layer came from sheets. */
  risks: readonly { risk: Risk; place?: SheetPlace }[];
}

/** Checks a layer beside the bundle for dangling references and risky aliases. */
export function judge(layer: Layer, places: SourceRows | undefined, bundled: Ruleset, date: string): Judged {
  const faults = checkAgainst(layer, bundled, date);
  if (faults.length > 0) {
    const inSheets = (path: string): SheetFault => ({
      ...placeInSheet(path, places!),
      code: "other",
      values: [],
    });
    return { faults: places ? faults.map(({ path }) => inSheets(path)) : faults, risks: [] };
  }
  const { validFrom: _from, validUntil: _until, ...meta } = layer.meta;
  const made = compose(bundled, { agency: { ...layer, meta } }, date);
  const risks = aliasRisks(layer, made.ruleset).map((risk) =>
    places ? { risk, place: placeInSheet(risk.path, places) } : { risk },
  );
  return { faults, risks };
}
