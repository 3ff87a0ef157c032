import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Level } from "../../src/domain/vocabulary.ts";
import { type Assess, createAssessor } from "../../src/engine/detection/assess.ts";
import {
  type CompiledRuleset,
  type CompileOptions,
  compileRuleset,
  loadCompiled,
} from "../../src/engine/ruleset/compile/index.ts";
import type { Ruleset } from "../../src/engine/ruleset/schema/index.ts";
import { type Item, readItem } from "./items.ts";
import { readJson } from "./load-engine.ts";
import { addRoster, type RosterPair } from "./roster-file.ts";

/** One text written for measuring, with its writer's labels (the folder's README has the fields). */
export interface Authored {
  id: string;
  /** Letter of its file; its roster has the same. */
  set: string;
  kind: string;
  platform: string;
  lang: string;
  phase: string;
  label: "campaign" | "political" | "ordinary";
  level: Level;
  form?: string;
  ticket?: string;
  trick?: string;
  item: Item;
  raw: Record<string, unknown>;
  /** Its contest, or its block of neighbouring items. */
  group: string;
  /** Withheld while rules were written: every third contest, every third block of other items. */
  held: boolean;
}

/** Day of assessment by phase, for contests whose stages run from `mulai` to `pemungutan`. */
export const DAYS = { mulai: "2030-09-01", pemungutan: "2030-11-27" } as const;
const DAY_OF: Readonly<Record<string, string>> = {
  outside: "2029-03-01",
  before: "2030-05-01",
  campaign: "2030-10-15",
  quiet: "2030-11-25",
  after: "2030-12-10",
};
export const dayOf = (phase: string): string => DAY_OF[phase] ?? DAY_OF.campaign!;

/**
 * Texts with a call, a number, an invitation, a gift …: they are asked about in any phase (CONTRIBUTING.md, levels).
 */
const EXPLICIT = new Set("vote number event recruit gift tag prog".split(" "));
const PAGES = new Set("fanpage group event".split(" "));
const WRITTEN = new Set("post caption fanpage group event alt".split(" "));
const NATIONAL = new Set("id slang en".split(" "));

/** The bucket a text is measured in. */
export function bucketOf(one: Authored): string {
  if (one.level !== "warn") return one.level;
  if (!EXPLICIT.has(one.form ?? "") && !PAGES.has(one.kind)) return "side";
  if (one.kind === "draft") return "explicit draft";
  return WRITTEN.has(one.kind) ? "explicit written" : "explicit talk";
}

export const isRegional = (one: Authored): boolean => !NATIONAL.has(one.lang);

/** CRC-32 modulo three, which every reader of the folder can compute again. */
function third(text: string): number {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let k = 0; k < 8; k++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ((crc ^ 0xffffffff) >>> 0) % 3;
}

const ITEM = /^items-(\w)\.jsonl$/;

export function readAuthored(folder: string): Authored[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const set = ITEM.exec(file)?.[1]?.toUpperCase();
      if (set === undefined) return [];
      const lines = readFileSync(join(folder, file), "utf8").split("\n");
      return lines.filter((line) => line !== "").map((line) => toAuthored(line, set));
    });
}

function toAuthored(line: string, set: string): Authored {
  const raw = JSON.parse(line) as Record<string, unknown> & Authored;
  const item = readItem(line, 0);
  if (typeof item === "string") throw new Error(`${raw.id}: ${item}`);
  const group = raw.ticket
    ? set.toLowerCase() + raw.ticket.split("/")[0]
    : `${set.toLowerCase()}block${Math.floor(Number(raw.id.replace(/\D/g, "")) / 30)}`;
  return { ...raw, set, item, raw, group, held: third(group) === 0 };
}

/** The bundled ruleset with the roster of each file of a folder, compiled, by the file's letter. */
export type CompiledRosters = ReadonlyMap<string, CompiledRuleset>;

/** Compiles the rosters of a folder, their contests with or without days. */
export function compileRosters(
  folder: string,
  bundled: Ruleset,
  options: CompileOptions,
  days = true,
): CompiledRosters {
  const made = new Map<string, CompiledRuleset>();
  for (const file of readdirSync(folder).sort()) {
    const set = /^roster-(\w)\.json$/.exec(file)?.[1]?.toUpperCase();
    if (set === undefined) continue;
    const roster = readJson(join(folder, file)) as { paslon: RosterPair[] };
    const paslon = roster.paslon.map((pair) => (days ? { ...pair, ...DAYS } : pair));
    made.set(set, compileRuleset(addRoster(bundled, { paslon }), options));
  }
  return made;
}

export const assessorsOf = (rosters: CompiledRosters): Map<string, Assess> =>
  new Map([...rosters].map(([set, compiled]) => [set, createAssessor(loadCompiled(compiled))]));
