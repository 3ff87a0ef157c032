/** What is uploaded to the stores: texts fit, permissions are explained, blanks stay visible. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fillIn, readBlanks } from "../../../scripts/store/blanks.ts";
import { formText, listingText } from "../../../scripts/store/forms.ts";
import { privacyPage } from "../../../scripts/store/privacy.ts";
import {
  readForms,
  readTexts,
  STORES,
  type StoreName,
  tooLong,
  unexplained,
} from "../../../scripts/store/texts.ts";

const [texts, forms, blanks] = [readTexts(), readForms(), readBlanks()];
const stores = Object.keys(STORES) as StoreName[];
const manifests = ["chrome", "firefox"].map(
  (name) => JSON.parse(readFileSync(`tests/golden/manifest.${name}.json`, "utf8")) as object,
);

describe("the stores' texts", () => {
  it("fit into every store in every language", () => {
    expect(tooLong(texts, forms)).toEqual([]);
  });

  it("are refused one character above a limit, and when empty", () => {
    const long = { ...texts, id: { ...texts.id, summary: "a".repeat(133), description: "a".repeat(10_001) } };
    expect(tooLong(long, forms)).toEqual([
      "chrome: summary (id) has 133 characters, 132 fit",
      "edge: summary (id) has 133 characters, 132 fit",
      "edge: description (id) has 10001 characters, 10000 fit",
    ]);
    expect(tooLong({ id: { ...texts.id, singlePurpose: "" } }, forms)).toContain(
      "chrome: singlePurpose (id) is empty",
    );
  });

  it("say that it is nobody's official application and no legal advice", () => {
    expect(texts.id.description).toMatch(/Bukan aplikasi BKN.*bukan nasihat hukum/);
    expect(texts.en.description).toMatch(/Not an application of BKN.*no legal advice/);
  });
});

describe("the forms", () => {
  it("explain every permission of the manifests and no other", () => {
    expect(unexplained(forms, manifests)).toEqual([]);
    expect(unexplained(forms, [...manifests, { permissions: ["tabs"] }])).toEqual([
      "tabs is asked for and not explained",
    ]);
    expect(unexplained({ ...forms, permissions: { ...forms.permissions, cookies: "" } }, manifests)).toEqual([
      "cookies is explained and not asked for",
    ]);
  });
});

describe("what only the publisher knows", () => {
  it("stays a visible blank, and stands in every place once it is filled in", () => {
    for (const store of stores) {
      expect(fillIn(formText(store, forms, texts.en), new Map([...blanks, ["publisher", ""]]))).toContain(
        "[publisher]",
      );
      const filled = new Map([...blanks].map(([name]) => [name, `value-${name}`]));
      const whole = fillIn(listingText(store, texts.id) + formText(store, forms, texts.en), filled);
      expect(whole).toContain("value-publisher");
      expect(whole).toContain("value-support-email");
      expect(whole).not.toMatch(/\{[a-z]+-?[a-z]*\}/);
    }
    expect(() => fillIn("{publischer}", blanks)).toThrow("has no publischer");
  });

  it("is read from a page whose rows have three columns and names that stand once", () => {
    expect(readBlanks("| name | where | value |\n|---|---|---|\n| publisher | x | Dinas |\n")).toEqual(
      new Map([["publisher", "Dinas"]]),
    );
    expect(() => readBlanks("| publisher | x |\n")).toThrow("not three columns");
    expect(() => readBlanks("| publisher | x | |\n| publisher | y | |\n")).toThrow("twice");
  });
});

describe("the privacy policy as one page", () => {
  const page = privacyPage(blanks);
  it("has both languages, no script, and asks for nothing from elsewhere", () => {
    expect(page).toContain('<section lang="id" id="id">');
    expect(page).toContain('<section lang="en" id="en">');
    expect(page).not.toMatch(/<script|src=|@import|url\(/);
    expect(
      [...page.matchAll(/href="([^"]+)"/g)].map(([, to]) => to).filter((to) => !/^(?:#|https:)/.test(to!)),
    ).toEqual([]);
  });

  it("says in both languages the same kinds of things in the same order", () => {
    const rows = (file: string) => readFileSync(file, "utf8").match(/^\| /gm)?.length;
    const headings = (file: string) => readFileSync(file, "utf8").match(/^##? /gm)?.length;
    expect(rows("docs/privacy.id.md")).toBe(rows("docs/privacy.md"));
    expect(headings("docs/privacy.id.md")).toBe(headings("docs/privacy.md"));
    expect(existsSync("docs/privacy.id.md")).toBe(true);
  });
});
