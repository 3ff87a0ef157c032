import type { Layer } from "../../../src/engine/ruleset/schema/index.ts";
import { RISKS } from "../../../src/engine/ruleset/validate/alias-risks.ts";
import { fillNumbered } from "../../../src/engine/ruleset/validate/errors.ts";
import { bundledRuleset } from "../bundle.ts";
import { type Command, place, printFaults, read, t, today } from "../console.ts";
import { type Judged, judge, readInput } from "../input.ts";

export const check: Command = {
  name: "check",
  usage: "check FILE|FOLDER",
  about: {
    id: "memeriksa lembar atau berkas, tanpa menulis apa pun",
    en: "checks sheets or a file, writes nothing",
  },
  help: {
    id: "Menyebut tiap kesalahan dengan berkas, baris, dan kolom, dan memperingatkan alias yang berisiko: terlalu pendek, kata sehari-hari, nama tempat, nama orang atau pasangan lain. Peringatan tidak menggagalkan. Menerima folder CSV, ZIP, berkas .json bertanda tangan atau tidak.",
    en: "Names every fault with file, row and column, and warns about risky aliases: too short, everyday words, places, names of other people or pairs. Warnings do not fail. Takes a folder of CSVs, a ZIP, a .json file signed or not.",
  },
  async run(args) {
    const { at } = read(args, ["FILE|FOLDER"], {});
    const input = await readInput(at[0]!);
    if (!input.ok) {
      printFaults(input.errors);
      return 1;
    }
    if ("ruleset" in input) {
      const { meta, rules, roster } = input.ruleset;
      console.log(
        t({
          id: `✓ aturan utuh “${meta.id}” versi ${meta.version}: ${rules.length} aturan, ${roster.contests.length} pemilihan, ${roster.accounts.length} akun`,
          en: `✓ whole ruleset “${meta.id}” version ${meta.version}: ${rules.length} rules, ${roster.contests.length} contests, ${roster.accounts.length} accounts`,
        }),
      );
      return 0;
    }
    const judged = judge(input.layer, input.places, bundledRuleset(), today());
    report(input.layer, judged);
    if (judged.faults.length > 0) return 1;
    console.log(
      input.signedBy
        ? t({
            id: `✓ tanda tangan cocok, sidik kunci ${input.signedBy}`,
            en: `✓ signature fits, key fingerprint ${input.signedBy}`,
          })
        : t({ id: "– belum bertanda tangan", en: "– not signed yet" }),
    );
    return 0;
  },
};

/** Faults, warnings and a line of counts. */
export function report(layer: Layer, { faults, warnings }: Judged) {
  printFaults(faults);
  for (const { path, alias, kind, other } of warnings) {
    console.error(`! ${place(path)}${fillNumbered(t(RISKS[kind]), [alias, other ?? ""])}`);
  }
  if (faults.length > 0) return;
  const { meta, set, off } = layer;
  const tickets = (set.contests ?? []).reduce((sum, contest) => sum + contest.tickets.length, 0);
  const offs = Object.values(off).reduce(
    (sum, list: readonly string[] | undefined) => sum + (list?.length ?? 0),
    0,
  );
  const until = meta.validUntil ?? t({ id: "tanpa batas", en: "without end" });
  console.log(
    t({
      id: `✓ “${meta.id}” versi ${meta.version}, berlaku sampai ${until}: ${set.contests?.length ?? 0} pemilihan, ${tickets} paslon, ${set.accounts?.length ?? 0} akun, ${offs} dimatikan, ${warnings.length} peringatan`,
      en: `✓ “${meta.id}” version ${meta.version}, valid until ${until}: ${set.contests?.length ?? 0} contests, ${tickets} tickets, ${set.accounts?.length ?? 0} accounts, ${offs} switched off, ${warnings.length} warnings`,
    }),
  );
}
