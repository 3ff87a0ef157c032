/** Canonical JSON is RFC 8785 (JCS): the RFC's own examples, and what it demands of all others. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromHex } from "../../../../../src/domain/encoding.ts";
import { canonical } from "../../../../../src/engine/ruleset/layers/canonical-json.ts";

const hex = (text: string): string => Buffer.from(text).toString("hex");
const plain = (spaced: string): string => spaced.replace(/\s/g, "");

/** RFC 8785, sections 3.2.2 to 3.2.4, and the test data its authors publish: a file, and its canonical bytes. */
const FILES = {
  "sections 3.2.2 and 3.2.4: primitive values, in UTF-8": [
    String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`,
    `7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72 75 65 2c 66 61 6c 73 65 5d 2c 22 6e
     75 6d 62 65 72 73 22 3a 5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31 65 2b 33 30
     2c 34 2e 35 2c 30 2e 30 30 32 2c 31 65 2d 32 37 5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24
     5c 75 30 30 30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d`,
  ],
  "section 3.2.3: keys sorted by UTF-16 code unit": [
    String.raw`{
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\u000a": "Newline",
      "1": "One",
      "\u0080": "Control\u007f",
      "\ud83d\ude02": "Smiley",
      "\u00f6": "Latin Small Letter O With Diaeresis",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "</script>": "Browser Challenge"
    }`,
    `7b 22 5c 6e 22 3a 22 4e 65 77 6c 69 6e 65 22 2c 22 5c 72 22 3a 22 43 61 72 72 69 61 67 65 20 52
     65 74 75 72 6e 22 2c 22 31 22 3a 22 4f 6e 65 22 2c 22 3c 2f 73 63 72 69 70 74 3e 22 3a 22 42 72
     6f 77 73 65 72 20 43 68 61 6c 6c 65 6e 67 65 22 2c 22 c2 80 22 3a 22 43 6f 6e 74 72 6f 6c 7f 22
     2c 22 c3 b6 22 3a 22 4c 61 74 69 6e 20 53 6d 61 6c 6c 20 4c 65 74 74 65 72 20 4f 20 57 69 74 68
     20 44 69 61 65 72 65 73 69 73 22 2c 22 e2 82 ac 22 3a 22 45 75 72 6f 20 53 69 67 6e 22 2c 22 f0
     9f 98 82 22 3a 22 53 6d 69 6c 65 79 22 2c 22 ef ac b3 22 3a 22 48 65 62 72 65 77 20 4c 65 74 74
     65 72 20 44 61 6c 65 74 20 57 69 74 68 20 44 61 67 65 73 68 22 7d`,
  ],
  "arrays keep their order": [
    '[ 56, { "d": true, "10": null, "1": [ ] } ]',
    "5b 35 36 2c 7b 22 31 22 3a 5b 5d 2c 22 31 30 22 3a 6e 75 6c 6c 2c 22 64 22 3a 74 72 75 65 7d 5d",
  ],
  structures: [
    String.raw`{ "1": {"f": {"f": "hi","F": 5} ,"\n": 56.0}, "10": { }, "": "empty", "a": { },
      "111": [ {"e": "yes","E": "no" } ], "A": { } }`,
    `7b 22 22 3a 22 65 6d 70 74 79 22 2c 22 31 22 3a 7b 22 5c 6e 22 3a 35 36 2c 22 66 22 3a 7b 22 46
     22 3a 35 2c 22 66 22 3a 22 68 69 22 7d 7d 2c 22 31 30 22 3a 7b 7d 2c 22 31 31 31 22 3a 5b 7b 22
     45 22 3a 22 6e 6f 22 2c 22 65 22 3a 22 79 65 73 22 7d 5d 2c 22 41 22 3a 7b 7d 2c 22 61 22 3a 7b
     7d 7d`,
  ],
  "no Unicode normalisation": [
    String.raw`{ "Unnormalized Unicode":"A\u030a" }`,
    "7b 22 55 6e 6e 6f 72 6d 61 6c 69 7a 65 64 20 55 6e 69 63 6f 64 65 22 3a 22 41 cc 8a 22 7d",
  ],
} as const;

/** RFC 8785, appendix B: the bits of an IEEE 754 double, and how it is written. */
const NUMBERS = {
  "0000000000000000": "0",
  "8000000000000000": "0",
  "0000000000000001": "5e-324",
  "8000000000000001": "-5e-324",
  "7fefffffffffffff": "1.7976931348623157e+308",
  ffefffffffffffff: "-1.7976931348623157e+308",
  "4340000000000000": "9007199254740992",
  c340000000000000: "-9007199254740992",
  "4430000000000000": "295147905179352830000",
  "44b52d02c7e14af5": "9.999999999999997e+22",
  "44b52d02c7e14af6": "1e+23",
  "44b52d02c7e14af7": "1.0000000000000001e+23",
  "444b1ae4d6e2ef4e": "999999999999999700000",
  "444b1ae4d6e2ef4f": "999999999999999900000",
  "444b1ae4d6e2ef50": "1e+21",
  "3eb0c6f7a0b5ed8c": "9.999999999999997e-7",
  "3eb0c6f7a0b5ed8d": "0.000001",
  "41b3de4355555553": "333333333.3333332",
  "41b3de4355555554": "333333333.33333325",
  "41b3de4355555555": "333333333.3333333",
  "41b3de4355555556": "333333333.3333334",
  "41b3de4355555557": "333333333.33333343",
  becbf647612f3696: "-0.0000033333333333333333",
  "43143ff3c1cb0959": "1424953923781206.2",
} as const;
const double = (bits: string): number => new DataView(fromHex(bits).buffer).getFloat64(0);

describe("RFC 8785", () => {
  test.each(Object.entries(FILES))("%s", (_, [file, bytes]) => {
    expect(hex(canonical(JSON.parse(file)))).toBe(plain(bytes));
  });

  test("serialises every number of appendix B", () => {
    expect(Object.fromEntries(Object.keys(NUMBERS).map((bits) => [bits, canonical(double(bits))]))).toEqual(
      NUMBERS,
    );
  });

  test.each(["7fffffffffffffff", "7ff0000000000000", "fff0000000000000"])(
    "appendix B: refuses what is no number of JSON (%s)",
    (bits) => {
      expect(() => canonical(double(bits))).toThrow();
      expect(() => canonical({ a: [double(bits)] })).toThrow();
    },
  );

  test("rejects a lone surrogate in a text and in a key (section 3.2.2.2)", () => {
    for (const half of ["\ud800", "\udead", "a\udc00b"]) {
      expect(() => canonical([half])).toThrow();
      expect(() => canonical({ [half]: 1 })).toThrow();
    }
  });
});

describe("canonical form", () => {
  test("does not depend on the order of keys, and reads back the same", () => {
    /* Written by hand a second time, with keys in any order. */
    const shuffled = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(shuffled)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, one]) => [key, shuffled(one)]),
            )
          : value;
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonical(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(JSON.parse(text))).toBe(text);
        expect(canonical(shuffled(JSON.parse(text)))).toBe(text);
      }),
    );
  });

  test("refuses what is not JSON", () => {
    for (const value of [undefined, () => 1, Symbol("x")]) expect(() => canonical(value)).toThrow(TypeError);
    const circle: unknown[] = [];
    circle.push(circle);
    expect(() => canonical(circle)).toThrow();
  });

  test("does not overflow on a file that is nested deeply", () => {
    const deep = `${"[".repeat(5_000)}${"]".repeat(5_000)}`;
    expect(canonical(JSON.parse(deep))).toBe(deep);
  });
});
