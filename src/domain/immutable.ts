import type * as z from "zod/mini";

/** Read-only in all depths: checked data is shared by all that read it, nobody changes it in place. */
type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/**
 * What a schema lets through. Only a type: no script that uses one carries the schema or zod along
 * (tests/unit/page-scripts.test.ts). A key that may be absent may also be `undefined`, as `z.optional` says.
 */
export type Frozen<Schema extends z.ZodMiniType> = DeepReadonly<z.output<Schema>>;
