/** Lists generated from folders: a language is named by its folder only. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manifestMessages } from "../../../scripts/build/compile-locales.ts";
import { makeLists, writeLists } from "../../../scripts/build/lists.ts";

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "jn-lists-"));
  for (const folder of ["src/sites", "src/domain", "assets/locales"])
    cpSync(folder, join(root, folder), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const languages = () => makeLists(root)["src/domain/languages.ts"]!;

describe("a folder of locale files", () => {
  it("becomes a language, after Bahasa Indonesia", () => {
    expect(languages()).toContain('LANGUAGES = ["id", "en"]');
    cpSync(join(root, "assets/locales/en"), join(root, "assets/locales/jv"), { recursive: true });
    expect(languages()).toContain('LANGUAGES = ["id", "en", "jv"]');
    expect(writeLists(root)).toEqual(["src/domain/languages.ts"]);
    expect(readFileSync(join(root, "src/domain/languages.ts"), "utf8")).toBe(languages());
  });

  it("gives the manifest its messages", () => {
    const made = manifestMessages(join(root, "assets/locales"));
    expect(made.map(({ relativeDest }) => relativeDest)).toContain("_locales/jv/messages.json");
    expect(JSON.parse(made.at(-1)!.contents).extensionName).toEqual({ message: "Jaga Netral" });
  });

  it("is refused unless its name is a language code", () => {
    mkdirSync(join(root, "assets/locales/Jawa"));
    expect(languages).toThrow("assets/locales/Jawa");
  });
});

it("invalid site data are refused with file and key", () => {
  const file = join(root, "src/sites/x/site.json");
  const data = JSON.parse(readFileSync(file, "utf8"));
  const change = (changes: object) => writeFileSync(file, JSON.stringify({ ...data, ...changes }));
  for (const [changes, key] of [
    [{ hosts: ["https://x.com"] }, "hosts.0"],
    [{ places: { feed: "^(" } }, "places.feed"],
    [{ places: { feed: "home" } }, "places.feed"],
    [{ actions: { ...data.actions, like: "maybe" } }, "actions.like"],
    [{ actions: { ...data.actions, like: undefined } }, "actions.like"],
    [{ surprise: 1 }, "x/site.json"],
  ] as const) {
    change(changes);
    expect(() => makeLists(root), JSON.stringify(changes)).toThrow(key);
    expect(() => makeLists(root)).toThrow("src/sites/x/site.json");
  }
});
