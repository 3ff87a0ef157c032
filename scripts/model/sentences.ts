import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Evidence, Sentence } from "../../src/domain/assessment.ts";

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The sentences of the interface, by key. */
const sentences = JSON.parse(readFileSync(file("src/engine/detection/evidence-keys.json"), "utf8")) as Record<
  string,
  { id: string }
>;

/** A sentence as shown to the user. Slots only: these sentences contain no plural or select. */
export function formatSentence({ key, values }: Sentence): string {
  const sentence = sentences[key]?.id ?? key;
  return sentence.replace(/\{(\w+)(?:, number)?\}/g, (_, slot: string) => {
    const value = values[slot];
    return typeof value === "number" ? value.toLocaleString("id-ID") : String(value ?? "");
  });
}

/** A piece of evidence as shown to the user. */
export const formatEvidence = (one: Evidence): string => formatSentence(one.say);
