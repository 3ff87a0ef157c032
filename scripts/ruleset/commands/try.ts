import type { Assessment } from "../../../src/domain/assessment.ts";
import { isDay } from "../../../src/engine/ruleset/schema/parts.ts";
import { makeTrier, sampleTrials, type Trial } from "../../../src/engine/trial.ts";
import { readTrials } from "../../../src/engine/trial-file.ts";
import { shippedModel } from "../../model/load-engine.ts";
import { formatEvidence } from "../../model/sentences.ts";
import { bundledRuleset } from "../bundle.ts";
import {
  type Command,
  printErrors,
  printWarnings,
  Refused,
  read,
  readBytes,
  t,
  today,
  UsageError,
} from "../console.ts";
import { readInput } from "../input.ts";

const LEVELS = {
  clear: { id: "dibiarkan", en: "left alone" },
  notice: { id: "ditandai", en: "marked" },
  warn: { id: "ditanyakan", en: "asked about" },
} as const;

export const tryOut: Command = {
  name: "try",
  usage: "try FILE|FOLDER [--texts FILE] [--date YYYY-MM-DD]",
  about: {
    id: "menunjukkan apa yang akan ditanyakan, sebelum dan sesudah",
    en: "shows what would be asked about, before and after",
  },
  help: {
    id: "Menilai kalimat dan akun dengan aturan bawaan saja dan dengan aturan instansi, tanpa memasang apa pun. --texts: satu kalimat tiap baris, atau CSV dengan kolom teks, tanggal, situs, akun, nama. Tanpa --texts dicoba contoh yang diambil dari lembarnya sendiri: ajakan untuk paslon pertama tiap pemilihan, kiriman biasa dari tiap jenis akun, berita, obrolan. --date: hari yang dicoba.",
    en: "Assesses sentences and accounts with the bundled rules alone and with the agency's, without installing anything. --texts: a sentence a line, or a CSV with the columns teks, tanggal, situs, akun, nama. Without --texts, samples drawn from the sheets themselves are tried: a call for the first ticket of each contest, an ordinary post of each kind of account, news, small talk. --date: the day to try.",
  },
  async run(args) {
    const { at, options } = read(args, ["FILE|FOLDER"], { texts: {}, date: {} });
    const { date } = options;
    if (date !== undefined && !isDay(date)) throw new UsageError("--date YYYY-MM-DD");
    const input = await readInput(at[0]!);
    if (!input.ok) {
      printErrors(input.errors);
      printWarnings(input.warnings);
      return 1;
    }
    if ("ruleset" in input)
      throw new Refused(
        t({ id: "Aturan utuh tidak dicoba di sini", en: "A whole ruleset is not tried here" }),
      );
    const samples = sampleTrials(input.layer).map((trial) =>
      date === undefined ? trial : { ...trial, date },
    );
    const day = date ?? samples.at(-1)?.date ?? today();
    const trials = options.texts === undefined ? samples : trialsOf(options.texts, day);
    const results = trials.map(makeTrier(input.layer, bundledRuleset(), { model: shippedModel() }));
    for (const { trial, before, after, phase } of results) {
      const who = [trial.name, trial.handle && `@${trial.handle}`, trial.site].filter(Boolean).join(", ");
      console.log(`“${trial.text}”${who === "" ? "" : ` (${who})`}`);
      console.log(`  ${trial.date}, ${t(phase.name)}: ${change(before, after)}`);
      for (const evidence of after.evidence.slice(0, 3)) console.log(`    ${formatEvidence(evidence)}`);
    }
    const asked = results.filter(({ after }) => after.level === "warn").length;
    const changed = results.filter(({ before, after }) => before.level !== after.level).length;
    console.log(
      t({
        id: `${results.length} dicoba: ${asked} akan ditanyakan, ${changed} berubah karena aturan ini.`,
        en: `${results.length} tried: ${asked} would be asked about, ${changed} differ by these rules.`,
      }),
    );
    return 0;
  },
};

function change(before: Assessment, after: Assessment): string {
  const [was, is] = [t(LEVELS[before.level]), t(LEVELS[after.level])];
  if (before.level === after.level) return t({ id: `${is}, seperti sebelumnya`, en: `${is}, as before` });
  return t({ id: `${is} (sebelumnya ${was})`, en: `${is} (before: ${was})` });
}

function trialsOf(path: string, date: string): Trial[] {
  const trials = readTrials(readBytes(path), date);
  if (trials === undefined)
    throw new Refused(
      t({ id: `${path}: simpan sebagai “CSV UTF-8”`, en: `${path}: save it as “CSV UTF-8”` }),
    );
  return trials;
}
