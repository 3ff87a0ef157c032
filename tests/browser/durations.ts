/** How long each file of browser tests took in earlier runs, so that the longest begins first. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Seconds under "browser/file", for example "firefox/health". */
export type Durations = Readonly<Record<string, number>>;

/** The last measurements of this machine; not part of the project. */
const LATEST = join(import.meta.dirname, "../../test-output/durations.json");
/** The measurements used before the first run on a machine: a copy of such a file, refreshed now and then. */
const COMMITTED = join(import.meta.dirname, "durations.json");

/** @param browser name of the project, "firefox" or "firefox alone" */
export const durationKey = (browser: string, file: string): string =>
  `${browser.split(" ")[0]}/${file.replace(/^.*[\\/]|\.spec\.ts$/g, "")}`;

/** An unreadable file counts as empty: only the order depends on it. */
function read(file: string): Durations {
  if (!existsSync(file)) return {};
  try {
    const found = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(found).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
    );
  } catch {
    return {};
  }
}

/** Both files merged; the latest measurement wins. */
export const readDurations = (latest = LATEST, committed = COMMITTED): Durations => ({
  ...read(committed),
  ...read(latest),
});

/** Adds the measurements of a run and keeps those of files that did not run. */
export function recordDurations(measured: Durations, latest = LATEST): void {
  const all = { ...read(latest), ...measured };
  const sorted = Object.entries(all)
    .map(([key, seconds]) => [key, Math.round(seconds * 10) / 10] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  mkdirSync(dirname(latest), { recursive: true });
  writeFileSync(latest, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

/** The measurement in this browser or else in the other one. An unmeasured file may be the longest of all. */
function expectedDuration(durations: Durations, key: string): number {
  const [browser, file] = key.split("/");
  const other = `${browser === "firefox" ? "chromium" : "firefox"}/${file}`;
  return durations[key] ?? durations[other] ?? Number.MAX_VALUE;
}

/** Sorts the longest file first. */
export const longestFirst = (durations: Durations, a: string, b: string): number =>
  expectedDuration(durations, b) - expectedDuration(durations, a);
