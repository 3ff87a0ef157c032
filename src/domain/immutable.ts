import type * as z from "zod/mini";

/** Read-only at all depths: validated data is shared by its readers, so nobody may change it in place. */
type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/**
 * The type of the values that a schema accepts. Only a type, so that scripts that use it do not bundle the schema or zod
 * (tests/unit/page-scripts.test.ts). A key that may be absent may also be `undefined`, as with `z.optional`.
 */
export type Frozen<Schema extends z.ZodMiniType> = DeepReadonly<z.output<Schema>>;
