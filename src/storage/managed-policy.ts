import { parseManaged } from "../engine/ruleset/layers/managed-policy.ts";
import { readManagedValues } from "./managed-values.ts";

/** What the administrator set by browser policy; null where there is no policy (Firefox then refuses the question). */
export async function readPolicy(): Promise<ReturnType<typeof parseManaged> | null> {
  const values = await readManagedValues();
  return Object.keys(values).length === 0 ? null : parseManaged(values);
}
