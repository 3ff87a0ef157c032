import { readdirSync, readFileSync } from "node:fs";
import { buildLayer } from "../../../../src/engine/ruleset/agency/build.ts";
import type { Layer } from "../../../../src/engine/ruleset/schema/index.ts";
import { bundled } from "./bundled.ts";

/** The example sheets, as they are or with changes by file name. */
const FOLDER = "assets/rulesets/example";
export const files = (): Record<string, string> =>
  Object.fromEntries(readdirSync(FOLDER).map((name) => [name, readFileSync(`${FOLDER}/${name}`, "utf8")]));
export const build = (change: Record<string, (text: string) => string> = {}) => {
  const all = files();
  for (const [name, edit] of Object.entries(change)) all[name] = edit(all[name] ?? "");
  return buildLayer(all, bundled());
};
export const layerOf = (change: Record<string, (text: string) => string> = {}): Layer => {
  const built = build(change);
  if (!built.ok) throw new Error(JSON.stringify(built.errors));
  return built.layer;
};

/** The sheets of the worked example of a whole Pilkada. */
const PILKADA = "assets/rulesets/example-pilkada";
export const pilkada = (): Record<string, string> =>
  Object.fromEntries(readdirSync(PILKADA).map((name) => [name, readFileSync(`${PILKADA}/${name}`, "utf8")]));
