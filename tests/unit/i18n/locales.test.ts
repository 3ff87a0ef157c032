import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileLocale, locales, manifestMessages } from "../../../scripts/build/compile-locales.ts";
import { CHOICES, WEEKLY_ANSWERS } from "../../../src/domain/choices.ts";
import { EVIDENCE_KINDS } from "../../../src/domain/evidence-schema.ts";
import { OPTIONAL_SITES, SITE_IDS } from "../../../src/domain/sites.ts";
import { TRAINING_ANSWERS } from "../../../src/domain/training-schema.ts";
import { ACTIONS, STATUSES, STRENGTHS, ZONES } from "../../../src/domain/vocabulary.ts";
import { ACCOUNT_KINDS } from "../../../src/engine/ruleset/schema/roster.ts";

type Messages = Record<string, string>;
const LOCALES = "assets/locales";
const FILES = readdirSync(`${LOCALES}/id`);
/** Every language but Bahasa Indonesia, with which each is compared. */
const OTHERS = readdirSync(LOCALES).filter((name) => name !== "id" && !name.endsWith(".json"));
const read = (language: string, file: string): Messages =>
  JSON.parse(readFileSync(`${LOCALES}/${language}/${file}`, "utf8"));

/** Names may be the same in every language, and so may texts of slots alone ("{site} · {action}"). */
const NAMES = new Set(["app.name", "extensionName"]);
const mayBeEqual = (key: string, text: string) =>
  NAMES.has(key) || !/\p{L}/u.test(text.replace(/\{\w+\}/g, ""));

function* sources(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(name)) yield readFileSync(path, "utf8");
  }
}
const CODE = [...sources("src"), ...sources("entrypoints"), ...sources("scripts/build")].join("\n");

/** The evidence that detection can report: keys of the locale files that its code names, some computed from an account or phase. */
const DETECTION = [...sources("src/engine/detection")].join("\n");
const EVIDENCE = Object.keys(read("id", "overlay.json"))
  .filter((key) => key.startsWith("evidence.") && key !== "evidence.other")
  .map((key) => key.slice("evidence.".length));
const isReported = (key: string): boolean =>
  DETECTION.includes(`"${key}"`) ||
  ACCOUNT_KINDS.some((kind) => key === `account-${kind}`) ||
  (DETECTION.includes("`situation-${") && /^situation-(?:running|coming|over)$/.test(key));

/** Evidence that is never muted: accounts of the ruleset, and evidence against a campaign, which never causes a question. */
const NEVER_MUTED = new Set(["account", "neutral-account", "news-style"]);

/** Sentences about a ruleset: the code names them by their last part, which the compiler checks. */
function sentenceFamilies(): Record<string, string[]> {
  const families: Record<string, string[]> = {};
  for (const key of [...Object.keys(read("id", "ruleset.json")), ...Object.keys(read("id", "sheets.json"))]) {
    const [family, ...rest] = key.split(".");
    families[`${family}.`] = [...(families[`${family}.`] ?? []), rest.join(".")];
  }
  return families;
}

/** Families of keys whose last part is computed, with all its values. */
const FAMILIES: Record<string, readonly string[] | undefined> = {
  "doing.": ACTIONS,
  "action.": ACTIONS,
  "choice.": CHOICES,
  "strength.": STRENGTHS,
  "source.": ["naskah", "salinan", "berita", "pengamatan"],
  "popup.fault.": ["ruleset", "settings", "book", "host", "load", "storage", "unchecked"],
  "popup.channels.": ["report", "consult", "closed"],
  "popup.switched-off.": ["agency", "own"],
  "popup.unguarded.": ["before-install", "orphaned"],
  "bypassed.": ["like", "repost", "follow", "join"],
  "undo.": ["like", "repost", "follow", "join"],
  "evidence.": EVIDENCE.filter(isReported),
  "kind.": EVIDENCE_KINDS.filter((kind) => !NEVER_MUTED.has(kind)),
  "settings.sensitivity.": ["hemat", "seimbang", "ketat"],
  "settings.optional.": OPTIONAL_SITES,
  "settings.file.": ["not-ours", "newer", "too-big"],
  "settings.file.field.": [
    "language",
    "status",
    "spouse",
    "region",
    "sensitivity",
    "off",
    "office",
    "journalEnabled",
    "retention",
    "lockAfter",
    "reminder",
    "other",
  ],
  "book.export.refused.": ["not-ours", "too-big", "entry", "check"],
  "settings.policy.": ["rulesetUrl", "rulesetKey", "rulesetInline"],
  "rules.layer.": ["bundled", "agency", "own"],
  "rules.validity.": ["starts", "ends-soon", "ended"],
  "popup.agency.": ["starts", "ends-soon", "ended"],
  "rules.outcome.": ["added", "same", "no-access"],
  "welcome.status.": ["none", ...STATUSES],
  "welcome.office.": ["from", "to"],
  "rules.feed.waits.": ["permission", "confirm"],
  "rules.kind.": ACCOUNT_KINDS,
  "workshop.busy.": ["reading", "trying", "making"],
  "workshop.level.": ["clear", "notice", "warn"],
  ...sentenceFamilies(),
  "practice.keeping.": ["kept", "locked", "off", "private"],
  "practice.scene.": readdirSync("assets/training").map((file) => file.replace(".json", "")),
  "practice.answer.": TRAINING_ANSWERS,
  "book.": ["notes", "weekly", "overview", "export", "lock"],
  "book.notes.": ["day", "site", "action", "choice", "rule"],
  "book.weekly.": WEEKLY_ANSWERS,
  "room.": ["draft", "practice", "book", "settings", "welcome", "help"],
  "help.undo.": SITE_IDS,
  "help.report.kind.": ["asked", "missed"],
  "help.report.": ["copied", "failed"],
  "welcome.try.": ["cancel", "continue", "not-campaign"],
  "welcome.office.zone.": ZONES.map((zone) => zone.split("/")[1]!),
};

