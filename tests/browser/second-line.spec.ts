/**
 * How well the second line reads real pages with no adapter loaded: with every saved page in long runs, with the pages of
 * the project in every run. The table is printed in long runs.
 */
import { expect, test } from "vitest";
import { measurePages, tableOf } from "../../scripts/dev/second-line/measure.ts";
import { measuredPages } from "../../scripts/dev/second-line/pages.ts";
import { BROWSER } from "./lib/launch.ts";

const long = !!process.env.JN_LONG;

test.runIf(BROWSER === "chromium")(
  "of the actions on every page 95 % are held on campaign words, none on neutral ones, none for another post's words",
  { timeout: 900_000 },
  async () => {
    const results = await measurePages(measuredPages(!long));
    if (long) console.log(tableOf(results));
    const sum = (of: "actions" | "held" | "right" | "foreign" | "wronglyHeld") =>
      results.reduce((all, one) => all + one[of], 0);
    const faults = results.flatMap(({ page, faults }) => faults.map((one) => `${page}: ${one}`));
    expect(sum("actions")).toBeGreaterThan(long ? 200 : 60);
    expect([sum("foreign"), sum("wronglyHeld")], faults.join("\n")).toEqual([0, 0]);
    expect(sum("held") / sum("actions"), faults.join("\n")).toBeGreaterThanOrEqual(long ? 0.95 : 0.9);
    expect(sum("right") / sum("actions"), faults.join("\n")).toBeGreaterThanOrEqual(long ? 0.95 : 0.9);
  },
);
