import { parseManaged } from "../engine/ruleset/layers/managed-policy.ts";

/** What the administrator set by browser policy; null where there is no policy (Firefox then refuses the question). */
export async function readPolicy(): Promise<ReturnType<typeof parseManaged> | null> {
  const values = await browser.storage.managed.get(null).catch(() => ({}));
  return Object.keys(values).length === 0 ? null : parseManaged(values);
}
