import "fake-indexeddb/auto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { ManagedPolicy, parseManaged } from "../../../src/engine/ruleset/layers/managed-policy.ts";
import { privateFiles } from "../journal/ground.ts";

vi.stubGlobal("browser", fakeBrowser);
vi.stubGlobal("chrome", fakeBrowser);
const files = privateFiles();
const { openUserJournal } = await import("../../../src/journal/open.ts");
const { readPolicy } = await import("../../../src/storage/managed-policy.ts");

/** What a policy may say; anything more must come with a reason why it has nothing to do with the book. */
const ALLOWED = ["rulesetUrl", "rulesetKey", "rulesetInline"];
const WISHES = [
  "book",
  "passphrase",
  "unlock",
  "unlockBook",
  "exportBook",
  "exportTo",
  "journalEnabled",
  "retention",
  "profile",
  "settings",
  "session:profile",
  "session:openedKey",
  "__proto__",
  "constructor",
];

function* sources(folder: string): Generator<[string, string]> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(name)) yield [path, readFileSync(path, "utf8")];
  }
}
const CODE = [...sources("src"), ...sources("entrypoints")];

describe("no policy can read, export or unlock the book", () => {
  const line = {
    holdId: "a",
    day: "2026-11-21",
    rule: "R1",
    site: "x",
    action: "like",
    choice: "cancelled",
  } as const;

  beforeEach(() => fakeBrowser.reset());

  it("it may name rules, and nothing else; the browser's schema says the same", () => {
    expect(Object.keys(ManagedPolicy.def.shape)).toEqual(ALLOWED);
    const schema = JSON.parse(readFileSync("public/rulesets/managed-schema.json", "utf8"));
    expect(Object.keys(schema.properties)).toEqual(ALLOWED);
  });

  it("anything else is refused as a whole", () => {
    for (const wish of WISHES)
      for (const value of [true, "all", "https://example.go.id/", { entries: "all" }])
        expect([wish, parseManaged(JSON.parse(JSON.stringify({ [wish]: value }))).ok]).toEqual([wish, false]);
  });

  it("whatever it says, a locked book stays locked, the user's own answers stay, nothing is sent", async () => {
    const fetched = vi.fn();
    vi.stubGlobal("fetch", fetched);
    const book = openUserJournal();
    await book.add(line);
    await book.setPassphrase("empat kata panjang");
    await book.lock();
    await fakeBrowser.storage.session.set({ profile: { journalEnabled: true, retention: 365 } });
    const key = files.get("book-key");
    const { loadUser } = await import("../../../src/pages/settings/user-source.ts");
    Object.assign(fakeBrowser.permissions, { contains: async () => false });
    Object.assign(fakeBrowser.i18n, { getUILanguage: () => "id" });
    Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: "0" }) });
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...WISHES, ...ALLOWED), fc.jsonValue()),
        async (values) => {
          vi.spyOn(fakeBrowser.storage.managed, "get").mockResolvedValue(values as never);
          await readPolicy();
          const user = await loadUser();
          expect(user.profile).toMatchObject({ journalEnabled: true, retention: 365 });
          expect(await book.lockState()).toBe("locked");
          await expect(book.all()).rejects.toMatchObject({ code: "locked" });
        },
      ),
      { numRuns: 50 },
    );
    expect(files.get("book-key")).toBe(key);
    expect(fetched).not.toHaveBeenCalled();
    expect(await book.unlock("empat kata panjang")).toBe(true);
    expect((await book.all()).entries).toEqual([line]);
  });

  it("managed storage is read in one place, which knows no book; the book knows no policy", () => {
    const reads = CODE.filter(([, text]) => /storage\.managed\.|"managed:/.test(text)).map(([path]) => path);
    expect(reads).toEqual(["src/storage/managed-values.ts"]);
    const uses = CODE.filter(([, text]) =>
      /from "[./]*\/(?:storage\/)?(?:managed-policy|managed-values)\.ts"/.test(text),
    );
    for (const [path, text] of uses) {
      expect([path, text]).toEqual([
        path,
        expect.not.stringMatching(/journal\/open|journal\/journal|openJournal|openUserJournal/),
      ]);
    }
    expect(uses.length).toBeGreaterThan(1);
    for (const [path, text] of CODE.filter(([path]) => path.startsWith("src/journal/")))
      expect([path, text]).toEqual([path, expect.not.stringMatching(/managed|policy/i)]);
  });
});