/** The names of all slots with their kinds, including those inside plurals and selects. */
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
  it.each(OTHERS)("has the files of Bahasa Indonesia in %s", (language) => {
    expect(readdirSync(`${LOCALES}/${language}`)).toEqual(FILES);
  });

  const load = async (file: string, script = "settings"): Promise<Record<string, unknown> | null> => {
    const plugin = locales();
    plugin.configResolved({ build: { lib: { fileName: script } } } as never);
    const loaded = await plugin.load(join(process.cwd(), LOCALES, "id", file));
    if (loaded === null || typeof loaded === "string") return JSON.parse(loaded ?? "null");
    return JSON.parse(JSON.parse(loaded.code.replace("export default ", "")));
  };

  it("compiles every file for Lingui except those with plain slots", async () => {
    const loaded = await Promise.all(FILES.map((file) => load(file)));
    const isPlain = (messages: Record<string, unknown> | null) =>
      messages === null || Object.values(messages).every((text) => typeof text === "string");
    expect(FILES.filter((_, at) => isPlain(loaded[at]!))).toEqual([
      "overlay.json",
      "ruleset.json",
      "sheets.json",
    ]);
  });

  it("gives page scripts no names of kinds of evidence, and the journal all of them", async () => {
    const isName = (key: string) => key.startsWith("kind.");
    const keys = Object.keys(read("id", "overlay.json"));
    expect(Object.keys((await load("overlay.json"))!)).toEqual(keys.filter((key) => !isName(key)));
    expect(Object.keys((await load("overlay.json?raw"))!)).toEqual(keys.filter(isName));
    expect(keys.filter(isName).length).toBeGreaterThan(10);
  });

  it("gives the engine's script what may have to be said without storage, and no other text of pages", async () => {
    const kept = ["notice.close", "toast.refused", "toast.gone"];
    expect(Object.keys((await load("overlay.json", "engine"))!)).toEqual(kept);
    expect(Object.keys((await load("overlay.json", "guard"))!).length).toBeGreaterThan(60);
  });

  it("has no key in two files", () => {
    const keys = FILES.flatMap((file) => Object.keys(read("id", file)));
    expect(new Set(keys).size).toBe(keys.length);
  });

  const translations = OTHERS.flatMap((language) => FILES.map((file) => [language, file] as const));

  it.each(translations)(
    "has in %s, %s each key of Bahasa Indonesia, in the same order and with the same slots",
    (language, file) => {
      const [id, other] = [read("id", file), read(language, file)];
      expect(Object.keys(id).filter((key) => !(key in other))).toEqual([]);
      expect(Object.keys(other)).toEqual(Object.keys(id));
      const [ofId, ofOther] = [compileLocale(id), compileLocale(other)];
      for (const key of Object.keys(id)) expect([key, slots(ofOther[key])]).toEqual([key, slots(ofId[key])]);
    },
  );

  it.each(translations)("has in %s, %s no empty and no untranslated text", (language, file) => {
    const [id, other] = [read("id", file), read(language, file)];
    for (const [key, text] of Object.entries(id)) {
      expect([key, text.trim()]).toEqual([key, text]);
      expect([key, text.length > 0 && other[key]!.length > 0]).toEqual([key, true]);
      if (!mayBeEqual(key, text)) expect([key, other[key]]).not.toEqual([key, text]);
    }
  });

  it("never accuses, threatens or gives an all-clear", () => {
    for (const file of FILES)
      for (const [key, text] of ["id", ...OTHERS].flatMap((language) => Object.entries(read(language, file))))
        expect([key, text]).toEqual([
          key,
          expect.not.stringMatching(
            /\b(aman|safe|anda melanggar|you (are|have) (breach|violat)|penjara|pidana|prison|jail)/i,
          ),
        ]);
  });

  /** Files whose every sentence a civil servant reads; those about rulesets are the agency's clerk's. */
  const READ = ["app.json", "manifest.json", "overlay.json", "pages.json", "settings.json"];

  it("says nothing in words that no user should meet", () => {
    const avoid = Object.keys(JSON.parse(readFileSync(`${LOCALES}/avoid.json`, "utf8")));
    expect(avoid.length).toBeGreaterThanOrEqual(30);
    const found = READ.flatMap((file) =>
      Object.entries(read("id", file)).flatMap(([key, text]) =>
        avoid
          .filter((word) => new RegExp(`(?<![\\w-])${word}(?![\\w-])`, "i").test(text.replace(/\{\w+/g, "{")))
          .map((word) => `${key}: ${word}`),
      ),
    );
    expect(found).toEqual([]);
  });

  it("says nothing in more than 20 words at a time", () => {
    const long = ["id", ...OTHERS].flatMap((language) =>
      READ.flatMap((file) =>
        Object.entries(read(language, file)).flatMap(([key, text]) =>
          text
            .replace(/\{[^{}]*\}/g, "x")
            .split(/(?<=[.!?…:;])\s+/)
            .filter((sentence) => (sentence.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0) > 20)
            .map((sentence) => `${language} ${key}: ${sentence}`),
        ),
      ),
    );
    expect(long).toEqual([]);
  });

  it("has no markup, because texts are shown as text", () => {
    for (const file of FILES)
      for (const text of Object.values(read("id", file))) expect(text).not.toMatch(/<[a-z/]|&[a-z]+;/i);
  });
});

