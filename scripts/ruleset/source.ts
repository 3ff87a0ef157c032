import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("../../assets/rulesets/source/", import.meta.url);

/** One of the hand-written files in assets/rulesets/source. */
export function readSource<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), "utf8")) as T;
}

/** The names of all of them, sorted. */
export const sourceNames = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .sort();

type SourceReference = { url: string; kind: "naskah" | "salinan" | "berita" | "pengamatan"; read: string };

/** Replaces `sources: ["key"]` by the entry of that key in sources.json, recursively. */
export function withSources<T>(value: unknown): T {
  const known = readSource<Record<string, SourceReference>>("sources");
  const walk = (now: unknown): unknown => {
    if (Array.isArray(now)) return now.map(walk);
    if (typeof now !== "object" || now === null) return now;
    return Object.fromEntries(
      Object.entries(now).map(([key, inner]) =>
        key === "sources" ? [key, (inner as string[]).map(lookUp)] : [key, walk(inner)],
      ),
    );
  };
  const lookUp = (key: string): SourceReference => {
    const found = known[key];
    if (!found) throw new Error(`sources.json has no “${key}”`);
    return found;
  };
  return walk(value) as T;
}
