import { LANGUAGES, type Language } from "../domain/languages.ts";
import { OPTIONAL_SITES, type OptionalSite, SITE_IDS, type SiteId } from "../domain/sites.ts";
import { STATUSES, type Status } from "../domain/vocabulary.ts";
import { type Fields, field } from "./fields.ts";

export { readStored, type StoredValue as Read } from "./fields.ts";

/** Assumed if the user gave no status: most ASN have this one. */
export const USUAL_STATUS: Status = "PNS";

/** The user's settings, as stored. Every field has a default, so a missing one is never an error. */
export interface Settings {
  language: "auto" | Language;
  /** Status whose sanctions are named; null if the user gave none. */
  status: Status | null;
  /** A spouse is a candidate: rule X2 binds. */
  spouse: boolean;
  /** Kemendagri region code without dots; only orders lists. */
  region: string | null;
  sensitivity: "hemat" | "seimbang" | "ketat";
  /** Sites that the user switched off. */
  off: SiteId[];
  /** Optional sites that the user switched on. */
  on: OptionalSite[];
}

export const settingsFields: Fields<Settings> = {
  language: field.oneOf<"auto" | Language>("auto", ["auto", ...LANGUAGES]),
  status: field.oneOf<Status | null>(null, [null, ...STATUSES]),
  spouse: { or: false, must: "true, false", is: (v) => typeof v === "boolean" },
  region: { or: null, must: "2 or 4 digits", is: (v) => v === null || /^\d{2}(\d{2})?$/.test(String(v)) },
  sensitivity: field.oneOf("seimbang", ["hemat", "seimbang", "ketat"]),
  off: field.listOf(SITE_IDS, 50),
  on: field.listOf(OPTIONAL_SITES, 10),
};

/** A pause that the user requested. */
export interface Pause {
  /** End of the timed pause, in epoch milliseconds; null if there is none. */
  until: number | null;
  /** Sites that are paused until the user resumes them. */
  sites: SiteId[];
}

export const pauseFields: Fields<Pause> = {
  until: { or: null, must: "time in ms", is: (v) => v === null || Number.isFinite(v) },
  sites: field.listOf(SITE_IDS, 50),
};

/** The longest timed pause: until tomorrow, on a day of 25 hours. */
const LONGEST_MS = 25 * 3_600_000;

/** The next local midnight, in epoch milliseconds. */
export const tomorrow = (now: Date): number =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime();

/** Whether and how this site is paused now. If the end is further off than any pause, the clock was moved back. */
export const isPaused = (pause: Pause, site: string, now: number): "timed" | "site" | null =>
  pause.until !== null && pause.until > now && pause.until - now <= LONGEST_MS
    ? "timed"
    : pause.sites.some((s) => s === site)
      ? "site"
      : null;
