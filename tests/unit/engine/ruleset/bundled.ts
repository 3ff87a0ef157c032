import { readFileSync } from "node:fs";
import type { Ruleset } from "../../../../src/engine/ruleset/schema/index.ts";

/** The committed bundle, parsed anew for every caller so that a test may change its copy. */
export const bundledText = () => readFileSync("public/rulesets/bundled.json", "utf8");
export const bundled = () => JSON.parse(bundledText()) as Ruleset;
