/** Every site without a spec of its own: few cells, so they share one file. */
import { existsSync } from "node:fs";
import { describe } from "vitest";
import { SITES } from "./matrix/all.ts";
import { matrix } from "./matrix/run.ts";

const hasOwn = (site: string): boolean => existsSync(new URL(`matrix-${site}.spec.ts`, import.meta.url));

for (const site of SITES) if (!hasOwn(site)) describe(site, () => matrix(site));
