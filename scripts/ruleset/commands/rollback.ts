import { writeFileSync } from "node:fs";
import { issueAgain } from "../../../src/engine/ruleset/agency/issue.ts";
import { judge } from "../../../src/engine/ruleset/agency/judge.ts";
import type { Layer } from "../../../src/engine/ruleset/schema/index.ts";
import { bundledRuleset } from "../bundle.ts";
import { type Command, printErrors, Refused, read, t, today } from "../console.ts";
import { readInput } from "../input.ts";
import { report } from "./check.ts";

export const rollback: Command = {
  name: "rollback",
  usage: "rollback OLD --last FILE -o FILE",
  about: {
    id: "menerbitkan lagi isi lama dengan versi baru",
    en: "issues old content again, as a new version",
  },
  help: {
    id: "Komputer menolak versi yang lebih lama. Perintah ini menulis isi terbitan OLD dengan versi satu lebih tinggi dari terbitan terakhir (--last) dan tanggal terbit hari ini, belum bertanda tangan. Periksa dengan diff, lalu sign.",
    en: "Machines refuse an older version. This writes the content of the issue OLD with a version one higher than that of the last issue (--last) and today as its day of issue, not signed yet. Look at it with diff, then sign.",
  },
  async run(args) {
    const { at, options } = read(args, ["OLD"], {
      last: { needed: true },
      output: { short: "o", needed: true },
    });
    const [old, last] = [await issueIn(at[0]!), await issueIn(options.last!)];
    const again = issueAgain(old, last, today());
    if (!again.ok) {
      printErrors(again.errors);
      return 1;
    }
    const judged = judge(again.layer, undefined, bundledRuleset(), today());
    report({ layer: again.layer, warnings: [] }, judged);
    if (judged.faults.length > 0) return 1;
    writeFileSync(options.output!, `${JSON.stringify(again.layer, null, 1)}\n`);
    console.log(t({ id: `ditulis: ${options.output}`, en: `written: ${options.output}` }));
    return 0;
  },
};

async function issueIn(path: string): Promise<Layer> {
  const input = await readInput(path);
  if (!input.ok) {
    printErrors(input.errors);
    throw new Refused(t({ id: `${path}: tidak dipakai`, en: `${path}: not used` }));
  }
  if ("ruleset" in input)
    throw new Refused(t({ id: `${path}: bukan terbitan instansi`, en: `${path}: not an agency's issue` }));
  return input.layer;
}
