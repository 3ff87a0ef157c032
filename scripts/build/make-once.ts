/** Generated files outside git, made on request and again only after a source changed. */
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
  /** File with the hash of its sources, outside git and what ships. */
  stamp: string;
  /** Files and folders that determine its bytes; for a code file also all its relative imports. */
  sources: readonly string[];
  make: () => string;
}

/**
 * Makes the file unless these sources made it already. The file is replaced in one step, because builds of two browsers
 * may request it at the same moment, and left untouched where its bytes stay the same: its date tells tests whether a
 * build is up to date.
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

/**
 * The output's hash beside that of its sources, so that a file edited by hand or made by another branch is made again.
 */
const stampOf = (from: string, text: string): string => `${from} ${digest(text)}\n`;

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

function put(file: string, text: string, workplace: string): void {
  mkdirSync(workplace, { recursive: true });
  mkdirSync(dirname(file), { recursive: true });
  const draft = join(workplace, `${process.pid}.draft`);
  writeFileSync(draft, text);
  renameSync(draft, file);
}

/** @param root the base of the hashed paths, so that the hash does not depend on where the project lies */
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

/** A code file with all its relative imports, types included: extra ones do no harm, a missing one would. */
function withImports(entry: string): string[] {
  const found = new Set([resolve(entry)]);
  for (const file of found)
    for (const [, path] of readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?"(\.[^"]+)"/g))
      found.add(resolve(dirname(file), path!));
  return [...found];
}
