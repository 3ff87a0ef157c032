import type * as z from "zod/mini";

/** The parts of a schema's definition that are walked; zod keeps them in `_zod.def`. */
interface SchemaDefinition {
  type: string;
  shape?: Record<string, z.ZodMiniType>;
  element?: z.ZodMiniType;
  innerType?: z.ZodMiniType;
  valueType?: z.ZodMiniType;
}

/** Known keys of the object at a path; empty if the path leaves the schema. */
export function knownKeys(schema: z.ZodMiniType, path: readonly PropertyKey[]): string[] {
  let at: z.ZodMiniType | undefined = schema;
  for (const key of path) {
    const def: SchemaDefinition | undefined = unwrap(at);
    at = def?.shape ? def.shape[String(key)] : (def?.element ?? def?.valueType);
    if (!at) return [];
  }
  return Object.keys(unwrap(at)?.shape ?? {});
}

function unwrap(schema: z.ZodMiniType | undefined): SchemaDefinition | undefined {
  let def = schema?._zod.def as SchemaDefinition | undefined;
  while (def?.innerType) def = def.innerType._zod.def as SchemaDefinition;
  return def;
}

/** The most similar known key, if at most about a third of its letters differ. */
export function nearest(key: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  const wanted = key.slice(0, 40).toLowerCase();
  for (const candidate of known) {
    const steps = distance(wanted, candidate.toLowerCase());
    if (steps < bestDistance) [best, bestDistance] = [candidate, steps];
  }
  return best !== undefined && bestDistance <= Math.floor(best.length / 3) + (best.length > 4 ? 1 : 0)
    ? best
    : undefined;
}

/** Levenshtein distance, two rows. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      line[column] = Math.min(line[column - 1]! + 1, above[column]! + 1, above[column - 1]! + change);
    }
    above = line;
  }
  return above[b.length]!;
}
