import { readdirSync, readFileSync } from "node:fs";
import { type TrainingCase, trainingCasesSchema } from "../../src/domain/training-schema.ts";
import { checkShape } from "../../src/engine/ruleset/validate/parse.ts";

const FOLDER = new URL("../../assets/training/", import.meta.url);

/** One file of cases as it stands on disk; its name is the kind of its scenes. */
interface CaseFile {
  name: string;
  content: unknown;
}

/** The files in assets/training, by name. */
export const readFiles = (): CaseFile[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => ({
      name: file.replace(".json", ""),
      content: JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as unknown,
    }));

/** The cases of files of the right shape, and what is wrong with the others. */
export function parseFiles(files: readonly CaseFile[]): { cases: TrainingCase[]; faults: string[] } {
  const cases: TrainingCase[] = [];
  const faults: string[] = [];
  for (const { name, content } of files) {
    const parsed = checkShape(trainingCasesSchema, content);
    if (!parsed.ok) {
      faults.push(...parsed.errors.map(({ path, message }) => `${name}.json, ${path}: ${message}`));
      continue;
    }
    for (const one of parsed.value) {
      if (one.scene.kind !== name)
        faults.push(`${one.id}: a scene of kind ${one.scene.kind} in ${name}.json`);
      if (!one.id.startsWith(`${one.scene.kind}-`)) faults.push(`${one.id}: the id begins with another kind`);
    }
    cases.push(...parsed.value);
  }
  return { cases, faults };
}
