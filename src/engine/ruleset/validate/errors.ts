import { type FaultCode, type Sentences, say } from "./sentences.ts";

export type { FaultCode } from "./sentences.ts";

/** Why a ruleset is refused. Its sentence is `fault.<code>` of the locale files; `message` is the Indonesian one. */
export interface Fault {
  /** Where: keys and positions joined by ".", "" for the whole. */
  path: string;
  code: FaultCode;
  /** The values of the sentence's slots; `formatError` fills them in another language. */
  values: readonly (string | number)[];
  /** In Bahasa Indonesia. */
  message: string;
  /** The nearest known key, or what would be right. */
  hint?: string;
}

/** A fault with its sentence filled in. */
export function fault(
  path: readonly PropertyKey[] | string,
  code: FaultCode,
  values: readonly (string | number)[] = [],
  hint?: string,
): Fault {
  const at = typeof path === "string" ? path : path.map((key) => String(key) || '""').join(".");
  // A path or value from a hostile file may be long; what is shown of it is not.
  const short = values.map((value) => (typeof value === "string" ? value.slice(0, 300) : value));
  const made: Fault = {
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
  { code, values }: Pick<Fault, "code" | "values">,
  sentences?: Sentences,
): string => say(`fault.${code}`, values, sentences);
