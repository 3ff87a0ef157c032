import {
  type Assessment,
  type Author,
  type Evidence,
  PAGE_KINDS,
  type Page,
  type Surface,
} from "../../src/domain/assessment.ts";
import { SITE_IDS } from "../../src/domain/sites.ts";
import { SURFACE_KINDS, type SurfaceKind } from "../../src/domain/vocabulary.ts";
import { isDay } from "../../src/engine/ruleset/schema/parts.ts";
import { siteOf } from "./roster-file.ts";
import { formatSentence } from "./sentences.ts";

/** Kinds of items in addition to those of surfaces. */
const MORE_KINDS: Readonly<Record<string, SurfaceKind>> = {
  caption: "post",
  video: "post",
  alt: "post",
  poll: "post",
  chat: "post",
  fanpage: "profile",
  page: "profile",
  draft: "composer",
};

/** Fields of a line: the ones that are read, and those that labelled texts carry for measurements. */
const FIELDS = "id kind platform author parent page text imageAlt date postedAt";
const LABELS =
  "label level rules form lang language ticket phase trick sure confidence source year weakLabel suspectPolitical note";

export interface Item {
  id: string | number;
  surface: Surface;
  /** Day of assessment of this line; by default the command's. */
  date?: string;
}

const AUTHOR_KEYS = "name handle category bio id url verified".split(" ");
const PARENT_KEYS = "author text imageAlt kind postedAt id platform".split(" ");

type Raw = Record<string, unknown>;

const isObject = (raw: unknown): raw is Raw => typeof raw === "object" && raw !== null && !Array.isArray(raw);
const isAbsent = (raw: unknown): boolean => raw === undefined || raw === null;

/** The fault of a line; thrown and caught in this file only. */
class ValidationError extends Error {}

function knownOnly(raw: Raw, keys: readonly string[], within: string): void {
  const unknown = Object.keys(raw).find((key) => !keys.includes(key));
  if (unknown !== undefined) throw new ValidationError(`field “${within}${unknown}” is unknown`);
}

function textOf(raw: unknown, field: string): string | undefined {
  if (isAbsent(raw) || raw === "") return undefined;
  if (typeof raw !== "string") throw new ValidationError(`“${field}” is not a text`);
  return raw;
}

function dayOf(raw: unknown, field: string): string | undefined {
  const day = textOf(raw, field);
  if (day !== undefined && !isDay(day)) throw new ValidationError(`“${field}” ${day} is no day (YYYY-MM-DD)`);
  return day;
}

function author(raw: unknown, field: string, more: readonly string[] = []): Author | undefined {
  if (isAbsent(raw)) return undefined;
  if (!isObject(raw)) throw new ValidationError(`“${field}” is not an object`);
  knownOnly(raw, [...AUTHOR_KEYS, ...more], `${field}.`);
  const out: Record<string, string> = {};
  for (const key of AUTHOR_KEYS) {
    if (key === "verified") continue;
    const value = textOf(raw[key], `${field}.${key}`);
    if (value !== undefined) out[key] = value;
  }
  return out;
}

function page(raw: unknown): Page | undefined {
  const read: Page | undefined = author(raw, "page", ["kind"]);
  if (read === undefined) return undefined;
  const named = textOf((raw as Raw).kind, "page.kind");
  if (named === undefined) return read;
  const kind = PAGE_KINDS.find((one) => one === named || (named === "fanpage" && one === "profile"));
  if (kind === undefined) throw new ValidationError(`“page.kind” ${JSON.stringify(named)} is unknown`);
  return { ...read, kind };
}

/** An image text may be one text or several; older lists have null. */
function alts(raw: unknown): string[] {
  if (isAbsent(raw) || raw === "") return [];
  const list = Array.isArray(raw) ? raw : [raw];
  if (!list.every((one) => typeof one === "string")) throw new ValidationError("“imageAlt” is not a text");
  return list as string[];
}

