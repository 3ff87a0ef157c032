import { changeInWords, diff } from "../../../src/engine/ruleset/layers/diff.ts";
import { type Command, printErrors, read, SENTENCES, t } from "../console.ts";
import { readInput } from "../input.ts";

export const compare: Command = {
  name: "diff",
  usage: "diff OLD NEW",
  about: { id: "menyebut apa yang berubah", en: "says what changed" },
  help: {
    id: "Membandingkan dua terbitan (folder, ZIP, atau berkas) dan menyebut dengan kata-kata: paslon, akun, tahapan, istilah, dan yang dimatikan.",
    en: "Compares two issues (folder, ZIP or file) and says in words: tickets, accounts, calendar, terms and what is switched off.",
  },
  async run(args) {
    const { at } = read(args, ["OLD", "NEW"], {});
    const [before, after] = [await readInput(at[0]!), await readInput(at[1]!)];
    for (const input of [before, after]) if (!input.ok) printErrors(input.errors);
    if (!before.ok || !after.ok) return 1;
    const of = (input: typeof before) => ("ruleset" in input ? input.ruleset : input.layer);
    const changes = diff(of(before), of(after));
    for (const change of changes) console.log(t(changeInWords(change, SENTENCES)));
    if (changes.length === 0) console.log(t({ id: "Tidak ada yang berubah.", en: "Nothing changed." }));
    return 0;
  },
};
