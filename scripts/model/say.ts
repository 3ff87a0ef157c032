import { readFileSync } from "node:fs";
import type { Evidence, Sentence } from "../../src/domain/assessment.ts";

/** The sentences of the interface. */
const sentences: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL("../../assets/locales/id/page.json", import.meta.url), "utf8"),
);

/** A sentence as the user reads it. Slots only: no plural or select stands in these sentences. */
export function saySentence({ key, values }: Sentence): string {
  const sentence = sentences[`evidence.${key}`] ?? key;
  return sentence.replace(/\{(\w+)(?:, number)?\}/g, (_, slot: string) => {
    const value = values[slot];
    return typeof value === "number" ? value.toLocaleString("id-ID") : String(value ?? "");
  });
}

/** A piece of evidence as the user reads it. */
export const sayEvidence = (one: Evidence): string => saySentence(one.say);
