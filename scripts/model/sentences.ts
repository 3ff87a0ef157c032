import { readFileSync } from "node:fs";
import type { Evidence, Sentence } from "../../src/domain/assessment.ts";

/** The sentences of the interface. */
const sentences: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL("../../assets/locales/id/overlay.json", import.meta.url), "utf8"),
);

/** A sentence as shown to the user. Slots only: these sentences contain no plural or select. */
export function formatSentence({ key, values }: Sentence): string {
  const sentence = sentences[`evidence.${key}`] ?? key;
  return sentence.replace(/\{(\w+)(?:, number)?\}/g, (_, slot: string) => {
    const value = values[slot];
    return typeof value === "number" ? value.toLocaleString("id-ID") : String(value ?? "");
  });
}

/** A piece of evidence as shown to the user. */
export const formatEvidence = (one: Evidence): string => formatSentence(one.say);
