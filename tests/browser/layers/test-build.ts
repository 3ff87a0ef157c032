/** A copy of the built extension whose manifest grants one more host and is otherwise the same. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Manifest {
  host_permissions: string[];
}

export const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;

/** @returns the copy's folder. */
export function withHost(built: string, into: string, host: string): string {
  const copy = join(into, "build");
  cpSync(built, copy, { recursive: true });
  const manifest = manifestOf(copy);
  manifest.host_permissions.push(`https://${host}/*`);
  writeFileSync(join(copy, "manifest.json"), JSON.stringify(manifest));
  return copy;
}
