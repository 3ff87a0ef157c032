import { SITE_IDS } from "../../domain/sites.ts";
import { siteChangeKey, siteChanges } from "../../engine/ruleset/layers/site-overrides.ts";
import type { Ruleset } from "../../engine/ruleset/schema/index.ts";

/**
 * Stores the layers' changes of each site under a key of its own, so that a page reads only the change of its site. A
 * default installation stores nothing: the bundled data are in the site's script.
 */
export async function storeSiteChanges(bundled: Ruleset, effective: Ruleset): Promise<void> {
  const changes = siteChanges(bundled, effective);
  const { local } = browser.storage;
  await local.remove(SITE_IDS.filter((id) => !changes.has(id)).map(siteChangeKey));
  if (changes.size)
    await local.set(Object.fromEntries([...changes].map(([id, change]) => [siteChangeKey(id), change])));
}
