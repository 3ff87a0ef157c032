import type { SiteId } from "../domain/vocabulary.ts";
import type { PageState } from "../domain/warning.ts";
import { isOptional } from "../sites/hosts.ts";
import { isPaused } from "../storage/settings.ts";
import type { Known } from "./page-storage.ts";

/** So much later than its end a pause is over for sure, in ms. */
const AFTER_END_MS = 50;

/** Owns what was last read of storage, and the timer of a pause's end. */
export interface StoredSettings {
  /** null until storage was read. */
  now(): Known | null;
  use(known: Known): void;
  /** Why nothing is held on this site now; null: something is. */
  paused(): PageState["paused"];
}

/** @param pauseEnded called when a timed pause ran out. */
export function makeStoredSettings(site: SiteId, pauseEnded: () => void): StoredSettings {
  let known: Known | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  return {
    now: () => known,
    use(next) {
      known = next;
      clearTimeout(timer);
      const { until } = next.pause.value;
      const left = (until ?? 0) - Date.now();
      if (left > 0) timer = setTimeout(pauseEnded, left + AFTER_END_MS);
    },
    paused() {
      if (!known) return null;
      const { off, on } = known.settings.value;
      /* A script that was there before the site was switched off has no more say. */
      if (isOptional(site) && !on.includes(site)) return "site";
      if (off.includes(site) || known.sitesOff.includes(site)) return "site";
      return isPaused(known.pause.value, site, Date.now());
    },
  };
}
