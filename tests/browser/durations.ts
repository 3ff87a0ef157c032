/** How long each file of browser tests takes, as earlier runs measured it: what takes longest is begun first. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Seconds by "browser/file", as in "firefox/health". */
export type Durations = Readonly<Record<string, number>>;

/** What this machine measured last; not part of the project. */
const LATEST = join(import.meta.dirname, "../../test-output/durations.json");
/** What is known before the first run here: such a file, copied now and then. */
const COMMITTED = join(import.meta.dirname, "durations.json");

/** @param browser name of the project, "firefox" or "firefox alone" */
export const keyOf = (browser: string, file: string): string =>
  `${browser.split(" ")[0]}/${file.replace(/^.*[\\/]|\.spec\.ts$/g, "")}`;

/** A file that cannot be read is none: only the order hangs on it. */
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

/** Both, the latest winning. */
export const remembered = (latest = LATEST, committed = COMMITTED): Durations => ({
  ...read(committed),
  ...read(latest),
});

/** Adds what a run measured to what is remembered; what it did not run stays as it was. */
export function remember(measured: Durations, latest = LATEST): void {
  const all = { ...read(latest), ...measured };
  const sorted = Object.entries(all)
    .map(([key, seconds]) => [key, Math.round(seconds * 10) / 10] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  mkdirSync(dirname(latest), { recursive: true });
  writeFileSync(latest, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

/** As measured, or as measured in the other browser. What nobody measured yet may be the longest of all. */
function expected(durations: Durations, key: string): number {
  const [browser, file] = key.split("/");
  const other = `${browser === "firefox" ? "chromium" : "firefox"}/${file}`;
  return durations[key] ?? durations[other] ?? Number.MAX_VALUE;
}

/** The longest first. */
export const longestFirst = (durations: Durations, a: string, b: string): number =>
  expected(durations, b) - expected(durations, a);
