import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  fromBase64,
  fromBase64Url,
  fromHex,
  toBase64,
  toBase64Url,
  toHex,
} from "../../../src/domain/encoding.ts";

const bytes = fc.uint8Array({ maxLength: 100 });
const CODES = {
  base64: { to: toBase64, from: fromBase64, known: "base64" },
  base64url: { to: toBase64Url, from: fromBase64Url, known: "base64url" },
  hex: { to: toHex, from: fromHex, known: "hex" },
} as const;

/** As browsers decode: blanks are skipped; padding and spare bits are nobody's business. */
const native = vi.fn((text: string) => {
  const plain = text.replace(/[\t\n\f\r ]/g, "");
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(plain)) throw new SyntaxError("native");
  return new Uint8Array(Buffer.from(plain, "base64"));
});

/** Where the engine decodes natively. */
function withNative(work: () => void): void {
  Object.assign(Uint8Array, { fromBase64: native });
  try {
    work();
  } finally {
    Reflect.deleteProperty(Uint8Array, "fromBase64");
  }
}

describe.each(Object.entries(CODES))("%s", (_, { to, from, known }) => {
  it("writes what Node writes", () => {
    fc.assert(
      fc.property(bytes, (value) => {
        expect(to(value)).toBe(Buffer.from(value).toString(known));
      }),
    );
  });

  it("comes back", () => {
    fc.assert(
      fc.property(bytes, (value) => {
        expect(from(to(value))).toEqual(new Uint8Array(value));
      }),
    );
  });

  it("takes no other text for the same bytes: what it reads, it writes", () => {
    const near = fc.array(fc.constantFrom(..."AQg0f+/-_= \n"), { maxLength: 9 }).map((all) => all.join(""));
    fc.assert(
      fc.property(fc.oneof(near, fc.string()), (text) => {
        let read: Uint8Array | undefined;
        try {
          read = from(text);
        } catch {
          return;
        }
        expect(to(read)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("base64", () => {
  const BAD = [
    "A",
    "QQ",
    "QQ=",
    "QQ===",
    "QR==",
    "QUI",
    "QUJ=",
    "QU J",
    "QUJD\n",
    "QUJD    ",
    "QQ\n\n",
    "QQ==QQ==",
    "Q-_=",
    "é===",
    "=QQ=",
    "====",
  ];
  it.each(BAD)("refuses %j", (text) => {
    expect(() => fromBase64(text)).toThrow();
  });

  it("is the same where the engine decodes natively", () => {
    native.mockClear();
    withNative(() => {
      for (const text of BAD) expect(() => fromBase64(text)).toThrow();
      fc.assert(
        fc.property(bytes, (value) => {
          expect(fromBase64(toBase64(value))).toEqual(new Uint8Array(value));
        }),
      );
    });
    expect(native.mock.calls.length).toBeGreaterThan(100);
  });

  it("writes long bytes in pieces that fit together", () => {
    const long = Uint8Array.from({ length: 200_001 }, (_, at) => (at * 31) & 255);
    expect(toBase64(long)).toBe(Buffer.from(long).toString("base64"));
    expect(fromBase64(toBase64(long))).toEqual(long);
  });
});

describe("base64url", () => {
  it.each(["A", "QQ==", "Q+8", "Q/8", "QR", "QU J", "QUI\n", "QUJDQ"])("refuses %j", (text) => {
    expect(() => fromBase64Url(text)).toThrow();
  });
});

describe("hex", () => {
  it.each(["a", "0g", "0F", "0x10", " 00", "00\n", "00 11"])("refuses %j", (text) => {
    expect(() => fromHex(text)).toThrow();
  });
});
