/** Which builds tests may judge: a build that is older than its sources says nothing of them. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

export type Target = "chrome" | "firefox";

/** What a build is made of. */
const SOURCES = ["assets", "entrypoints", "public", "scripts/build", "src", "package.json", "wxt.config.ts"];

const changedAt = (path: string): number => statSync(path).mtimeMs;

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const below = statSync(path).isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : [];
  return Math.max(changedAt(path), ...below);
}

/**
 * Whether tests judge what is built for this browser. Where `JN_BUILT` names targets ("chrome,firefox"), as
 * `npm test` does with what it just built, it is these, there or not: a build that is missing then fails its tests. A
 * plain `vitest` run may come before any build, or long after one: it judges what is there and up to date.
 */
export function isJudged(target: Target, named = process.env.JN_BUILT, root = "."): boolean {
  if (named) return named.split(",").includes(target);
  const manifest = join(root, `.output/${target}-mv3/manifest.json`);
  if (!existsSync(manifest)) return false;
  return Math.max(...SOURCES.map((path) => newest(join(root, path)))) <= changedAt(manifest);
}
