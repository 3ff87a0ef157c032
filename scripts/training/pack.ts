import { TRAINING_FILE, type TrainingBank } from "../../src/domain/training-bank.ts";
import { trainingLaw } from "../../src/engine/ruleset/law/training.ts";
import type { Ruleset } from "../../src/engine/ruleset/schema/index.ts";
import { bundledRuleset } from "../ruleset/bundle.ts";
import { parseFiles, readFiles } from "./bank.ts";

/** The cases as the package holds them, with the names of rules, articles and phases that they point at. */
function packBank(ruleset: Ruleset): TrainingBank {
  const { cases, faults } = parseFiles(readFiles());
  if (faults.length > 0) throw new Error(`assets/training: ${faults[0]}`);
  return { issued: ruleset.meta.issued, law: trainingLaw(ruleset, cases), cases };
}

/** The file of the build, for its public assets. */
export const trainingAsset = (): { relativeDest: string; contents: string } => ({
  relativeDest: TRAINING_FILE.slice(1),
  contents: JSON.stringify(packBank(bundledRuleset())),
});
