import { browser } from "@wxt-dev/browser";
import { readStored } from "./fields.ts";
import { isWithinOfficeHours, type OfficeHours, officeHoursFields } from "./office-hours.ts";

/** The office hours as last read; null before that and outside an extension. */
let office: OfficeHours | null = null;

/** The part of the user's profile that pages may read (src/background/changes.ts). */
const PROFILE_KEY = "profile";

let isStarted = false;
/** The result is cached for a minute, because a page asks for every post. */
let minute = -1;
let isOffice = false;

function start(): void {
  isStarted = true;
  const take = (profile: unknown) => {
    office = readStored(officeHoursFields, profile).value.office;
    minute = -1;
  };
  try {
    void browser.storage.local.get(PROFILE_KEY).then(
      (stored) => take(stored[PROFILE_KEY]),
      () => {},
    );
    browser.storage.onChanged.addListener((changes, area) => {
      if (area === "local" && changes[PROFILE_KEY]) take(changes[PROFILE_KEY].newValue);
    });
  } catch {
    /* outside an extension, as in Node */
  }
}

/** True within the user's office hours; false until they have been read. Cheap enough to be called for every post. */
export function isOfficeTime(now = new Date()): boolean {
  if (!isStarted) start();
  const at = Math.floor(now.getTime() / 60_000);
  if (at !== minute) {
    minute = at;
    isOffice = office !== null && isWithinOfficeHours(office, now);
  }
  return isOffice;
}
