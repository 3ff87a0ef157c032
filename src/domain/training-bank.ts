import type { LocalizedText } from "./localized-text.ts";
import type { TrainingCase } from "./training-schema.ts";

/** How the law is named beside a case, by ids of the ruleset. */
export interface TrainingLaw {
  /** `number` is absent for an extra rule. In the order of the ruleset. */
  rules: Readonly<Record<string, { number?: number | undefined; title: LocalizedText }>>;
  /** `text` says in short what the article is about. */
  bases: Readonly<Record<string, { instrument: LocalizedText; article: string; text: LocalizedText }>>;
  phases: Readonly<Record<string, LocalizedText>>;
}

/** The cases that ship, with what names the law beside them: one file of the package, read by the page alone. */
export interface TrainingBank {
  /** ISO day of the ruleset that the names are of. */
  issued: string;
  law: TrainingLaw;
  cases: readonly TrainingCase[];
}

/** Path of that file in the package. */
export const TRAINING_FILE = "/training/cases.json";

/** A case as it is shown: one of an agency names who wrote it. */
export type ShownCase = TrainingCase & { readonly publisher?: string | undefined };
