import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildFromFolder } from "../../src/engine/ruleset/agency/files.ts";
import { type Issue, readIssue } from "../../src/engine/ruleset/agency/issue.ts";
import { bundledRuleset } from "./bundle.ts";
import { Refused, readBytes, t } from "./console.ts";

/** Reads a folder of CSVs, a workbook, a ZIP of CSVs, or a JSON file. @throws Refused where it is missing. */
export async function readInput(path: string): Promise<Issue> {
  if (!existsSync(path)) throw new Refused(t({ id: `${path}: tidak ada`, en: `${path}: not found` }));
  if (statSync(path).isDirectory()) return buildFromFolder(readFolder(path), bundledRuleset());
  return readIssue(path, readBytes(path), bundledRuleset());
}

/** The sheets of a folder, without what spreadsheets and systems leave beside them. */
function readFolder(folder: string): Record<string, Uint8Array> {
  const names = readdirSync(folder).filter((name) => /\.(?:csv|tsv)$/i.test(name) && !/^[.~]/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));
}
