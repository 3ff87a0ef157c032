import fc from "fast-check";
import { expect, test } from "vitest";
import sentences from "../../../../assets/locales/id/ruleset.json" with { type: "json" };
import { canonical } from "../../../../src/engine/ruleset/layers/canonical-json.ts";
import { parseRuleset } from "../../../../src/engine/ruleset/validate/parse.ts";
import { small } from "./small.ts";

const RUNS = process.env.JN_LONG === "1" ? 100_000 : 1_000;
const base = JSON.stringify(small());

/** Where something can be changed: every path of the base, longest lists cut. */
function paths(value: unknown, at: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [[...at]];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [[...at], ...entries.flatMap(([key, inner]) => paths(inner, [...at, key as string | number]))];
}
const ALL = paths(JSON.parse(base)).filter((path) => path.length > 0);

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    "",
    [],
    {},
    "R1",
    "skb-2022",
    "pemilu-2024",
    "2026-11-21",
  ),
  fc.constantFrom(
    "<script>",
    "\u202e",
    "a\u200bb",
    "x".repeat(5000),
    "javascript:alert(1)",
    "__proto__",
    "{{0}}",
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.integer(),
  fc.double(),
);
const change = fc.record({
  path: fc.nat(ALL.length - 1),
  how: fc.constantFrom("set", "delete", "add", "rename", "double", "proto"),
  value: odd,
  key: fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom("__proto__", "constructor", "id", "titel", "toString"),
  ),
});

function mutate(
  json: unknown,
  {
    path,
    how,
    value,
    key,
  }: (typeof change)["generate"] extends never
    ? never
    : { path: number; how: string; value: unknown; key: string },
) {
  const keys = ALL[path]!;
  const last = keys.at(-1)!;
  let at = json as Record<string | number, unknown>;
  for (const step of keys.slice(0, -1)) {
    if (typeof at !== "object" || at === null) return;
    at = at[step] as Record<string | number, unknown>;
  }
  if (typeof at !== "object" || at === null) return;
  const define = (name: string | number, what: unknown) =>
    Object.defineProperty(at, name, { value: what, enumerable: true, configurable: true, writable: true });
  if (how === "set") define(last, value);
  else if (how === "delete") Array.isArray(at) ? at.splice(Number(last), 1) : delete at[last];
  else if (how === "add") Array.isArray(at) ? at.push(value) : define(key, value);
  else if (how === "rename" && !Array.isArray(at)) {
    define(key, at[last]);
    delete at[last];
  } else if (how === "double" && Array.isArray(at)) at.push(structuredClone(at[Number(last)]));
  else define("__proto__", { polluted: true });
}

test(`${RUNS} mutations of a valid ruleset: accepted and round-trip, or refused with a path`, {
  timeout: 1_200_000,
}, () => {
  let accepted = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const json = JSON.parse(base) as unknown;
      for (const one of changes) mutate(json, one);
      const parsed = parseRuleset(json);
      if (parsed.ok) {
        accepted += 1;
        const text = canonical(parsed.ruleset);
        expect(canonical(json)).toBe(text);
        const again = parseRuleset(JSON.parse(text));
        expect(again.ok && canonical(again.ruleset)).toBe(text);
      } else {
        refused += 1;
        expect(parsed.errors.length).toBeGreaterThan(0);
        for (const error of parsed.errors) {
          expect(error.path).not.toBe("");
          expect(error.message).not.toBe("");
          const slots = [...sentences[`fault.${error.code}`].matchAll(/\{(\d)\}/g)].map((found) =>
            Number(found[1]),
          );
          expect(Math.max(-1, ...slots)).toBeLessThan(error.values.length);
        }
      }
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    }),
    { numRuns: RUNS },
  );
  // Both ways are walked, else the test would prove nothing.
  expect(accepted).toBeGreaterThan(RUNS / 100);
  expect(refused).toBeGreaterThan(RUNS / 10);
});
