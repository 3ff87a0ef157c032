/** Replaces the running extension by another version, with its tabs open. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ChromiumVisit } from "./chromium.ts";
import type { FirefoxVisit } from "./firefox.ts";
import { builtExtension } from "./launch.ts";
import { onExtensionsPage } from "./private.ts";
import type { BrowserKind } from "./types.ts";
import { PATIENCE_MS, pause, type Visit } from "./visit.ts";

export interface Versions {
  /** Folder of the copy. */
  folder: string;
  /** Writes a version number and further permissions into the copy's manifest. */
  write(version: string, permissions?: readonly string[]): void;
  remove(): void;
}

/** A copy of the built extension whose version can be changed. */
export function versions(kind: BrowserKind): Versions {
  const folder = mkdtempSync(join(tmpdir(), "jaga-netral-version-"));
  cpSync(builtExtension(kind), folder, { recursive: true });
  const file = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as { permissions: string[] };
  return {
    folder,
    write: (version, more = []) =>
      writeFileSync(
        file,
        JSON.stringify({ ...manifest, version, permissions: [...manifest.permissions, ...more] }),
      ),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Makes the browser load the folder's version like an update. @throws Error where another version runs afterwards. */
export async function installVersion(visit: Visit, folder: string, version: string): Promise<void> {
  if (visit.kind === "firefox") await (visit as FirefoxVisit).install(folder);
  else await onExtensionsPage(visit, `reload("${(visit as ChromiumVisit).extensionId}")`);
  /* In between the extension cannot be queried. */
  const running = () =>
    visit.inExtension<string>("return api.runtime.getManifest().version;").catch(() => "none");
  let runs = await running();
  for (const until = Date.now() + PATIENCE_MS; runs !== version && Date.now() < until; runs = await running())
    await pause(100);
  await visit.waitForRules();
  if (runs !== version) throw new Error(`version ${runs} runs, not ${version}`);
}
