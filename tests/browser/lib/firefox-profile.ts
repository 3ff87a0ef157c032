/** What Firefox is started with: a profile that was used once already, and settings. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Folder of a profile in which Firefox was started once, without the extension (tests/browser/warm.ts makes it). A copy
 * of it starts with about a quarter less work than a new one.
 */
const WARM = "JN_WARM_FIREFOX";

export interface OwnProfile {
  folder: string | undefined;
  remove(): void;
}

/** A copy of the warm profile to be thrown away; where there is none, the driver makes a new one. */
export function ownProfile(): OwnProfile {
  const warm = process.env[WARM];
  if (!warm) return { folder: undefined, remove: () => {} };
  const folder = mkdtempSync(join(tmpdir(), "jaga-netral-firefox-"));
  cpSync(warm, folder, { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
}

export const isWarm = (): boolean => Boolean(process.env[WARM]);

/** Tells the launches of this process and of those it starts where the warm profile is. */
export function setWarm(folder: string | undefined): void {
  if (folder) process.env[WARM] = folder;
  else delete process.env[WARM];
}

/**
 * Nothing moves by itself in a browser that nobody looks at: its own turning wheels while a page loads are an eighth of
 * the processor time of a test. Pages see it as a user's wish for less motion; Chromium's tests run with motion.
 */
export const STILL = { "ui.prefersReducedMotion": 1 };

/** Everything is asked of the counting proxy. */
export const throughProxy = (port: number) => ({
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": port,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": port,
  "network.proxy.no_proxies_on": "",
  "network.proxy.allow_hijacking_localhost": true,
});
