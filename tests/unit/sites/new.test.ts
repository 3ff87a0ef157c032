/** Runs `npm run new:site` in a copy of the project and tries the new site's data and code. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeLists } from "../../../scripts/build/lists.ts";
import { createSite, faultOf } from "../../../scripts/sites/new.ts";
import { readSites } from "../../../scripts/sites/source.ts";
import type { MakeSite } from "../../../src/sites/adapter.ts";
import { standInOf } from "../../browser/lib/stand-in.ts";
import { documentOf } from "./page.ts";

const SITE = { id: "cobaan", host: "cobaan.example", name: "Coba & Co" };
let root: string;
let written: string[];
const read = (file: string) => readFileSync(join(root, file), "utf8");

beforeAll(() => {
  /* Inside the project, so that its modules can be imported from there. */
  mkdirSync(join(import.meta.dirname, "../../../.tmp"), { recursive: true });
  root = mkdtempSync(join(import.meta.dirname, "../../../.tmp/new-site-"));
  for (const folder of ["src", "entrypoints", "assets/locales"])
    cpSync(folder, join(root, folder), { recursive: true });
  written = createSite(SITE, root);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("a new site", () => {
  it("has seven files; of other files only the generated lists change", () => {
    const own = written.filter((file) => !Object.keys(makeLists(root)).includes(file));
    expect(own).toHaveLength(7);
    for (const file of own)
      expect([file, read(file).includes("__")]).toEqual([
        file,
        file.endsWith("html") && read(file).includes("__live"),
      ]);
    expect(written.filter((file) => !own.includes(file))).toEqual([
      "src/domain/sites.ts",
      "src/domain/site-hosts.ts",
    ]);
  });

  it("has data that the schema accepts, without evidence, after the existing sites", () => {
    const sites = readSites(root);
    const at = sites.findIndex(([id]) => String(id) === "cobaan");
    expect(sites[at]![1]).toMatchObject({ name: "Coba & Co", hosts: ["cobaan.example"], pages: {} });
    expect(Object.values(sites[at]![1].evidence.labels).flat()).not.toHaveLength(0);
    expect(new Set(Object.values(sites[at]![1].evidence.labels).flat())).toEqual(new Set(["unverified"]));
    expect(at).toBe(sites.length - 1);
  });

  it("appears in the lists that all code reads", () => {
    expect(read("src/domain/sites.ts")).toContain(`cobaan: "Coba & Co"`);
    expect(read("src/domain/site-hosts.ts")).toContain(`cobaan: ["cobaan.example"]`);
    expect(read("src/domain/sites.ts")).toBe(makeLists(root)["src/domain/sites.ts"]);
  });

  it("holds on its own page the actions that its data call held", async () => {
    const { html, slots } = standInOf(read("tests/browser/pages/cobaan/hand_cobaan_profile_id.html"))!;
    const { cobaan } = (await import(join(root, "src/sites/cobaan/adapter.ts"))) as { cobaan: MakeSite };
    const [, { hosts, selectors, labels, actions }] = readSites(root).at(-1)!;
    const doc = documentOf(html, (slots as { url: string }).url);
    const site = cobaan(doc, { hosts, selectors, labels });
    for (const editor of doc.querySelectorAll("textarea")) editor.value = "Setuju";
    const held = [...doc.querySelectorAll("button")].map((button) => site.press(button)?.action);
    const claimed = Object.keys(actions).filter((action) => actions[action as "like"] === "held");
    expect(new Set(held)).toEqual(new Set(claimed));
    expect(site.posts().map((post) => site.readPost(post).author)).toEqual([
      { handle: "akun_1", name: "Akun Satu" },
      { handle: "akun_2", name: "Akun Dua" },
    ]);
  });
});

describe("making a site", () => {
  const fault = (change: Partial<typeof SITE>) =>
    faultOf({ id: "lain", host: "lain.example", name: "Lain", ...change }, root);

  it.each([
    [{ id: "" }, "a site's name is"],
    [{ id: "Lain" }, "a site's name is"],
    [{ id: "../lain" }, "a site's name is"],
    [{ id: "la-in" }, "a site's name is"],
    [{ id: "1lain" }, "a site's name is"],
    [{ id: "a".repeat(21) }, "a site's name is"],
    [{ id: "new" }, "a reserved word of JavaScript"],
    [{ id: "cobaan" }, "cobaan already is a site with the hosts cobaan.example"],
    [{ host: "cobaan.example" }, "cobaan already is a site"],
    [{ host: "https://lain.example" }, "not a host name"],
    [{ host: "lain" }, "not a host name"],
    [{ name: " " }, "not a display name"],
    [{ id: "engine" }, "already is an entry point"],
    [{ id: "shared" }, "src/sites/shared already exists"],
  ])("is refused for %j: %s", (change, reason) => {
    expect(fault(change)).toContain(reason);
  });

  it("writes nothing when it is refused", () => {
    const before = read("src/domain/sites.ts");
    expect(() => createSite({ ...SITE, name: "Again" }, root)).toThrow("cobaan already is a site");
    expect(read("src/domain/sites.ts")).toBe(before);
    expect(read("src/sites/cobaan/site.json")).toContain("Coba & Co");
  });

  it("is possible under any other name", () => {
    expect(fault({})).toBeUndefined();
    expect(existsSync(join(root, "src/sites/lain"))).toBe(false);
  });
});
