import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { SITE_IDS, type SiteId } from "../../src/domain/sites.ts";
import type { Engine } from "../../src/engine/ruleset/compile/index.ts";
import { normalise } from "../../src/engine/text/normalise.ts";

/** A day in the middle of the contest that most of the real texts are about, so that its names count. */
export const TRAINED_ON = "2024-01-20";

/** One real text with its label; the files are described in their own README and stay outside the project. */
export interface Row {
  id: string;
  source: string;
  platform: string;
  year: number;
  text: string;
  /** campaign, political, ordinary; null for an unread text. */
  label: "campaign" | "political" | "ordinary" | null;
  /** Weight in training: 1 for a read and certain text, less for weak labels. */
  weight: number;
  /** Certain (3), fairly certain (2), undecided (1); 0 for weak labels. */
  confidence: number;
  form?: string | undefined;
  /** Contest or block of a written text: always in one fold. */
  group?: string;
  /** Engine with the roster of a written text, and a day of its phase. */
  engine?: Engine;
  date?: string;
}

function lines(file: string): Record<string, unknown>[] {
  const bytes = readFileSync(file);
  const text = file.endsWith(".gz") ? gunzipSync(bytes).toString("utf8") : bytes.toString("utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

function base(raw: Record<string, unknown>): Omit<Row, "label" | "weight" | "confidence"> {
  return {
    id: String(raw.id),
    source: String(raw.source ?? ""),
    platform: String(raw.platform ?? ""),
    year: Number(raw.year ?? 0),
    text: String(raw.text ?? ""),
    form: raw.form === undefined ? undefined : String(raw.form),
  };
}

export function hasTexts(folder: string): boolean {
  return existsSync(join(folder, "labelled.jsonl"));
}

/** Texts labelled by reading each one: the first 5,969, or those of a later file. */
export function labelled(folder: string, file = "labelled.jsonl"): Row[] {
  return lines(join(folder, file)).map((raw) => {
    const confidence = Number(raw.confidence);
    const weight = confidence === 3 ? 1 : confidence === 2 ? 0.8 : 0.3;
    return { ...base(raw), label: raw.label as Row["label"], confidence, weight };
  });
}

/** 160 texts reserved for choosing thresholds; confidence .55, .75, .95 becomes 1, 2, 3. */
export function forTuning(folder: string): Row[] {
  return lines(join(folder, "dev160.jsonl")).map((raw) => {
    const sure = Number(raw.confidence);
    return {
      ...base(raw),
      label: raw.label as Row["label"],
      confidence: sure > 0.9 ? 3 : sure > 0.7 ? 2 : 1,
      weight: 1,
    };
  });
}

const WEAK: Readonly<Record<string, Row["label"]>> = {
  campaign: "campaign",
  political_neutral: "political",
  ordinary: "ordinary",
};

/**
 * Texts labelled only by their source. A tenth of a weight: at half a weight they drowned the read texts (AUC within a
 * source .798, at a tenth .827). Those labelled "campaign" are right in 77 % and have weight 0 (.838): the teachers
 * label them (docs/model-card.md).
 */
export function pool(folder: string): Row[] {
  return lines(join(folder, "pool.jsonl.gz"))
    .filter((raw) => raw.suspectPolitical !== true)
    .map((raw) => {
      const label = WEAK[String(raw.weakLabel)] ?? null;
      return { ...base(raw), label, confidence: 0, weight: label === "campaign" ? 0 : 0.1 };
    });
}

export function unlabelled(folder: string): Row[] {
  return lines(join(folder, "unlabelled.jsonl.gz")).map((raw) => ({
    ...base(raw),
    label: null,
    confidence: 0,
    weight: 0,
  }));
}

/** The content that copies of a text share: words without mentions, addresses, numbers. */
export function fingerprint(text: string): string {
  const plain = text.replace(/https?:\/\/\S+|@\w+/g, " ");
  return normalise(plain)
    .text.replace(/[0-9]+/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 120);
}

/** Unread texts with the day they were written. */
export function dated(folder: string): { date: string; site: SiteId; text: string }[] {
  return lines(join(folder, "pool2.jsonl.gz")).map((raw) => ({
    date: String(raw.date),
    site: SITE_IDS.find((site) => site === raw.platform) ?? "x",
    text: String(raw.text ?? ""),
  }));
}
