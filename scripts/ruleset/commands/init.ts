import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { knownOf } from "../../../src/engine/ruleset/agency/known.ts";
import { writeTemplate } from "../../../src/engine/ruleset/agency/template.ts";
import { bundledRuleset } from "../bundle.ts";
import { type Command, Refused, read, sheetSentences, t } from "../console.ts";

const EXAMPLE = fileURLToPath(new URL("../../../assets/rulesets/example", import.meta.url));
/** A whole Pilkada: six regions, fourteen tickets, sixty accounts, all stages. */
const PILKADA = fileURLToPath(new URL("../../../assets/rulesets/example-pilkada", import.meta.url));

export const init: Command = {
  name: "init",
  usage: "init FOLDER|FILE.xlsx",
  about: {
    id: "membuat lembar contoh: folder CSV atau buku kerja",
    en: "makes example sheets: a folder of CSVs or a workbook",
  },
  help: {
    id: "Menulis lembar contoh (semua nama karangan). FILE.xlsx: buku kerja dengan satu lembar untuk tiap bagian, sel berformat Teks, pilihan di sel, dan contoh sebuah Pilkada. FOLDER: contoh kecil sebagai CSV. Ganti isinya; lembar yang tidak dipakai boleh dikosongkan atau dihapus, kecuali keterangan. Tidak menimpa apa pun.",
    en: "Writes example sheets (all names invented). FILE.xlsx: a workbook with a worksheet for each part, cells formatted as text, choices in the cells, and the example of a whole Pilkada. FOLDER: a small example as CSVs. Replace what is in them; sheets not needed may be emptied or deleted, except keterangan. Overwrites nothing.",
  },
  async run(args) {
    const { at } = read(args, ["FOLDER|FILE.xlsx"], {});
    const path = at[0]!;
    if (/\.xlsx$/i.test(path)) await initWorkbook(path);
    else initFolder(path);
    console.log(
      t({
        id: `\nLanjut: npm run ruleset -- check ${path}`,
        en: `\nNext: npm run ruleset -- check ${path}`,
      }),
    );
    return 0;
  },
};

async function initWorkbook(path: string) {
  if (existsSync(path))
    throw new Refused(t({ id: `${path}: sudah ada, tidak ditimpa`, en: `${path}: exists, not overwritten` }));
  const sheets = Object.fromEntries(
    readdirSync(PILKADA).map((name) => [name, readFileSync(join(PILKADA, name), "utf8")]),
  );
  writeFileSync(path, await writeTemplate(sheets, knownOf(bundledRuleset()), sheetSentences()));
  console.log(path);
}

function initFolder(folder: string) {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Refused(t({ id: `${folder}: sudah ada isinya`, en: `${folder}: is not empty` }));
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(EXAMPLE).sort();
  for (const name of names) copyFileSync(join(EXAMPLE, name), join(folder, name));
  console.log(names.map((name) => join(folder, name)).join("\n"));
}
