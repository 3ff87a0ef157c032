/**
 * Small stored objects, read field by field. No schema library here: this runs in every page, where its 20 KB would be
 * a fifth of the content script.
 */

/** For every field: its default, what it must be in words, and whether a value is that. */
export type Fields<T> = { readonly [K in keyof T]: { or: T[K]; must: string; is(value: unknown): boolean } };

/** What was stored, or defaults with a word about what is wrong. The stored value itself is left as it is. */
export interface Read<T> {
  value: T;
  /** Field and what was expected, e.g. "sensitivity: hemat, seimbang, ketat"; undefined where all is well. */
  problem?: string;
}

export const defaults = <T extends object>(fields: Fields<T>): T =>
  Object.fromEntries(Object.entries(fields).map(([k, f]) => [k, (f as Fields<T>[keyof T]).or])) as T;

/** Reads a stored value. Bad fields become their defaults and are named, unknown ones are named; good ones stay. */
export function readStored<T extends object>(fields: Fields<T>, stored: unknown): Read<T> {
  const value = defaults(fields);
  if (stored === null || stored === undefined) return { value };
  if (typeof stored !== "object" || Array.isArray(stored)) return { value, problem: "(value): object" };
  const wrong: string[] = [];
  for (const [key, given] of Object.entries(stored)) {
    const field = Object.hasOwn(fields, key) ? fields[key as keyof T] : undefined;
    if (!field) wrong.push(`${key.slice(0, 40)}: unknown`);
    else if (field.is(given)) value[key as keyof T] = given as T[keyof T];
    else wrong.push(`${key}: ${field.must}`);
  }
  return wrong.length ? { value, problem: wrong.slice(0, 5).join("; ") } : { value };
}

/** Is it a list of at most so many, each of them right? */
export const isList = (v: unknown, most: number, is: (one: unknown) => boolean): boolean =>
  Array.isArray(v) && v.length <= most && v.every((one) => is(one));

const oneOf = <V extends string | null>(or: V, all: readonly V[]) => ({
  or,
  must: all.join(", "),
  is: (v: unknown) => (all as readonly unknown[]).includes(v),
});
const listOf = <V extends string>(all: readonly V[], max: number) => ({
  or: [] as V[],
  must: `list of ${all.join(", ")}`,
  is: (v: unknown) => isList(v, max, (one) => (all as readonly unknown[]).includes(one)),
});
export const field = { oneOf, listOf };
