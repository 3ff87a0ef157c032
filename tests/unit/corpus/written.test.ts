/** The written texts are well formed, speak of invented contests of their own roster, and repeat each other nowhere. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SITE_IDS } from "../../../src/domain/sites.ts";

const FOLDER = "assets/corpus/written";
const KINDS = "post comment caption chat draft video alt event fanpage group live poll".split(" ");
const FORMS = "vote number event recruit gift tag prog praise attack other".split(" ");
const PHASES = "campaign outside before quiet vote after".split(" ");
const FIELDS =
  "id kind platform author parent page text imageAlt label level rules form lang ticket phase trick sure".split(
    " ",
  );

interface Item {
  id: string;
  kind: string;
  platform: string;
  text: string;
  imageAlt?: string[];
  label: string;
  level: string;
  form?: string;
  lang: string;
  ticket?: string;
  phase: string;
  trick?: string;
}
interface Pair {
  kontes: string;
  nomor: number;
}

const read = (name: string): string => readFileSync(`${FOLDER}/${name}`, "utf8");
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".jsonl"));
const itemsOf = (name: string): Item[] =>
  read(name)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Item);
const items = files.flatMap(itemsOf);

describe.each(files)("%s", (name) => {
  const own = itemsOf(name);
  const { paslon } = JSON.parse(read(name.replace("items", "roster").replace(".jsonl", ".json"))) as {
    paslon: Pair[];
  };
  const tickets = new Set(paslon.map(({ kontes, nomor }) => `${kontes}/${nomor}`));

  it("has fields and values that its readers know", () => {
    const wrong = own.filter(
      (item) =>
        Object.keys(item).some((field) => !FIELDS.includes(field)) ||
        !KINDS.includes(item.kind) ||
        !(SITE_IDS as readonly string[]).includes(item.platform) ||
        !["campaign", "political", "ordinary"].includes(item.label) ||
        !["warn", "notice", "clear"].includes(item.level) ||
        !PHASES.includes(item.phase) ||
        (item.form !== undefined && !FORMS.includes(item.form)) ||
        !/^([a-z]{2,3}|slang)$/.test(item.lang) ||
        (item.text === "" && !item.imageAlt?.length),
    );
    expect(wrong).toEqual([]);
  });

  it("speaks of tickets that its roster has", () => {
    expect(own.filter(({ ticket }) => ticket !== undefined && !tickets.has(ticket))).toEqual([]);
  });
});

it("names every text once", () => {
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
});

it("speaks of at least forty contests", () => {
  const contests = files.flatMap((name) =>
    (
      JSON.parse(read(name.replace("items", "roster").replace(".jsonl", ".json"))) as { paslon: Pair[] }
    ).paslon.map(({ kontes }) => `${name} ${kontes}`),
  );
  expect(new Set(contests).size).toBeGreaterThanOrEqual(40);
});

/** Word 3-grams of a text; none where it has fewer words. */
function threeGrams({ text, imageAlt = [] }: Item): Set<string> {
  const words =
    [text, ...imageAlt]
      .join(" ")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`));
}

const isTwin = (one: Item, other: Item): boolean =>
  [one, other].some(({ trick = "" }, at) => trick.includes(at ? one.id : other.id));

it("has no two texts that share more than half of their word 3-grams, declared twins aside", () => {
  const having = new Map<string, number[]>();
  const grams = items.map(threeGrams);
  grams.forEach((set, at) => {
    for (const gram of set) having.set(gram, [...(having.get(gram) ?? []), at]);
  });
  const alike: string[] = [];
  grams.forEach((set, at) => {
    const shared = new Map<number, number>();
    for (const gram of set)
      for (const other of having.get(gram)!) if (other > at) shared.set(other, (shared.get(other) ?? 0) + 1);
    for (const [other, n] of shared)
      if (n > Math.min(set.size, grams[other]!.size) / 2 && !isTwin(items[at]!, items[other]!))
        alike.push(`${items[at]!.id} ~ ${items[other]!.id}`);
  });
  expect(alike).toEqual([]);
});
