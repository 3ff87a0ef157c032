/**
 * The background alone writes what tabs and pages share: two writers that read before they write lose a change. Whatever
 * is not a known way of reading counts as writing, however storage is reached.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CHANGED_KEYS, VOUCHED_KEYS } from "../../src/background/changes.ts";
import { withoutComments } from "./lib/source.ts";

/** What the storage library calls writing. */
const WRITE = /\b(setValue|removeValue|setItems?|removeItems?|setMeta|removeMeta|restoreSnapshot)\b/g;
/** A write of one item, by its name. */
const ITEM_WRITE =
  /\b(?:stored\s*\.\s*(\w+)|(profileItem|openedKeyItem))\s*\.\s*(?:setValue|removeValue|setMeta)\(/g;
/** All that is done with storage without writing. */
const READS =
  /import \{ storage \} from "@wxt-dev\/storage"|(?<!\.)\bstorage\.(?:defineItem<[^>]*>|watch)\(|\bbrowser\.storage\.(?:(?:local|managed)\.get|onChanged\.addListener)\(|\bnavigator\.storage\.getDirectory\(/g;
/** The word where it is no object: a permission, a code of a fault, a name in a text or of a library, a file of ours. */
const WORDS =
  /(?<=\[[^\]]*)"@wxt-dev\/storage"|(?<=(?:\bfrom |\bimport\()")\.[\w./-]+(?=")|(?<!\[\s*)"storage"|"storage"(?!\s*\])|\["storage", "alarms"\]|"[^"\n]*[^"\n]\bstorage,[^"\n]*"|\bstorage: \{ managed_schema/g;

/** Does the code hold storage in a way that may write? */
const mayWrite = (code: string): boolean => /\bstorage\b/.test(code.replace(READS, "").replace(WORDS, ""));
/** Items that are written, and writes of what has no name here. */
function writesOf(code: string): { items: string[]; unnamed: number } {
  const items = [...code.matchAll(ITEM_WRITE)].map(([, item, other]) => item ?? other!);
  return {
    items: [...new Set(items)],
    unnamed: [...code.matchAll(WRITE)].length - [...code.matchAll(ITEM_WRITE)].length,
  };
}

/** Comments name keys and calls without making them. */
const sources = ["src", "entrypoints"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  )
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, code: withoutComments(readFileSync(file, "utf8")) }));
const background = sources.filter(({ file }) => file.startsWith("src/background/"));
const others = sources.filter((one) => !background.includes(one));

describe("storage shared by tabs and pages", () => {
  it("is written by no file outside the background", () => {
    expect(others.length).toBeGreaterThan(200);
    expect(others.filter(({ code }) => code.search(READS) >= 0).length).toBeGreaterThan(4);
    expect(others.filter(({ code }) => mayWrite(code)).map(({ file }) => file)).toEqual([]);
  });

  it("has no other written item but the opened key, which the queue of the journal writes", () => {
    const writers = others.filter(({ code }) => code.search(WRITE) >= 0);
    expect(writers.map(({ file, code }) => [file, writesOf(code)])).toEqual([
      ["src/journal/open.ts", { items: ["openedKeyItem"], unnamed: 0 }],
    ]);
  });
});

describe("storage within the background", () => {
  it("is accessed only by the few files that own an item", () => {
    expect(background.filter(({ code }) => mayWrite(code)).map(({ file }) => file)).toEqual([
      /* The secret of the answers of this session. */
      "src/background/answer-secrets.ts",
      /* Who may see the session's storage; it writes no value there. */
      "src/background/autolock.ts",
      /* What was seen of accounts, in the memory of the session. */
      "src/background/seen-accounts.ts",
      /* Its only writer, and the copy in its own database. */
      "src/background/vouched-storage.ts",
      /* What the layers changed of each site. */
      "src/background/rules/site-overrides.ts",
    ]);
  });

  it("has one writer for each item, and only the shared state writes what pages may change", () => {
    const owners: Record<string, string[]> = {};
    for (const { file, code } of background) {
      const { items, unnamed } = writesOf(code);
      expect([file, unnamed]).toEqual([file, 0]);
      for (const item of items) owners[item] = [...(owners[item] ?? []), file.replace("src/background/", "")];
    }
    expect(owners).toEqual({
      agencyLayer: ["rules/layer-manager.ts"],
      pageTexts: ["overlay-texts.ts"],
      reminded: ["weekly-reminder.ts"],
      rules: ["rules/compile-stored.ts"],
      rulesChanges: ["rules/layer-manager.ts"],
      rulesFeedProblem: ["rules/layer-feed.ts"],
      rulesOff: ["rules/compile-stored.ts"],
      rulesProblem: ["rules/compile-stored.ts"],
      sitesOff: ["rules/compile-stored.ts"],
    });
    /* The one with two: a reset takes it away, and it is written without regard to what was there. */
    expect(VOUCHED_KEYS.filter((key) => key in owners)).toEqual([]);
    expect(CHANGED_KEYS.filter((key) => key in owners)).toEqual(["reminded"]);
    expect(owners).not.toHaveProperty("profileItem");
  });
});

describe("the check for writers", () => {
  it.each([
    "const { local: area } = browser.storage; area.set({ today })",
    'browser.storage["local"].set({ today })',
    'browser["storage"].local.set({ today })',
    "browser.storage.local.set({ today })",
    "const { storage } = browser; storage.session.clear()",
    "chrome.storage.local.remove('today')",
    'import { a } from "../storage/items.ts"; browser.storage.local.clear()',
    'const kept = browser["storage"]; import("./storage.ts")',
    "const { set } = browser.storage.local",
    "const b = browser; b.storage?.local.set({ today })",
    'storage.setItem("local:today", 1)',
    'import { storage as kept } from "@wxt-dev/storage"; kept.setItems([])',
  ])("finds the access to storage in %s", (code) => expect(mayWrite(code)).toBe(true));

  it.each([
    "const item = stored.today; item.setValue(1)",
    'stored["today"].setValue(1)',
    "const { setValue } = stored.today",
  ])("finds the write without a direct item in %s", (code) => expect(writesOf(code).unnamed).toBe(1));

  it("ignores code that only reads", () => {
    const reads =
      'await browser.storage.local.get("profile"); storage.defineItem<unknown>("local:profile").watch(look)';
    expect([mayWrite(reads), writesOf(reads)]).toEqual([false, { items: [], unnamed: 0 }]);
  });
});
