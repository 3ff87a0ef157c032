import type { Assessment, Author, Evidence, Surface } from "../../src/detect/types.ts";
import { SITE_IDS, SURFACE_KINDS, type SurfaceKind } from "../../src/words.ts";
import { siteOf } from "./roster-file.ts";

/** Kinds that items may have beside those of surfaces. */
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

export interface Item {
  id: string | number;
  surface: Surface;
}

const AUTHOR_KEYS = ["name", "handle", "category", "bio", "id", "url"] as const;

function author(raw: unknown): Author | string | undefined {
  if (raw === undefined || raw === null) return undefined;
  if (typeof raw !== "object" || Array.isArray(raw)) return "“author” is not an object";
  const out: Author = {};
  for (const key of AUTHOR_KEYS) {
    const value = (raw as Record<string, unknown>)[key];
    if (value === undefined || value === null || value === "") continue;
    if (typeof value !== "string") return `“author.${key}” is not a text`;
    out[key] = value;
  }
  return out;
}

/** An image text may be one text or several; old lists have null. */
function alts(raw: unknown): string[] | string {
  if (raw === undefined || raw === null || raw === "") return [];
  const list = Array.isArray(raw) ? raw : [raw];
  return list.every((one) => typeof one === "string") ? (list as string[]) : "“imageAlt” is not a text";
}

/** Reads one line; a string says what is wrong with it. */
export function readItem(line: string, number: number): Item | string {
  let raw: Record<string, unknown>;
  try {
    raw = JSON.parse(line) as Record<string, unknown>;
  } catch {
    return "not JSON";
  }
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return "not an object";
  const images = alts(raw.imageAlt);
  if (typeof images === "string") return images;
  if (typeof raw.text !== "string") return "“text” is missing";
  if (raw.text === "" && images.length === 0) return "“text” is empty and there is no “imageAlt”";
  const by = author(raw.author);
  if (typeof by === "string") return by;
  const named = typeof raw.kind === "string" ? raw.kind : "post";
  const kind = SURFACE_KINDS.find((one) => one === named) ?? MORE_KINDS[named];
  if (kind === undefined) return `“kind” ${JSON.stringify(raw.kind)} is unknown`;
  const platform = typeof raw.platform === "string" ? raw.platform.toLowerCase() : "";
  const site =
    platform === "news" ? "news" : (siteOf(platform) ?? SITE_IDS.find((s) => s === platform) ?? "unknown");
  const id = typeof raw.id === "string" || typeof raw.id === "number" ? raw.id : number;
  return {
    id,
    surface: {
      site,
      kind,
      text: raw.text,
      ...(images.length > 0 ? { imageAlt: images } : {}),
      ...(by ? { author: by } : {}),
    },
  };
}

export interface OutLine {
  id: string | number;
  level: Assessment["level"];
  score: number;
  evidence: Record<string, unknown>[];
  rules: readonly string[];
}

/** An assessment as the command line prints it. */
export function toLine(id: string | number, result: Assessment, say?: (one: Evidence) => string): OutLine {
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
  };
}
