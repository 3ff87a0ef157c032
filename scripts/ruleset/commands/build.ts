import { writeFileSync } from "node:fs";
import { judge } from "../../../src/engine/ruleset/agency/judge.ts";
import { bundledRuleset } from "../bundle.ts";
import { type Command, printErrors, printWarnings, Refused, read, t, today } from "../console.ts";
import { readInput } from "../input.ts";
import { report } from "./check.ts";

export const build: Command = {
  name: "build",
  usage: "build FOLDER -o FILE",
  about: { id: "membuat satu berkas dari lembar-lembar", en: "makes one file from the sheets" },
  help: {
    id: "Memeriksa seperti check, lalu menulis aturan instansi (JSON, belum bertanda tangan) ke FILE. Bila ada kesalahan tidak ada yang ditulis.",
    en: "Checks like check, then writes the agency's ruleset (JSON, not signed yet) to FILE. Where there is a fault nothing is written.",
  },
  async run(args) {
    const { at, options } = read(args, ["FOLDER"], { output: { short: "o", needed: true } });
    const input = await readInput(at[0]!);
    if (!input.ok) {
      printErrors(input.errors);
      printWarnings(input.warnings);
      return 1;
    }
    if ("ruleset" in input)
      throw new Refused(
        t({
          id: "Ini aturan utuh, bukan lembar instansi",
          en: "This is a whole ruleset, not an agency's sheets",
        }),
      );
    const judged = judge(input.layer, input.places, bundledRuleset(), today());
    report(input, judged);
    if (judged.faults.length > 0) return 1;
    writeFileSync(options.output!, `${JSON.stringify(input.layer, null, 1)}\n`);
    console.log(t({ id: `ditulis: ${options.output}`, en: `written: ${options.output}` }));
    return 0;
  },
};
