import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileLocale } from "../../../scripts/build/compile-locales.ts";
import { CHOICES, DEEDS } from "../../../src/domain/choices.ts";
import { EVIDENCE_KINDS } from "../../../src/domain/evidence-schema.ts";
import { ACTIONS, ASKED_SITES, STATUSES, STRENGTHS, ZONES } from "../../../src/domain/vocabulary.ts";
import { ACCOUNT_KINDS } from "../../../src/engine/ruleset/schema/roster.ts";

type Messages = Record<string, string>;
const LOCALES = "assets/locales";
const FILES = readdirSync(`${LOCALES}/id`);
const read = (language: string, file: string): Messages =>
  JSON.parse(readFileSync(`${LOCALES}/${language}/${file}`, "utf8"));

/** Names are rightly the same in both languages, and so are bare slots ("{site} · {action}"); all else is a debt. */
const NAMES = new Set(["app.name"]);
const same = (key: string, text: string) => NAMES.has(key) || !/\p{L}/u.test(text.replace(/\{\w+\}/g, ""));

function* sources(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(name)) yield readFileSync(path, "utf8");
  }
}
const CODE = [...sources("src"), ...sources("entrypoints"), ...sources("scripts/build")].join("\n");

/** What detection can say, kept in its own room as the list of its keys. */
const EVIDENCE: Record<string, { id: string; en: string }> = JSON.parse(
  readFileSync("src/engine/detection/evidence-keys.json", "utf8"),
);

/** Accounts of the ruleset are always asked about, and what speaks against a campaign never is. */
const NEVER_DULLED = new Set(["account", "neutral-account", "news-style"]);

/** Families of keys whose last part is computed, with everything it can be. */
const FAMILIES: Record<string, readonly string[] | undefined> = {
  "deed.": ACTIONS,
  "action.": ACTIONS,
  "choice.": CHOICES,
  "strength.": STRENGTHS,
  "source.": ["naskah", "salinan", "berita", "pengamatan"],
  "popup.fault.": ["ruleset", "settings", "book", "host", "load", "storage"],
  "popup.channels.": ["report", "consult", "closed"],
  "popup.off.": ["agency", "own"],
  "popup.unguarded.": ["before-install", "orphaned"],
  "told.missed.": ["like", "repost", "follow", "join"],
  "told.undo.": ["like", "repost", "follow", "join"],
  "evidence.": Object.keys(EVIDENCE),
  "book.kind.": EVIDENCE_KINDS.filter((kind) => !NEVER_DULLED.has(kind)),
  "settings.sensitivity.": ["hemat", "seimbang", "ketat"],
  "settings.asked.": ASKED_SITES,
  "settings.policy.": ["rulesetUrl", "rulesetKey", "rulesetInline"],
  "rules.layer.": ["bundled", "agency", "own"],
  "rules.left.": ["expired", "not-yet", "broken"],
  "rules.outcome.": ["added", "same", "no-access"],
  "welcome.status.": ["none", ...STATUSES],
  "welcome.office.": ["from", "to"],
  "rules.feed.waits.": ["permission", "confirm"],
  "rules.kind.": ACCOUNT_KINDS,
  "book.": ["notes", "weekly", "overview", "export", "lock"],
  "book.notes.": ["day", "site", "action", "choice", "rule"],
  "book.weekly.": DEEDS,
  "welcome.office.zone.": ZONES.map((zone) => zone.split("/")[1]!),
};

/** Names of the slots, those inside plurals and selects too, with their kind. */
function slots(tokens: unknown, into = new Set<string>()): Set<string> {
  if (!Array.isArray(tokens)) return into;
  for (const token of tokens) {
    if (!Array.isArray(token)) continue;
    const [name, kind, more] = token as [string, string?, unknown?];
    into.add(kind ? `${name}:${kind}` : name);
    if (more && typeof more === "object") for (const branch of Object.values(more)) slots(branch, into);
  }
  return into;
}

