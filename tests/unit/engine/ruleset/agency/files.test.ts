import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { buildLayer } from "../../../../../src/engine/ruleset/agency/build.ts";
import { buildFromFile } from "../../../../../src/engine/ruleset/agency/files.ts";
import { isZip, unpack } from "../../../../../src/engine/ruleset/agency/zip.ts";
import { admitLayerText } from "../../../../../src/engine/ruleset/layers/admit.ts";
import { Layer as LayerSchema } from "../../../../../src/engine/ruleset/schema/layer.ts";
import { checkShape } from "../../../../../src/engine/ruleset/validate/parse.ts";
import { bundled } from "../bundled.ts";
import { files, layerOf } from "../example.ts";

describe("ZIP", () => {
  const zip = (entries: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(entries).map(([n, t]) => [n, strToU8(t)])));

  test("unpacks the files of any folder and ignores what operating systems add", async () => {
    const packed = zip({
      ...Object.fromEntries(Object.entries(files()).map(([n, t]) => [`aturan/${n}`, t])),
      "__MACOSX/aturan/._paslon.csv": "x",
      "aturan/~$paslon.csv": "y",
      "aturan/baca.txt": "z",
    });
    expect(isZip(packed)).toBe(true);
    const built = await buildFromFile("aturan.zip", packed, bundled());
    expect(built?.ok && built.layer).toEqual(layerOf());
  });

  test.each<[string, () => Uint8Array, string]>([
    ["cut short", () => zip(files()).subarray(0, 900), "file-broken"],
    [
      "unpacks to too much",
      () => zipSync({ "a.csv": [new Uint8Array(34 * 1024 * 1024), { level: 1 }] }),
      "file-big",
    ],
    [
      "too many files",
      () => zip(Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`${at}.csv`, "a"]))),
      "file-big",
    ],
    ["one name twice", () => zip({ "a/paslon.csv": "a", "b/paslon.csv": "b" }), "file-twice"],
    [
      "another code page",
      () => zipSync({ "paslon.csv": new Uint8Array([0x63, 0xe9, 0x0a]) }),
      "file-encoding",
    ],
    ["nothing of ours", () => zip({ "content.xml": "<a/>" }), "file-old"],
    ["an old workbook", () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "file-old"],
  ])("%s: %s", async (_, make, code) => {
    const built = await buildFromFile("a.zip", make(), bundled());
    expect(built?.ok === false && built.errors.map((error) => error.code)).toContain(code);
  });
});

describe("a file the user picks", () => {
  const gate = { name: "own", date: "2026-11-21", bundled: bundled(), layers: {} } as const;

  test("admits a ZIP of sheets as an own layer and not as an agency's", async () => {
    const zip = zipSync(
      Object.fromEntries(Object.entries(files()).map(([name, text]) => [name, strToU8(text)])),
    );
    const built = await buildFromFile("a.zip", zip, bundled());
    if (!built?.ok) throw new Error(JSON.stringify(built?.errors));
    const text = JSON.stringify(built.layer);
    const own = await admitLayerText(text, gate);
    expect(own.ok && own.admitted.layer).toEqual(layerOf());
    const agency = await admitLayerText(text, { ...gate, name: "agency" });
    expect(agency.ok ? "" : agency.errors[0]!.code).toBe("unsigned");
  });
});

describe("arbitrary input", () => {
  test("unpacks a ZIP that lies about its size to no more than it declares", () => {
    const packed = zipSync({ "paslon.csv": [new Uint8Array(8 * 1024 * 1024).fill(97), { level: 1 }] });
    const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
    const directory = packed.findLastIndex(
      (_, at) => at + 4 <= packed.length && view.getUint32(at, true) === 0x02014b50,
    );
    view.setUint32(directory + 24, 10, true);
    const unpacked = unpack(packed);
    if (unpacked.kind === "tables") expect(unpacked.files["paslon.csv"]?.length ?? 0).toBeLessThanOrEqual(10);
  });

  test("turns spreadsheets with arbitrary cells into a layer or faults without throwing", {
    timeout: 60_000,
  }, () => {
    const good = files();
    const whole = bundled();
    const names = Object.keys(good);
    const junk = fc.oneof(
      fc.constantFrom(
        '"',
        "\n",
        ",",
        ";",
        "\t",
        "|",
        "<b>",
        "\u202e",
        "__proto__",
        "constructor",
        "99.01",
        "-1",
        "1e9",
        "=cmd()",
        "#",
      ),
      fc.string({ unit: "binary", maxLength: 20 }),
    );
    const edits = fc.array(
      fc.record({ name: fc.constantFrom(...names), at: fc.nat(600), drop: fc.nat(30), put: junk }),
      { minLength: 1, maxLength: 4 },
    );
    let refused = 0;
    fc.assert(
      fc.property(edits, (list) => {
        const all = { ...good };
        for (const { name, at, drop, put } of list)
          all[name] = all[name]!.slice(0, at) + put + all[name]!.slice(at + drop);
        const built = buildLayer(all, whole);
        if (built.ok) expect(checkShape(LayerSchema, JSON.parse(JSON.stringify(built.layer))).ok).toBe(true);
        else {
          refused += 1;
          // "other" is what nobody can act on: every cell must be judged before the layer's shape is.
          for (const error of built.errors) expect(error.code).not.toBe("other");
        }
      }),
      { numRuns: process.env.JN_LONG === "1" ? 10_000 : 300 },
    );
    expect(refused).toBeGreaterThan(50);
  });

  test("rejects bytes that are not a ZIP", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(unpack(bytes).kind).toBe("refused");
      }),
    );
  });
});
