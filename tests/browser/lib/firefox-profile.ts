/** The profile and settings with which Firefox is started. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Folder of a profile in which Firefox ran once without the extension (made by tests/browser/warm-profile.ts). Starting from a
 * copy takes about a quarter less work than from a new profile.
 */
const WARM = "JN_WARM_FIREFOX";

export interface TemporaryProfile {
  folder: string | undefined;
  remove(): void;
}

/** A disposable copy of the warm profile; without one the driver makes a new profile. */
export function temporaryProfile(): TemporaryProfile {
  const warm = process.env[WARM];
  if (!warm) return { folder: undefined, remove: () => {} };
  const folder = mkdtempSync(join(tmpdir(), "jaga-netral-firefox-"));
  cpSync(warm, folder, { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
}

export const hasWarmProfile = (): boolean => Boolean(process.env[WARM]);

/** Passes the path of the warm profile to launches of this process and of its children. */
export function setWarmProfile(folder: string | undefined): void {
  if (folder) process.env[WARM] = folder;
  else delete process.env[WARM];
}

/**
 * Reduced motion: nobody watches, and Firefox's own spinners while a page loads take an eighth of the processor time of
 * a test. Pages see it as the user's preference; Chromium's tests run with motion.
 */
export const REDUCED_MOTION = { "ui.prefersReducedMotion": 1 };

/** All requests go to the counting proxy. */
export const throughProxy = (port: number) => ({
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": port,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": port,
  "network.proxy.no_proxies_on": "",
  "network.proxy.allow_hijacking_localhost": true,
});
