/** Licences of what ships are told, in docs/licences.md and in *Tentang*, and are those that the packages name. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Bill, billOf, describePackage, packagesInMaps } from "../../../scripts/release/shipped.ts";
import { LIBRARIES } from "../../../src/pages/settings/libraries.ts";

const told = LIBRARIES.flatMap(([packages, licence]) => packages.map((name) => [name, licence] as const));

it("names every dependency of package.json in Tentang, with the licence that it gives itself", () => {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: object };
  const names = new Set(told.map(([name]) => name));
  expect(Object.keys(dependencies).filter((name) => !names.has(name))).toEqual([]);
  for (const [name, licence] of told) expect([name, describePackage(name).licence]).toEqual([name, licence]);
});

it("names in docs/licences.md what Tentang names, in the installed version", () => {
  const rows = [...readFileSync("docs/licences.md", "utf8").matchAll(/^\| (\S+) \| (\S+) \| (\S+) \|/gm)];
  const listed = rows.map(([, name, version, licence]) => ({ name, version, licence })).slice(1);
  expect(listed.length).toBeGreaterThan(10);
  for (const one of listed) expect(describePackage(one.name!)).toMatchObject(one);
  const names = new Set(told.map(([name]) => name));
  expect(listed.filter(({ name }) => !names.has(name!))).toEqual([]);
});

it("finds packages, scoped and nested ones too, in the source maps of a build", () => {
  const folder = mkdtempSync(join(tmpdir(), "maps-"));
  try {
    expect(() => packagesInMaps([folder])).toThrow("no source maps");
    mkdirSync(join(folder, "chunks"));
    const sources = [
      "../../node_modules/preact/dist/preact.mjs",
      "../../node_modules/@hpke/core/esm/mod.js",
      "../../node_modules/a/node_modules/b/x.js",
      "../../src/ui/icon.tsx",
    ];
    writeFileSync(join(folder, "chunks/a.js.map"), JSON.stringify({ sources }));
    expect(packagesInMaps([folder])).toEqual(["@hpke/core", "b", "preact"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe("the bill of materials", () => {
  const all: Bill = {
    bomFormat: "CycloneDX",
    metadata: { component: { "bom-ref": "ours@1" } },
    components: [
      { "bom-ref": "preact@1", name: "preact" },
      { "bom-ref": "browser@2", name: "browser", group: "@wxt-dev" },
      { "bom-ref": "vite@3", name: "vite" },
    ],
    dependencies: [
      { ref: "ours@1", dependsOn: ["preact@1", "vite@3"] },
      { ref: "preact@1", dependsOn: [] },
      { ref: "vite@3", dependsOn: ["preact@1"] },
    ],
  };

  it("holds what ships and nothing of the tools, with what depends on what among them", () => {
    const { bill, missing } = billOf(all, ["preact", "@wxt-dev/browser"]);
    expect(bill.components.map((one) => one["bom-ref"])).toEqual(["preact@1", "browser@2"]);
    expect(bill.dependencies).toEqual([
      { ref: "ours@1", dependsOn: ["preact@1"] },
      { ref: "preact@1", dependsOn: [] },
    ]);
    expect(missing).toEqual([]);
  });

  it("says which package of the build it lacks", () => {
    expect(billOf(all, ["preact", "zod"]).missing).toEqual(["zod"]);
  });
});
