import id from "../../../../assets/locales/id/ruleset.json" with { type: "json" };

/**
 * Sentences about a ruleset for its author: why it is refused, what is risky, what changed. The engine carries the
 * Indonesian sentences; code that shows another language passes in those of its file in assets/locales.
 */
export type SentenceKey = keyof typeof id;
export type Sentences = Readonly<Partial<Record<SentenceKey, string>>>;
export type SentencesByLanguage = Readonly<Record<string, Sentences>>;
type After<Prefix extends string> = SentenceKey extends infer Key
  ? Key extends `${Prefix}.${infer Rest}`
    ? Rest
    : never
  : never;
export type ValidationErrorCode = After<"fault">;

/** A sentence with its slots `{0}`, `{1}` filled, in Indonesian if the language lacks it. */
export const say = (
  key: SentenceKey,
  values: readonly (string | number)[] = [],
  sentences: Sentences = id,
): string =>
  (sentences[key] ?? id[key])
    .replace(/\{(\d)\}/g, (_, slot) => String(values[Number(slot)] ?? ""))
    .slice(0, 400);
