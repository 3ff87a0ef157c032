import { toHex } from "../../domain/encoding.ts";
import { SITE_IDS } from "../../domain/sites.ts";
import { canonical } from "../../engine/ruleset/layers/canonical-json.ts";
import { siteChangeKey } from "../../engine/ruleset/layers/site-overrides.ts";
import type { KeyValueStore } from "../../engine/ruleset/layers/two-slot-store.ts";

const KEY = "compiledFingerprint";
/** What is compiled for pages and stored in `storage.local`, where a page script that was taken over could replace it. */
const COMPILED_KEYS = ["rules", "sitesOff", ...SITE_IDS.map(siteChangeKey)];

/** SHA-256 of all that is stored for pages now. */
async function fingerprint(): Promise<string> {
  const text = canonical(await browser.storage.local.get([...COMPILED_KEYS]));
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));
}

/** Takes what is stored for pages now as compiled by the background. */
export const vouchForRules = async (store: Pick<KeyValueStore, "set">): Promise<void> =>
  store.set(KEY, await fingerprint());

/** False if somebody else has written it since; true, too, where that is not known. */
export async function areRulesOurs(store: Pick<KeyValueStore, "get">): Promise<boolean> {
  const known = await store.get(KEY);
  return known === undefined || known === (await fingerprint());
}

/** Writing takes a moment, and whoever writes again and again must not use up the processor; both in ms. */
const AFTER_MS = 500;
const AGAIN_MS = 5_000;

/** Calls back some time after what is compiled for pages has changed. */
export function onCompiledChange(verify: () => void): void {
  let isDue = false;
  let earliest = 0;
  browser.storage.onChanged.addListener((changes, area) => {
    if (isDue || area !== "local" || !COMPILED_KEYS.some((key) => key in changes)) return;
    isDue = true;
    setTimeout(
      () => {
        isDue = false;
        earliest = performance.now() + AGAIN_MS;
        verify();
      },
      Math.max(AFTER_MS, earliest - performance.now()),
    );
  });
}
