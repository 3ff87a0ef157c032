import { besideLastIssue } from "../../../src/engine/ruleset/agency/issue.ts";
import { countOf, type Judged, judge, type PlacedRisk } from "../../../src/engine/ruleset/agency/judge.ts";
import type { SheetError } from "../../../src/engine/ruleset/agency/sheet-errors.ts";
import type { Layer } from "../../../src/engine/ruleset/schema/index.ts";
import { placeInWords } from "../../../src/engine/ruleset/validate/place.ts";
import { say } from "../../../src/engine/ruleset/validate/sentences.ts";
import { bundledRuleset } from "../bundle.ts";
import {
  type Command,
  printErrors,
  printWarnings,
  Refused,
  read,
  sentences,
  sheetPlaceInWords,
  t,
  today,
} from "../console.ts";
import { readInput } from "../input.ts";

export const check: Command = {
  name: "check",
  usage: "check FILE|FOLDER [--last FILE]",
  about: {
    id: "memeriksa lembar atau berkas, tanpa menulis apa pun",
    en: "checks sheets or a file, writes nothing",
  },
  help: {
    id: "Menyebut tiap kesalahan dengan lembar, baris, dan kolom, apa yang tertulis di sana, sebabnya, dan contoh yang benar, dan memperingatkan alias yang berisiko: terlalu pendek, kata sehari-hari, nama tempat, nama orang atau pasangan lain. Peringatan tidak menggagalkan. --last: terbitan terakhir, untuk memeriksa apakah versinya naik. Menerima folder CSV, buku kerja .xlsx, ZIP, berkas .json bertanda tangan atau tidak.",
    en: "Names every fault with sheet, row and column, what stands there, why it is wrong and an example of what is right, and warns about risky aliases: too short, everyday words, places, names of other people or pairs. Warnings do not fail. --last: the last issue, to see whether the version rose. Takes a folder of CSVs, an .xlsx workbook, a ZIP, a .json file signed or not.",
  },
  async run(args) {
    const { at, options } = read(args, ["FILE|FOLDER"], { last: {} });
    const input = await readInput(at[0]!);
    if (!input.ok) {
      printErrors(input.errors);
      printWarnings(input.warnings);
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
    report(input, judged);
    await warnOfVersion(input.layer, options.last);
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
export function report(
  { layer, warnings }: { layer: Layer; warnings: readonly SheetError[] },
  { faults, risks }: Judged,
) {
  printErrors(faults);
  printWarnings(warnings);
  for (const placed of risks) {
    const { alias, kind, other } = placed.risk;
    console.error(`! ${placeOfRisk(placed)}: ${say(`risk.${kind}`, [alias, other ?? ""], sentences())}`);
  }
  if (faults.length > 0) return;
  const { meta } = layer;
  const { contests, tickets, accounts, off } = countOf(layer);
  const until = meta.validUntil ?? t({ id: "tanpa batas", en: "without end" });
  console.log(
    t({
      id: `✓ “${meta.id}” versi ${meta.version}, berlaku sampai ${until}: ${contests} pemilihan, ${tickets} paslon, ${accounts} akun, ${off} dimatikan, ${warnings.length + risks.length} peringatan`,
      en: `✓ “${meta.id}” version ${meta.version}, valid until ${until}: ${contests} contests, ${tickets} tickets, ${accounts} accounts, ${off} switched off, ${warnings.length + risks.length} warnings`,
    }),
  );
}

/** "nomor 2 (Pemilihan Bupati Antah Berantah 2026)" */
function placeOfRisk({ place, ticket, risk }: PlacedRisk): string {
  if (place) return sheetPlaceInWords(place);
  if (!ticket) return placeInWords(risk.path, sentences());
  const { number, contest } = ticket;
  return t({ id: `nomor ${number} (${contest})`, en: `number ${number} (${contest})` });
}

/** Warns where an issue would be refused by machines that have the last one. */
export async function warnOfVersion(layer: Layer, last: string | undefined) {
  if (last === undefined) return;
  const before = await readInput(last);
  if (!before.ok || "ruleset" in before)
    throw new Refused(t({ id: `${last}: bukan terbitan instansi`, en: `${last}: not an agency's issue` }));
  printWarnings(besideLastIssue(layer, before.layer));
}
