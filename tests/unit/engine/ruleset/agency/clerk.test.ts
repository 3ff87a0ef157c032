import fc from "fast-check";
import { describe, expect, test } from "vitest";
import id from "../../../../../assets/locales/id/sheets.json" with { type: "json" };
import { buildLayer } from "../../../../../src/engine/ruleset/agency/build.ts";
import { formatSheetError } from "../../../../../src/engine/ruleset/agency/sheet-errors.ts";
import { bundled } from "../bundled.ts";
import { pilkada } from "../example.ts";
import { Folder, mend, understood } from "./clerk/folder.ts";
import { MISTAKES } from "./clerk/mistakes.ts";

const whole = bundled();
/** The worked example, with codes that spreadsheets are known to change. */
const fresh = () =>
  new Folder(
    Object.fromEntries(
      Object.entries(pilkada()).map(([name, text]) => [
        name,
        text.replaceAll("99.10", "32.10").replaceAll("99.04", "12.04"),
      ]),
    ),
  );

/** Runs `check`: the messages as the tool prints them, and whether the sheets are good. */
function check(folder: Folder): { messages: string[]; good: boolean } {
  const built = buildLayer(folder.saved(), whole);
  const all = [...(built.ok ? [] : built.errors), ...built.warnings];
  return { messages: all.map((fault) => formatSheetError(fault, id)), good: built.ok };
}

/** Checks and mends until nothing is left. @returns what was said in each pass, and what could not be acted on */
function untilGood(folder: Folder): { passes: string[][]; unclear: string[] } {
  const passes: string[][] = [];
  const unclear: string[] = [];
  for (let pass = 0; pass < 6; pass++) {
    const { messages } = check(folder);
    if (messages.length === 0) break;
    passes.push(messages);
    const read = messages.map(understood);
    unclear.push(...messages.filter((_, at) => read[at] === undefined));
    mend(
      folder,
      read.flatMap((one) => (one ? [one] : [])),
    );
    const left = new Set(check(folder).messages.map((message) => message.split(":")[0]));
    unclear.push(...messages.filter((message) => / kolom /.test(message) && left.has(message.split(":")[0])));
  }
  return { passes, unclear };
}

describe("a clerk who does what the messages say", () => {
  test("finds nothing to mend in the worked example", () => {
    expect(check(fresh())).toEqual({ messages: [], good: true });
    expect(MISTAKES).toHaveLength(60);
  });

  test.each(MISTAKES)("mends at once: %s", (_, make) => {
    const folder = fresh();
    make(folder);
    expect(untilGood(folder)).toEqual({ passes: [expect.anything()], unclear: [] });
    expect(check(folder).good).toBe(true);
  });

  test("mends thirty mistakes in two passes at most, with no message that does not mend its cell", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...MISTAKES], { minLength: 30, maxLength: 30 }), (mistakes) => {
        const folder = fresh();
        for (const [, make] of mistakes) make(folder);
        const { passes, unclear } = untilGood(folder);
        expect(unclear).toEqual([]);
        expect(passes.length).toBeLessThanOrEqual(2);
        expect(check(folder)).toEqual({ messages: [], good: true });
      }),
      { numRuns: process.env.JN_LONG === "1" ? 2000 : 60 },
    );
  });

  test("says one thing about a cell, with the sheet's own column name and what stands there", () => {
    const folder = fresh();
    for (const [, make] of MISTAKES) make(folder);
    const { messages } = check(folder);
    const places = messages
      .map((message) => message.split(":")[0]!)
      .filter((place) => place.includes("kolom"));
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBeGreaterThan(45);
    for (const message of messages) {
      const read = understood(message)!;
      const there =
        read.does === "write" && read.row > 0 ? folder.cellAt(read.sheet, read.row, read.column) : "";
      if (
        there !== "" &&
        !/dipakai di baris|mendahului|mulai sebelum|termasuk tahapan|berlangsung/.test(message)
      )
        expect(message).toContain(`${there.slice(0, 12)}`);
    }
  });

  test("says nothing in patterns, keys of JSON or the English of a parser", () => {
    const folder = fresh();
    for (const [, make] of MISTAKES) make(folder);
    const said = check(folder).messages.join("\n");
    expect(said).not.toMatch(/\/\^|\$\/|\\[dpw]|\[A-Za-z|\bset\.|\bmeta\b|\broster\b|undefined|null|\bNaN\b/);
    expect(said).not.toMatch(
      /\b(?:expected|invalid|unexpected|must|required|string|number|issued|validFrom)\b/i,
    );
  });
});
