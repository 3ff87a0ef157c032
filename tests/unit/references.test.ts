import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { commentsOf, projectFiles, withoutComments } from "./lib/source.ts";

/** What comments and docs refer to is there: files and lines, folders, tests, scripts, classes of attack, names. */

const FILES = projectFiles();
/* This file names on purpose what is not there. */
const THIS = "tests/unit/references.test.ts";
const isCode = (file: string) => /\.(?:tsx?|js|css|html)$/.test(file);
const CODE = FILES.filter(
  (file) => file !== THIS && isCode(file) && /^(?:src|entrypoints|scripts|tests|\w+\.config)\b/.test(file),
);
const DOCS = FILES.filter((file) => file.endsWith(".md"));

/** Files that are no part of the project: what agencies and browsers have, what is imported, how others build. */
const ELSEWHERE = new Set([
  "policies.json",
  "/etc/firefox/policies/policies.json",
  "dinas.json",
  "/dinas.json",
  "dinas-1.json",
  "coba.txt",
  "daftar.csv",
  "LIST.csv",
  "dinas-6.json",
  "dinas-7.json",
  "dinas-8.json",
  "dinas-9.json",
  "kunci-baru.json",
  "kunci-dinas.json",
  "__MACOSX/._paslon.csv",
  "wilayah_provinces.csv",
  "wilayah_regencies.csv",
  "paslon_pilkada_2024.json",
  "partai_pemilu_2024.json",
  "accounts_x.jsonl",
  "platform.twitter.com/embed/Tweet.html",
  "Node.js",
  /* The sites' own public sources, named where a selector is from. */
  "src/view/com/post/Post.tsx",
  "ThreadItemAnchor.tsx",
  "ThreadItemPost.tsx",
  "ProfileCard.tsx",
  "src/components/chat/bubbleParts/pollMessageContent/PollMessageContent.tsx",
  "components/middle/message/poll/PollOption.tsx",
  "src/components/chat/input.ts",
  "src/components/chat/chat.ts",
  "src/components/chat/bubbles.ts",
  "ReactionSelector.tsx",
  "ChatOrUserPicker.tsx",
  /* Made by a build, or by a run of the tests. */
  "engine.js",
  "guard.js",
  "second-line.js",
  "test-output/durations.json",
  "docs-output/ruleset-roster.md",
]);
const BROWSER_NAMES = new Set(["deleteDatabase"]);
const ABBREVIATIONS = new Set(["ASCII"]);

const FILE =
  /[\w@{}*<>./-]*[\w}>*]\.(?:tsx?|mjs|cjs|js|jsonl?|md|css|html|txt|ya?ml|toml|sh|csv|zip|svg|png)\b(?::(\d+))?/g;
const FOLDER =
  /(?<![\w/.-])(?:src|tests|docs|scripts|entrypoints|assets|public|design)\/[\w./<>*{},-]*[\w>*}]/g;
