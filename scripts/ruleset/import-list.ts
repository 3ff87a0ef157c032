/**
 * Makes the source of a coming regional election from the list of pairs as KPU publishes it, saved as CSV:
 *
 *   npm run ruleset:import -- LIST.csv pilkada-2029 "source, with its address" 2029-09-23
 *
 * The recipe, step by step and with its days, is in docs/ruleset.md. Nothing is written where a line is wrong.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { type ContestFact, readKpuList } from "./kpu-list.ts";
import { readSource } from "./source.ts";

/** One record for each line: compact, and a change shows as one line. */
const lines = (records: readonly ContestFact[]) =>
  `[\n${records.map((one) => `    ${JSON.stringify(one)}`).join(",\n")}\n  ]`;

/** Runs the import. @returns the exit code: 0 written, 1 refused, 2 wrong usage */
export function importList([list, election, source, read]: readonly string[], folder: string): number {
  if (
    !list ||
    !/^pilkada-\d{4}$/.test(election ?? "") ||
    !source ||
    !/^\d{4}-\d{2}-\d{2}$/.test(read ?? "")
  ) {
    console.error('usage: npm run ruleset:import -- LIST.csv pilkada-YEAR "source" DAY-IT-WAS-READ');
    return 2;
  }
  const { elections } = readSource<{ elections: { id: string }[] }>("phases");
  const regions = new Map(
    (JSON.parse(readFileSync("assets/regions.json", "utf8")) as { regions: [string, string][] }).regions,
  );
  const { contests, emptyBoxes, faults } = readKpuList(readFileSync(list, "utf8"), regions);
  if (!elections.some(({ id }) => id === election))
    faults.push(`assets/rulesets/source/phases.json has no election “${election}”: its stages come first`);
  for (const fault of faults) console.error(`✗ ${fault}`);
  if (faults.length > 0) return 1;
  const fields =
    "region code, region, then per pair: ballot number, candidate, running mate as the KPU prints them";
  const head = `{\n  "source": ${JSON.stringify(`${source}; read ${read}`)},\n  "fields": ${JSON.stringify(fields)},\n`;
  writeFileSync(`${folder}/${election}.json`, `${head}  "contests": ${lines(contests)}\n}\n`);
  const pairs = contests.reduce((sum, [, , ...all]) => sum + all.length, 0);
  console.log(
    `${folder}/${election}.json: ${contests.length} contests, ${pairs} pairs, ${emptyBoxes} empty boxes`,
  );
  return 0;
}
