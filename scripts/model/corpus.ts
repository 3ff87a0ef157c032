import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Author, Surface } from "../../src/domain/assessment.ts";
import type { SurfaceKind } from "../../src/domain/vocabulary.ts";
import { foldText } from "../../src/engine/text/normalise.ts";

/** One item of the own corpus (tests/corpus/README.md has the form of a line). */
export interface CorpusItem {
  contest: string;
  label: "campaign" | "political" | "ordinary";
  kind: string;
  language: string;
  trick: string;
  surface: Surface;
}

const folder = fileURLToPath(new URL("../../tests/corpus/", import.meta.url));

const LABELS = { "+": "campaign", "=": "political", ".": "ordinary" } as const;
const KINDS: Readonly<Record<string, [string, SurfaceKind]>> = {
  p: ["post", "post"],
  c: ["comment", "comment"],
  t: ["caption", "post"],
  v: ["video", "post"],
  f: ["fanpage", "profile"],
  g: ["group", "group"],
  e: ["event", "event"],
  a: ["alt", "post"],
  d: ["draft", "composer"],
  h: ["chat", "post"],
  q: ["poll", "post"],
};
const LINE = /^([+=.])([a-z]) ([a-z]{2,3})(?: ~([a-z]+))?(?: @([^|(]+?)(?: \(([^)]+)\))?)? \| (.*)$/;

function parse(line: string, contest: string, at: number): CorpusItem {
  const found = LINE.exec(line);
  const kind = KINDS[found?.[2] ?? ""];
  if (!found || !kind) throw new Error(`tests/corpus/${contest}.txt:${at}: not a corpus line`);
  const [, mark, , language, trick, name, category, text] = found;
  const author: Author | undefined = name ? { name, ...(category ? { category } : {}) } : undefined;
  const words = (text ?? "").replaceAll("\\n", "\n");
  const isImage = kind[0] === "alt";
  return {
    contest,
    label: LABELS[mark as keyof typeof LABELS],
    kind: kind[0],
    language: language!,
    trick: trick ?? "plain",
    surface: {
      site: "facebook",
      kind: kind[1],
      text: isImage ? "" : words,
      ...(isImage ? { imageAlt: [words] } : {}),
      ...(author ? { author } : {}),
    },
  };
}

/** All items in the order of files and lines. */
export function readCorpus(): CorpusItem[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt") && file !== "given-names.txt")
    .sort()
    .flatMap((file) =>
      readFileSync(`${folder}${file}`, "utf8")
        .split("\n")
        .map((line, at) => [line, at + 1] as const)
        .filter(([line]) => line.trim() !== "" && !line.startsWith("#"))
        .map(([line, at]) => parse(line, file.replace(".txt", ""), at)),
    );
}

/** The contests' rosters in the format of roster files, by contest. */
export function corpusRosters(): Record<string, { paslon: unknown[] }> {
  return JSON.parse(readFileSync(`${folder}rosters.json`, "utf8")) as Record<string, { paslon: unknown[] }>;
}

/** Removes items that share more than half their words with an earlier one. */
export function distinct(items: readonly CorpusItem[]): CorpusItem[] {
  const kept: { item: CorpusItem; words: Set<string> }[] = [];
  for (const item of items) {
    const text = `${item.surface.author?.name ?? ""} ${item.surface.text} ${item.surface.imageAlt?.join(" ") ?? ""}`;
    const words = new Set(foldText(text).split(" "));
    const same = kept.some((one) => {
      let shared = 0;
      for (const word of words) if (one.words.has(word)) shared++;
      return (
        shared > Math.min(words.size, one.words.size) / 2 && shared > Math.max(words.size, one.words.size) / 2
      );
    });
    if (!same) kept.push({ item, words });
  }
  return kept.map(({ item }) => item);
}