describe("keys in the code", () => {
  /* The manifest's own messages are named in another way; they have a test below. */
  const ofCode = FILES.filter((file) => file !== "manifest.json");
  const all = new Set(ofCode.flatMap((file) => Object.keys(read("id", file))));
  const written = new Set([...CODE.matchAll(/\b(?:t|message)\(\s*"([\w-]+\.[\w.-]+)"/g)].map((m) => m[1]!));
  // A key may also be chosen conditionally, as in t(a ? "x" : "y"): every quoted key counts as used.
  const quoted = new Set([...CODE.matchAll(/"([a-z][\w-]*(?:\.[\w-]+)+)"/gi)].map((m) => m[1]!));

  it("finds every literal key of the code in the locale files", () => {
    expect([...written].filter((key) => !all.has(key))).toEqual([]);
  });

  it("finds every computed key in a complete, known family", () => {
    const computed = new Set([...CODE.matchAll(/\b(?:t|message)\(\s*`([\w.-]*)\$\{/g)].map((m) => m[1]!));
    expect([...computed].filter((prefix) => !FAMILIES[prefix])).toEqual([]);
    const missing = Object.entries(FAMILIES).flatMap(([prefix, ends]) =>
      ends!.map((end) => prefix + end).filter((key) => !all.has(key)),
    );
    expect(missing).toEqual([]);
  });

  it("finds no unused text", () => {
    const computed = new Set(
      Object.entries(FAMILIES).flatMap(([prefix, ends]) => ends!.map((end) => prefix + end)),
    );
    expect([...all].filter((key) => !quoted.has(key) && !computed.has(key))).toEqual([]);
  });

  it("finds every reason to refuse a ruleset in the code", () => {
    const codes = sentenceFamilies()["fault."]!;
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter((code) => !CODE.includes(`"${code}"`))).toEqual([]);
  });

  it("finds no text for users in the code of the interface", () => {
    // Text between tags or in an attribute that is read aloud: letters outside braces.
    const text = [...CODE.matchAll(/>\s*([A-Za-zÀ-ÿ][^<>{}=;()]*?)\s*<\/[a-z]/g)].map((m) => m[1]!);
    const attributes = [...CODE.matchAll(/(?:aria-label|title|alt|placeholder)="([^"]*[A-Za-z][^"]*)"/g)].map(
      (m) => m[1]!,
    );
    expect([...text, ...attributes]).toEqual([]);
  });
});

describe("the manifest's own messages", () => {
  const made = manifestMessages(LOCALES);

  it("has the messages in every language, none longer than the stores allow", () => {
    expect(made.map(({ relativeDest }) => relativeDest)).toEqual(
      ["id", ...OTHERS].toSorted().map((language) => `_locales/${language}/messages.json`),
    );
    for (const { contents } of made)
      expect(JSON.parse(contents).extensionDescription.message.length).toBeLessThanOrEqual(132);
  });

  it("uses each message", () => {
    const code = CODE + readFileSync("scripts/build/manifest.ts", "utf8");
    const isUsed = (key: string) => code.includes(`__MSG_${key}__`) || code.includes(`"${key}"`);
    expect(Object.keys(read("id", "manifest.json")).filter((key) => !isUsed(key))).toEqual([]);
  });
});
