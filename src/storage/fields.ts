/**
 * Small stored objects, read field by field. No schema library here: this runs in every page, where its 20 KB would be
 * a fifth of the content script.
 */

/** For each field its default, the expected values in words, and a check of a value. */
export type Fields<T> = { readonly [K in keyof T]: { or: T[K]; must: string; is(value: unknown): boolean } };

/** A stored value with its invalid fields replaced by defaults. The storage itself is not changed. */
export interface StoredValue<T> {
  value: T;
  /** Invalid fields and their expected values, e.g. "sensitivity: hemat, seimbang, ketat"; undefined if all are valid. */
  problem?: string;
}

export const defaults = <T extends object>(fields: Fields<T>): T =>
  Object.fromEntries(Object.entries(fields).map(([k, f]) => [k, (f as Fields<T>[keyof T]).or])) as T;

/** Reads a stored value. Invalid fields become their defaults and are named, unknown ones are named, valid ones stay. */
export function readStored<T extends object>(fields: Fields<T>, stored: unknown): StoredValue<T> {
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

/** True for a list with at most `max` items, each of them valid. */
export const isList = (v: unknown, max: number, is: (item: unknown) => boolean): boolean =>
  Array.isArray(v) && v.length <= max && v.every((item) => is(item));

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
