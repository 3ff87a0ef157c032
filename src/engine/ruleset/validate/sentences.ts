import id from "../../../../assets/locales/id/ruleset.json" with { type: "json" };

/**
 * What is said of a ruleset to whoever made it: why it is refused, what is risky, what changed. The engine carries the
 * Indonesian sentences; whoever shows another language brings that file of assets/locales along.
 */
export type SentenceKey = keyof typeof id;
export type Sentences = Readonly<Partial<Record<SentenceKey, string>>>;
export type SentencesByLanguage = Readonly<Record<string, Sentences>>;
type After<Prefix extends string> = SentenceKey extends infer Key
  ? Key extends `${Prefix}.${infer Rest}`
    ? Rest
    : never
  : never;
export type FaultCode = After<"fault">;

/** A sentence with its slots `{0}`, `{1}` filled; Indonesian where the language lacks it. */
export const say = (
  key: SentenceKey,
  values: readonly (string | number)[] = [],
  sentences: Sentences = id,
): string =>
  (sentences[key] ?? id[key])
    .replace(/\{(\d)\}/g, (_, slot) => String(values[Number(slot)] ?? ""))
    .slice(0, 400);
