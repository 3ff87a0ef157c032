import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ManagedPolicy, parseManaged } from "../../../../src/engine/ruleset/layers/managed-policy.ts";

const FOLDER = "assets/rulesets/policies";
const KEY = "A".repeat(43);
const read = (name: string) => readFileSync(`${FOLDER}/${name}`, "utf8").replaceAll("PUBLIC_KEY", KEY);

/** The values that each sample would hand to the extension. */
function valuesOf(name: string): unknown {
  const text = read(name);
  if (name.endsWith(".reg")) {
    const block = text.split(/\r?\n\r?\n/).find((part) => /3rdparty/i.test(part))!;
    return Object.fromEntries(
      [...block.matchAll(/^"(\w+)"="([^"]*)"\r?$/gm)].map(([, key, value]) => [key, value]),
    );
  }
  if (name.endsWith(".plist")) {
    return Object.fromEntries(
      [...text.matchAll(/<key>(\w+)<\/key>\s*<string>([^<]*)<\/string>/g)].map(([, key, value]) => [
        key,
        value,
      ]),
    );
  }
  const json = JSON.parse(text) as Record<string, Record<string, Record<string, unknown>>>;
  const third = (json.policies?.["3rdparty"] ?? json["3rdparty"]) as Record<string, Record<string, unknown>>;
  return Object.values(third.Extensions ?? third.extensions ?? {})[0];
}

describe("sample policies", () => {
  test("exist for Chrome, Edge and Firefox on Windows, Linux and macOS", () => {
    expect(
      readdirSync(FOLDER)
        .filter((name) => !name.startsWith("."))
        .sort(),
    ).toEqual([
      "chrome-macos.plist",
      "chrome-windows.reg",
      "chromium-linux.json",
      "edge-windows.reg",
      "firefox-macos.plist",
      "firefox-policies.json",
      "firefox-windows.reg",
    ]);
  });

  test.each(readdirSync(FOLDER).filter((name) => !name.startsWith(".")))(
    "%s hands over what the extension accepts",
    (name) => {
      const values = { rulesetUrl: "https://aturan.example.go.id/dinas.json", rulesetKey: KEY };
      expect(valuesOf(name)).toEqual(values);
      expect(parseManaged(valuesOf(name))).toEqual({ ok: true, value: values });
    },
  );

  test("the browser's schema names the same values as ours, and nothing about the book", () => {
    const schema = JSON.parse(readFileSync("public/rulesets/managed-schema.json", "utf8")) as {
      properties: Record<string, { type: string }>;
    };
    expect(Object.keys(schema.properties)).toEqual(Object.keys(ManagedPolicy._zod.def.shape));
    // Chromium takes no other keywords here; one it does not know keeps the whole extension from loading.
    for (const property of Object.values(schema.properties)) {
      expect(Object.keys(property).sort()).toEqual(["description", "title", "type"]);
    }
    expect(Object.keys(schema)).toEqual(["type", "properties"]);
    expect(JSON.stringify(schema)).not.toMatch(/book|buku|log|export/i);
  });
});

const URL_ = "https://aturan.example.go.id/dinas.json";
const FILE = JSON.stringify({ format: 1, kind: "signed-layer" });

describe("managed values", () => {
  test("may be absent, an address, a key or an inline ruleset", () => {
    expect(parseManaged(undefined)).toEqual({ ok: true, value: {} });
    expect(parseManaged({ rulesetUrl: URL_, rulesetKey: KEY })).toEqual({
      ok: true,
      value: { rulesetUrl: URL_, rulesetKey: KEY },
    });
    const inline = parseManaged({ rulesetInline: FILE });
    expect(inline.ok && inline.value.inline).toEqual(JSON.parse(FILE));
  });

  test("do not depend on blanks around them, and an empty one is not set", () => {
    const copied = { rulesetUrl: ` ${URL_}\r\n`, rulesetKey: `${KEY} `, rulesetInline: "" };
    expect(parseManaged(copied)).toEqual({ ok: true, value: { rulesetUrl: URL_, rulesetKey: KEY } });
    const inline = parseManaged({ rulesetInline: `\ufeff${FILE}\n` });
    expect(inline.ok && inline.value.inline).toEqual(JSON.parse(FILE));
  });

  test.each<[string, unknown, string]>([
    ["http", { rulesetUrl: "http://a.example/x" }, "https"],
    ["unknown value", { readBook: true }, "unknown-key"],
    ["prototype", JSON.parse('{"__proto__":{"a":1}}'), "bad-key"],
    ["half an inline ruleset", { rulesetInline: '{"format":1' }, "not-json"],
    ["inline as an object", { rulesetInline: {} }, "type-text"],
    ["a key that is none", { rulesetKey: "abc" }, "format"],
  ])("refused: %s", (_, values, code) => {
    const said = parseManaged(values);
    expect(said.ok ? "ok" : said.errors[0]!.code).toBe(code);
  });
});