describe("locale files", () => {
  it("are the same files in each language", () => {
    expect(readdirSync(`${LOCALES}/en`)).toEqual(FILES);
  });

  it("hold no key in two files", () => {
    const keys = FILES.flatMap((file) => Object.keys(read("id", file)));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(FILES)("%s: each key in both languages, in the same order, with the same slots", (file) => {
    const [id, en] = [read("id", file), read("en", file)];
    expect(Object.keys(en)).toEqual(Object.keys(id));
    const [ofId, ofEn] = [compileLocale(id), compileLocale(en)];
    for (const key of Object.keys(id)) expect([key, slots(ofEn[key])]).toEqual([key, slots(ofId[key])]);
  });

  it.each(FILES)("%s: nothing empty, nothing left untranslated", (file) => {
    const [id, en] = [read("id", file), read("en", file)];
    for (const [key, text] of Object.entries(id)) {
      expect([key, text.trim()]).toEqual([key, text]);
      expect([key, text.length > 0 && en[key]!.length > 0]).toEqual([key, true]);
      if (!same(key, text)) expect([key, en[key]]).not.toEqual([key, text]);
    }
  });

  it("keep the tone: never an accusation, a threat or an all-clear", () => {
    for (const file of FILES)
      for (const [key, text] of [...Object.entries(read("id", file)), ...Object.entries(read("en", file))])
        expect([key, text]).toEqual([
          key,
          expect.not.stringMatching(
            /\b(aman|safe|anda melanggar|you (are|have) (breach|violat)|penjara|pidana|prison|jail)/i,
          ),
        ]);
  });

  it("hold no markup: texts are shown as text", () => {
    for (const file of FILES)
      for (const text of Object.values(read("id", file))) expect(text).not.toMatch(/<[a-z/]|&[a-z]+;/i);
  });
});

describe("keys in the code", () => {
  const all = new Set(FILES.flatMap((file) => Object.keys(read("id", file))));
  const written = new Set([...CODE.matchAll(/\b(?:t|message)\(\s*"([\w-]+\.[\w.-]+)"/g)].map((m) => m[1]!));
  // A key may also stand in a choice of two: t(a ? "x" : "y"); every quoted key counts as used.
  const quoted = new Set([...CODE.matchAll(/"([a-z][\w-]*(?:\.[\w-]+)+)"/gi)].map((m) => m[1]!));

  it("are all in the locale files", () => {
    expect([...written].filter((key) => !all.has(key))).toEqual([]);
  });

  it("computed ones are of a known family, complete", () => {
    const computed = new Set([...CODE.matchAll(/\b(?:t|message)\(\s*`([\w.-]*)\$\{/g)].map((m) => m[1]!));
    expect([...computed].filter((prefix) => !FAMILIES[prefix])).toEqual([]);
    const missing = Object.entries(FAMILIES).flatMap(([prefix, ends]) =>
      ends!.map((end) => prefix + end).filter((key) => !all.has(key)),
    );
    expect(missing).toEqual([]);
  });

  it("evidence has the slots that detection fills", () => {
    const texts = compileLocale(read("id", "page.json"));
    const filled = compileLocale(
      Object.fromEntries(Object.entries(EVIDENCE).map(([key, { id }]) => [key, id])),
    );
    for (const key of Object.keys(EVIDENCE))
      expect([key, slots(texts[`evidence.${key}`])]).toEqual([key, slots(filled[key])]);
  });

  it("cover every text: none is unused", () => {
    const computed = new Set(
      Object.entries(FAMILIES).flatMap(([prefix, ends]) => ends!.map((end) => prefix + end)),
    );
    expect([...all].filter((key) => !quoted.has(key) && !computed.has(key))).toEqual([]);
  });

  it("no user text stands in the code of the interface", () => {
    // Text between tags, or in an attribute people hear: letters outside braces.
    const text = [...CODE.matchAll(/>\s*([A-Za-zÀ-ÿ][^<>{}=;()]*?)\s*<\/[a-z]/g)].map((m) => m[1]!);
    const spoken = [...CODE.matchAll(/(?:aria-label|title|alt|placeholder)="([^"]*[A-Za-z][^"]*)"/g)].map(
      (m) => m[1]!,
    );
    expect([...text, ...spoken]).toEqual([]);
  });
});

describe("the manifest's own messages", () => {
  const own = (language: string) =>
    JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, "utf8")) as Record<
      string,
      { message: string }
    >;

  it("are in both languages, each used, none longer than the stores allow", () => {
    const [id, en] = [own("id"), own("en")];
    expect(Object.keys(en)).toEqual(Object.keys(id));
    for (const key of Object.keys(id))
      expect([key, CODE.includes(`__MSG_${key}__`) || CODE.includes(`"${key}"`)]).toEqual([key, true]);
    for (const messages of [id, en])
      expect(messages.extensionDescription!.message.length).toBeLessThanOrEqual(132);
  });
});
