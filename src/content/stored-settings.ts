import type { SiteId } from "../domain/vocabulary.ts";
import type { PageState } from "../domain/warning.ts";
import { isOptional } from "../sites/hosts.ts";
import { isPaused } from "../storage/settings.ts";
import type { StoredSnapshot } from "./page-storage.ts";

/** Margin after the end of a pause, in ms, so that the timer never runs before it. */
const PAUSE_END_MARGIN_MS = 50;

/** The last snapshot of the storage, and a timer for the end of a pause. */
export interface StoredSettings {
  /** null until the storage has been read. */
  now(): StoredSnapshot | null;
  use(snapshot: StoredSnapshot): void;
  /** Why the guard is paused on this site now; null if it is not. */
  paused(): PageState["paused"];
}

/** @param onPauseEnd called when a timed pause ends. */
export function makeStoredSettings(site: SiteId, onPauseEnd: () => void): StoredSettings {
  let snapshot: StoredSnapshot | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  return {
    now: () => snapshot,
    use(next) {
      snapshot = next;
      clearTimeout(timer);
      const { until } = next.pause.value;
      const left = (until ?? 0) - Date.now();
      if (left > 0) timer = setTimeout(onPauseEnd, left + PAUSE_END_MARGIN_MS);
    },
    paused() {
      if (!snapshot) return null;
      const { off, on } = snapshot.settings.value;
      /* A script injected before the site was switched off does nothing any more. */
      if (isOptional(site) && !on.includes(site)) return "site";
      if (off.includes(site) || snapshot.sitesOff.includes(site)) return "site";
      return isPaused(snapshot.pause.value, site, Date.now());
    },
  };
}
