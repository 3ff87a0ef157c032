import { browser } from "@wxt-dev/browser";
import { readStored } from "./fields.ts";
import { atOffice, OFFICE, type OfficeHours } from "./office-hours.ts";

/** Office hours as they were last read; null until then, and where there is no storage. */
let office: OfficeHours | null = null;
let started = false;
/** The answer holds for a minute: a page asks for every post. */
let minute = -1;
let answer = false;

function start(): void {
  started = true;
  const take = (own: unknown) => {
    office = readStored(OFFICE, own).value.office;
    minute = -1;
  };
  try {
    void browser.storage.local.get("own").then(
      ({ own }) => take(own),
      () => {},
    );
    browser.storage.onChanged.addListener((changes, area) => {
      if (area === "local" && changes.own) take(changes.own.newValue);
    });
  } catch {
    /* No extension around us. */
  }
}

/** Is it within the user's office hours? False until they have been read. For pages, which ask often. */
export function atOfficeNow(now = new Date()): boolean {
  if (!started) start();
  const at = Math.floor(now.getTime() / 60_000);
  if (at !== minute) {
    minute = at;
    answer = office !== null && atOffice(office, now);
  }
  return answer;
}
