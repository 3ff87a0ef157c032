import type { SheetFault } from "../../../src/engine/ruleset/agency/faults.ts";
import { diff } from "../../../src/engine/ruleset/layers/diff.ts";
import type { Layer } from "../../../src/engine/ruleset/schema/index.ts";
import { placeInWords } from "../../../src/engine/ruleset/validate/place.ts";
import { say } from "../../../src/engine/ruleset/validate/sentences.ts";
import { bundledRuleset } from "../bundle.ts";
import {
  type Command,
  printFaults,
  printWarnings,
  Refused,
  read,
  sentences,
  sheetPlaceInWords,
  t,
  today,
} from "../console.ts";
import { type Judged, judge, readInput } from "../input.ts";

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
      printFaults(input.errors);
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
  { layer, warnings }: { layer: Layer; warnings: readonly SheetFault[] },
  { faults, risks }: Judged,
) {
  printFaults(faults);
  printWarnings(warnings);
  for (const { risk, place } of risks) {
    const { path, alias, kind, other } = risk;
    const where = place ? sheetPlaceInWords(place) : whereInLayer(path, layer);
    console.error(`! ${where}: ${say(`risk.${kind}`, [alias, other ?? ""], sentences())}`);
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
      id: `✓ “${meta.id}” versi ${meta.version}, berlaku sampai ${until}: ${set.contests?.length ?? 0} pemilihan, ${tickets} paslon, ${set.accounts?.length ?? 0} akun, ${offs} dimatikan, ${warnings.length + risks.length} peringatan`,
      en: `✓ “${meta.id}” version ${meta.version}, valid until ${until}: ${set.contests?.length ?? 0} contests, ${tickets} tickets, ${set.accounts?.length ?? 0} accounts, ${offs} switched off, ${warnings.length + risks.length} warnings`,
    }),
  );
}

/** The ticket that a path of the layer names: "nomor 2 (Pemilihan Bupati Antah Berantah 2026)". */
function whereInLayer(path: string, layer: Layer): string {
  const [, contestAt, ticketAt] = /^set\.contests\.(\d+)\.tickets\.(\d+)/.exec(path) ?? [];
  const contest = layer.set.contests?.[Number(contestAt)];
  const ticket = contest?.tickets[Number(ticketAt)];
  if (!contest || !ticket) return placeInWords(path, sentences());
  return t({
    id: `nomor ${ticket.number} (${contest.name.id})`,
    en: `number ${ticket.number} (${contest.name.id})`,
  });
}

/** Warns where an issue would be refused by machines that have the last one. */
export async function warnOfVersion(layer: Layer, last: string | undefined) {
  if (last === undefined) return;
  const before = await readInput(last);
  if (!before.ok || "ruleset" in before)
    throw new Refused(t({ id: `${last}: bukan terbitan instansi`, en: `${last}: not an agency's issue` }));
  const old = before.layer.meta;
  const { id, version } = layer.meta;
  if (id !== old.id)
    console.error(
      t({
        id: `! Lembar keterangan: id “${id}” lain dari terbitan terakhir. Tulis: ${old.id}`,
        en: `! Sheet keterangan: id “${id}” differs from the last issue. Write: ${old.id}`,
      }),
    );
  if (version <= old.version && diff(before.layer, layer).length > 0)
    console.error(
      t({
        id: `! Lembar keterangan: versi ${version} tidak lebih tinggi dari terbitan terakhir (${old.version}), sehingga ditolak komputer pengguna. Tulis: ${old.version + 1}`,
        en: `! Sheet keterangan: version ${version} is not higher than the last issue's (${old.version}), so users' machines refuse it. Write: ${old.version + 1}`,
      }),
    );
}

/** Warns where users would read one name beside a key that was made for another. */
export function warnOfPublisher(layer: Layer, keyPublisher: string | undefined) {
  const { publisher } = layer.meta;
  if (!keyPublisher || keyPublisher.trim() === publisher.trim()) return;
  console.error(
    t({
      id: `! Kunci ini dibuat untuk “${keyPublisher}”, tetapi penerbit di lembar keterangan “${publisher}”. Periksa apakah kuncinya benar.`,
      en: `! This key was made for “${keyPublisher}”, but the publisher in the sheet keterangan is “${publisher}”. See whether the key is the right one.`,
    }),
  );
}