const TITLE = /(tests\/[\w./-]+\.(?:test|spec)\.tsx?)`?[,:]?\s+(?:“([^”]+)”|"([^"]+)")/g;
const CLASSES = /\bclass(?:es)? (\d+(?:(?:, | and )\d+)*)/gi;

const scripts = Object.keys(
  (JSON.parse(readFileSync("package.json", "utf8")) as { scripts: object }).scripts,
);
const names = new Set(FILES.map((file) => file.split("/").at(-1)!));
const stems = new Set([...names].map((name) => name.split(".")[0]!));
const classes = new Set(
  [...readFileSync("docs/security.md", "utf8").matchAll(/(?<=^|\s)(\d+)\. \*\*/gm)].map((found) => found[1]!),
);
/** Every word that code outside comments has; locale and site files are code here. */
const words = new Set(
  [...CODE, ...FILES.filter((file) => /^(?:assets|src)\/.*\.json$|^package\.json$/.test(file))]
    .map((file) => (isCode(file) ? withoutComments(readFileSync(file, "utf8")) : readFileSync(file, "utf8")))
    .flatMap((text) => text.match(/[\w$]+/g) ?? []),
);

/** The file that a word names from where it stands: by its path, from its own folder, or by its last parts. */
function fileOf(word: string, from: string): string | undefined {
  if (/[<>*{}]/.test(word)) {
    const parts = word
      .split(/<[^>]*>|\*+|\{[^}]*\}/)
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
    const pattern = new RegExp(`(?:^|/)${parts.join("[\\w.,/-]+")}(?:$|/)`);
    return FILES.find((file) => pattern.test(file));
  }
  const near = normalize(join(dirname(from), word));
  return [word, near].find((path) => existsSync(path)) ?? FILES.find((file) => file.endsWith(`/${word}`));
}

/** What this text refers to and is not there. */
function lost(text: string, from: string): string[] {
  const bare = text.replace(/https?:\/\/\S+/g, "");
  const out: string[] = [];
  for (const [word, line] of bare.matchAll(FILE)) {
    const path = word.replace(/:\d+$/, "");
    if (ELSEWHERE.has(path)) continue;
    const file = fileOf(path, from);
    if (file === undefined) out.push(word);
    else if (line && readFileSync(file, "utf8").split("\n").length < Number(line)) out.push(word);
  }
  for (const [word] of bare.matchAll(FOLDER)) if (!/\.\w+$/.test(word) && !fileOf(word, from)) out.push(word);
  for (const [, file, curly, straight] of bare.matchAll(TITLE)) {
    const title = (curly ?? straight)!.replace(/\s*\n[\s*]*/g, " ");
    if (existsSync(file!) && !readFileSync(file!, "utf8").includes(title)) out.push(`${file} “${title}”`);
  }
  for (const [, name] of bare.matchAll(/\bnpm run (?:-s )?([\w:-]+)/g))
    if (!scripts.includes(name!)) out.push(`npm run ${name}`);
  for (const [, all] of bare.matchAll(CLASSES))
    for (const one of all!.match(/\d+/g)!) if (!classes.has(one)) out.push(`class ${one}`);
  for (const [word] of bare.matchAll(/\bissue [A-Z]\d*\b/g)) out.push(word);
  for (const [word] of bare.matchAll(/(?<![\w$./-])[A-Z]{5,}(?![\w$./-])/g))
    if (!words.has(word) && !stems.has(word) && !ABBREVIATIONS.has(word)) out.push(word);
  return out;
}

/** Names in backticks that no code has. Docs put other things in backticks, too. */
const unknown = (comments: string): string[] =>
  [...comments.matchAll(/`([A-Za-z_$][\w$.]*)(?:\(\))?`/g)].flatMap(([, name]) =>
    name!.split(".").filter((part) => part && !words.has(part) && !BROWSER_NAMES.has(part)),
  );

describe("a reference in comments and docs", () => {
  it("is checked in all files", () => {
    expect(CODE.length).toBeGreaterThan(500);
    expect(DOCS.length).toBeGreaterThan(8);
    expect(classes.size).toBe(29);
  });

  it.each([
    ["see design/GONE.md", "design/GONE.md"],
    ["as in `src/guard/never.ts`.", "src/guard/never.ts"],
    ["held to it by tests/unit/engine/never.test.ts", "tests/unit/engine/never.test.ts"],
    ["never-there.ts does it", "never-there.ts"],
    ["src/domain/vocabulary.ts:9999 says so", "src/domain/vocabulary.ts:9999"],
    ["everything in src/never", "src/never"],
    ["entrypoints/<site>.never.ts", "entrypoints/<site>.never.ts"],
    [
      `tests/unit/references.test.ts “is a title that ${"nobody"} wrote”`,
      `tests/unit/references.test.ts “is a title that ${"nobody"} wrote”`,
    ],
    ["run `npm run never`", "npm run never"],
    ["a cover (class 91)", "class 91"],
    ["at most 4 ms (issue D)", "issue D"],
    ["the levels of EXPERIENCEX", "EXPERIENCEX"],
  ])("is reported as missing in “%s”", (text, missing) => {
    expect(lost(text, "src/domain/vocabulary.ts")).toEqual([missing]);
  });

  it.each([
    "see docs/security.md, classes 1, 3 and 9",
    "src/domain/vocabulary.ts:1, vocabulary.ts, `domain/warning.ts` and ./vocabulary.ts",
    "entrypoints/<site>.content.ts, src/sites/*/embed.ts and src/engine/{text,ruleset}",
    "https://example.org/src/never.ts",
    "npm run -s assess; README; PKCS",
    "tests/unit/references.test.ts “is checked in all files”",
  ])("is found in “%s”", (text) => {
    expect(lost(text, "src/domain/vocabulary.ts")).toEqual([]);
  });

  it("is read from comments, not from code and strings", () => {
    const code = 'const at = "// no/comment.ts"; // see a.ts\n/** b.ts */ go(`/* c.ts */`);\n';
    expect(commentsOf(code).match(/\w\.ts/g)).toEqual(["a.ts", "b.ts"]);
    expect(withoutComments(code).match(/\w\.ts/g)).toEqual(["t.ts", "c.ts"]);
    expect(commentsOf(code).length).toBe(code.length);
  });

  it("exists for every comment", () => {
    const found = CODE.flatMap((file) => {
      const comments = commentsOf(readFileSync(file, "utf8"));
      return [...lost(comments, file), ...unknown(comments)].map((word) => `${file}: ${word}`);
    });
    expect(found).toEqual([]);
  });

  it("exists for every page of the docs", () => {
    const found = DOCS.flatMap((file) =>
      lost(readFileSync(file, "utf8"), file).map((word) => `${file}: ${word}`),
    );
    expect(found).toEqual([]);
  });
});
