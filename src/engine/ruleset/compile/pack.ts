import type { CalendarContest } from "../law/stages.ts";
import type { Account } from "../schema/index.ts";
import {
  type CompiledRuleset,
  type ContestRow,
  PACKED_PARTS,
  type PackedPart,
  type PackedRuleset,
} from "./format.ts";

const packedLength = (packed: Record<PackedPart, string>): number =>
  PACKED_PARTS.reduce((sum, part) => sum + packed[part].length, 0);

/**
 * Packs a compiled ruleset for `storage.local`, with its lists as texts. A page that reads it would otherwise wait for
 * its browser to create every value (16,000 of them, two thirds of our start-up cost); texts are parsed on demand.
 */
export function packCompiled(compiled: CompiledRuleset): PackedRuleset {
  const { law, contests, parties, accounts, terms, ...rest } = compiled;
  const lists: Pick<CompiledRuleset, PackedPart> = { law, contests, parties, accounts, terms };
  const packed = Object.fromEntries(
    PACKED_PARTS.map((part) => [part, JSON.stringify(lists[part])]),
  ) as Record<PackedPart, string>;
  packed.accounts = accounts.map((account) => JSON.stringify(account)).join("\n");
  return { ...rest, packed, length: packedLength(packed) };
}

/** Access to the parts of a valid stored form, packed or not; each is parsed once, on demand. */
export function partsOf(
  data: CompiledRuleset | PackedRuleset,
): <P extends PackedPart>(part: P) => CompiledRuleset[P] {
  if (!("packed" in data)) return (part) => data[part];
  const parsed: Partial<Record<PackedPart, unknown>> = {};
  return <P extends PackedPart>(part: P) => {
    parsed[part] ??= JSON.parse(part === "accounts" ? jsonList(data.packed.accounts) : data.packed[part]);
    return parsed[part] as CompiledRuleset[P];
  };
}

const jsonList = (lines: string): string => `[${lines.replaceAll("\n", ",")}]`;

/**
 * The accounts of one site, in order. Of a packed form only these are parsed (X has the most, a page needs its own).
 */
export function accountsOfSite(data: CompiledRuleset | PackedRuleset, site: string): readonly Account[] {
  if (!("packed" in data)) return data.accounts.filter((account) => account.site === site);
  const siteField = `"site":${JSON.stringify(site)}`;
  const lines = data.packed.accounts.split("\n").filter((line) => line.includes(siteField));
  /* The same text may occur in another field. */
  return (JSON.parse(`[${lines.join()}]`) as Account[]).filter((account) => account.site === site);
}

/** The law of a stored form, unchecked; undefined if it cannot be read. */
export function lawOf(stored: unknown): unknown {
  if (!isRecord(stored)) return undefined;
  if (!isRecord(stored.packed)) return stored.law;
  try {
    return JSON.parse(String(stored.packed.law));
  } catch {
    return undefined;
  }
}

/** The contests of a stored form, for its calendar; none if they cannot be read. */
export function contestsOf(stored: unknown): CalendarContest[] {
  if (!isRecord(stored)) return [];
  const rows = isRecord(stored.packed) ? JSON.parse(String(stored.packed.contests)) : stored.contests;
  return (rows as readonly ContestRow[]).map(([id, , , region, name, en]) => ({
    id,
    region,
    name: { id: name, en },
  }));
}

/** Describes what is wrong with the parts; null if they are complete. */
export function describeMissingPart(json: Record<string, unknown>): string | null {
  const { packed } = json;
  if (packed === undefined) {
    const missing = PACKED_PARTS.find(
      (part) => !(part === "law" ? isRecord(json[part]) : Array.isArray(json[part])),
    );
    return missing === undefined ? null : `"${missing}" is missing`;
  }
  if (!isRecord(packed)) return '"packed" is not an object';
  const missing = PACKED_PARTS.find((part) => typeof packed[part] !== "string");
  if (missing !== undefined) return `"${missing}" is not a text`;
  return packedLength(packed as Record<PackedPart, string>) === json.length
    ? null
    : "texts of another length";
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
