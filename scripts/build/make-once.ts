/** Generated files that git does not keep: made when something asks for them, and again only when a source changed. */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

export interface Generated {
  /** The file to make. */
  output: string;
  /** Where the hash of its sources is kept, outside of git and of what ships. */
  stamp: string;
  /** Files and folders that its bytes follow from; of a code file also everything it imports by a relative path. */
  sources: readonly string[];
  make: () => string;
}

/**
 * Makes the file, unless it is the one that these sources made. It is put in place in one step, since builds of two
 * browsers may ask for it at the same moment, and is left untouched where its bytes stay the same: its date tells
 * tests whether a build is up to date.
 * @returns whether it was made
 */
export function makeOnce({ output, stamp, sources, make }: Generated): boolean {
  const from = hashOf(sources, dirname(stamp));
  const before = existsSync(output) ? readFileSync(output, "utf8") : null;
  const kept = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  if (before !== null && kept === stampOf(from, before)) return false;
  const text = make();
  if (text !== before) put(output, text, dirname(stamp));
  put(stamp, stampOf(from, text), dirname(stamp));
  return true;
}

/** The output's own hash beside that of its sources: a file edited by hand, or of another branch, is made anew. */
const stampOf = (from: string, text: string): string => `${from} ${digest(text)}\n`;

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

function put(file: string, text: string, workplace: string): void {
  mkdirSync(workplace, { recursive: true });
  mkdirSync(dirname(file), { recursive: true });
  const draft = join(workplace, `${process.pid}.draft`);
  writeFileSync(draft, text);
  renameSync(draft, file);
}

/** @param root what paths are written from, so that the hash is the same wherever the project lies */
function hashOf(sources: readonly string[], root: string): string {
  const files = [...new Set(sources.flatMap(filesOf))].sort();
  return digest(
    files.map((file) => `${relative(root, file)}\n${digest(readFileSync(file, "utf8"))}\n`).join(""),
  );
}

function filesOf(path: string): string[] {
  if (statSync(path).isDirectory()) return readdirSync(path).flatMap((name) => filesOf(join(path, name)));
  return /\.tsx?$/.test(path) ? withImports(path) : [resolve(path)];
}

/** A code file and all that it imports by a relative path, types included: they cost nothing and miss nothing. */
function withImports(entry: string): string[] {
  const found = new Set([resolve(entry)]);
  for (const file of found)
    for (const [, path] of readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?"(\.[^"]+)"/g))
      found.add(resolve(dirname(file), path!));
  return [...found];
}
