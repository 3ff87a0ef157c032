import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ModelFile } from "../../src/engine/ruleset/compile/format.ts";
import { compileRuleset, type Engine, loadCompiled } from "../../src/engine/ruleset/compile/index.ts";
import type { Ruleset } from "../../src/engine/ruleset/schema/index.ts";
import { bundledRuleset } from "../ruleset/bundle.ts";
import { addRoster } from "./roster-file.ts";

const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const MODEL = inProject("assets/model/text-model.json");

export function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new Error(`${file}: cannot be read`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${file}: not JSON`);
  }
}

/** The shipped text model, if there is one. */
export function shippedModel(): ModelFile | undefined {
  return existsSync(MODEL) ? (readJson(MODEL) as ModelFile) : undefined;
}

/** The extension's engine: a ruleset (the bundled one by default), an optional roster file, the shipped model. */
export function loadEngine(rulesetFile?: string, rosterFile?: string, model = shippedModel()): Engine {
  const ruleset = rulesetFile === undefined ? bundledRuleset() : (readJson(rulesetFile) as Ruleset);
  if (!Array.isArray(ruleset?.roster?.contests)) throw new Error(`${rulesetFile}: not a ruleset`);
  const full = rosterFile === undefined ? ruleset : addRoster(ruleset, readJson(rosterFile));
  return loadCompiled(compileRuleset(full, { model }));
}
