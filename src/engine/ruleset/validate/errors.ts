import { type Sentences, say, type ValidationErrorCode } from "./sentences.ts";

export type { ValidationErrorCode } from "./sentences.ts";

/** Why a ruleset is refused. Its sentence is `fault.<code>` of the locale files; `message` is the Indonesian one. */
export interface ValidationError {
  /** Where: keys and positions joined by ".", "" for the whole. */
  path: string;
  code: ValidationErrorCode;
  /** The values of the sentence's slots; `formatError` fills them in another language. */
  values: readonly (string | number)[];
  /** In Bahasa Indonesia. */
  message: string;
  /** The nearest known key, or what would be right. */
  hint?: string;
}

/** A fault with its sentence filled in. */
export function validationError(
  path: readonly PropertyKey[] | string,
  code: ValidationErrorCode,
  values: readonly (string | number)[] = [],
  hint?: string,
): ValidationError {
  const at = typeof path === "string" ? path : path.map((key) => String(key) || '""').join(".");
  // A path or value from a hostile file may be long; what is shown of it is not.
  const short = values.map((value) => (typeof value === "string" ? value.slice(0, 300) : value));
  const made: ValidationError = {
    path: at.slice(0, 200),
    code,
    values: short,
    message: formatError({ code, values: short }),
  };
  if (hint !== undefined) made.hint = hint;
  return made;
}

/** The fault's sentence in the language of these sentences, or in Bahasa Indonesia. */
export const formatError = (
  { code, values }: Pick<ValidationError, "code" | "values">,
  sentences?: Sentences,
): string => say(`fault.${code}`, values, sentences);
