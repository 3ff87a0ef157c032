/** Run once before the tests in Firefox: makes the profile that each of its launches starts from a copy of. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchFirefox } from "./lib/firefox.ts";
import { isWarm, setWarm } from "./lib/firefox-profile.ts";

export default async function warm(): Promise<() => void> {
  if (isWarm()) return () => {}; // each project of the configuration asks for it
  const folder = mkdtempSync(join(tmpdir(), "jaga-netral-warm-"));
  const visit = await launchFirefox({ profile: folder });
  await visit.close();
  /* Left by the start that is over. */
  for (const name of ["lock", ".parentlock"]) rmSync(join(folder, name), { force: true });
  setWarm(folder);
  return () => {
    setWarm(undefined);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}
