/** Runs once before the tests in Firefox and makes the profile that each launch copies. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchFirefox } from "./lib/firefox.ts";
import { hasWarmProfile, setWarmProfile } from "./lib/firefox-profile.ts";

export default async function warm(): Promise<() => void> {
  if (hasWarmProfile()) return () => {}; // every project of the configuration calls it
  const folder = mkdtempSync(join(tmpdir(), "jaga-netral-warm-"));
  const visit = await launchFirefox({ profile: folder });
  await visit.close();
  /* Left by the finished start. */
  for (const name of ["lock", ".parentlock"]) rmSync(join(folder, name), { force: true });
  setWarmProfile(folder);
  return () => {
    setWarmProfile(undefined);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}