function kindOf(raw: unknown): SurfaceKind {
  const named = typeof raw === "string" ? raw : "post";
  const kind = SURFACE_KINDS.find((one) => one === named) ?? MORE_KINDS[named];
  if (kind === undefined) throw new ValidationError(`“kind” ${JSON.stringify(raw)} is unknown`);
  return kind;
}

function parent(raw: unknown, site: Surface["site"]): Surface | undefined {
  if (isAbsent(raw)) return undefined;
  if (!isObject(raw)) throw new ValidationError("“parent” is not an object");
  knownOnly(raw, PARENT_KEYS, "parent.");
  const images = alts(raw.imageAlt);
  const by = author(raw.author, "parent.author");
  const postedAt = dayOf(raw.postedAt, "parent.postedAt");
  return {
    site,
    kind: isAbsent(raw.kind) ? "post" : kindOf(raw.kind),
    text: textOf(raw.text, "parent.text") ?? "",
    ...(images.length > 0 ? { imageAlt: images } : {}),
    ...(by ? { author: by } : {}),
    ...(postedAt ? { postedAt } : {}),
  };
}

function itemOf(raw: unknown, number: number): Item {
  if (!isObject(raw)) throw new ValidationError("not an object");
  knownOnly(raw, `${FIELDS} ${LABELS}`.split(" "), "");
  if (typeof raw.text !== "string") throw new ValidationError("“text” is missing");
  // The text of an image item is its image text.
  const isImage = raw.kind === "alt" && raw.text !== "" && isAbsent(raw.imageAlt);
  const images = isImage ? [raw.text] : alts(raw.imageAlt);
  const kind = kindOf(raw.kind);
  const by = author(raw.author, "author");
  const on = page(raw.page);
  if (raw.text === "" && images.length === 0 && by === undefined && on === undefined)
    throw new ValidationError("“text” is empty and there is no “imageAlt”");
  const platform = typeof raw.platform === "string" ? raw.platform.toLowerCase() : "";
  const site =
    platform === "news" ? "news" : (siteOf(platform) ?? SITE_IDS.find((s) => s === platform) ?? "unknown");
  const under = parent(raw.parent, site);
  const postedAt = dayOf(raw.postedAt, "postedAt");
  const date = dayOf(raw.date, "date");
  return {
    id: typeof raw.id === "string" || typeof raw.id === "number" ? raw.id : number,
    ...(date ? { date } : {}),
    surface: {
      site,
      kind,
      text: isImage ? "" : raw.text,
      ...(images.length > 0 ? { imageAlt: images } : {}),
      ...(by ? { author: by } : {}),
      ...(on ? { page: on } : {}),
      ...(under ? { parent: under } : {}),
      ...(postedAt ? { postedAt } : {}),
    },
  };
}

/** Reads one line; a string describes its fault. */
export function readItem(line: string, number: number): Item | string {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return "not JSON";
  }
  try {
    return itemOf(raw, number);
  } catch (error) {
    if (error instanceof ValidationError) return error.message;
    throw error;
  }
}

export interface OutputLine {
  id: string | number;
  level: Assessment["level"];
  score: number;
  evidence: Record<string, unknown>[];
  rules: readonly string[];
  /** The situation as text; only with sentences. */
  situation?: string[];
}

/** An assessment as the command line prints it. */
export function toLine(id: string | number, result: Assessment, say?: (one: Evidence) => string): OutputLine {
  return {
    id,
    level: result.level,
    score: Math.round(result.score * 1e4) / 1e4,
    evidence: result.evidence.map((one) => ({
      kind: one.kind,
      text: one.text,
      start: one.start,
      end: one.end,
      weight: one.weight,
      ...(one.field === "text" || one.field === "draft" ? {} : { field: one.field }),
      ...(say ? { say: say(one) } : {}),
    })),
    rules: result.rules,
    ...(say && result.situation ? { situation: result.situation.map(formatSentence) } : {}),
  };
}
