import { copyFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Command, Refused, read, t } from "../console.ts";

const EXAMPLE = fileURLToPath(new URL("../../../assets/rulesets/example", import.meta.url));

export const init: Command = {
  name: "init",
  usage: "init FOLDER",
  about: { id: "membuat folder berisi lembar contoh", en: "makes a folder with example sheets" },
  help: {
    id: "Menyalin lembar CSV contoh (semua nama karangan) ke FOLDER. Ganti isinya; lembar yang tidak dipakai boleh dihapus, kecuali keterangan.csv. FOLDER harus belum ada atau kosong.",
    en: "Copies example CSV sheets (all names invented) into FOLDER. Replace what is in them; sheets not needed may be deleted, except keterangan.csv. FOLDER must not exist or be empty.",
  },
  async run(args) {
    const { at } = read(args, ["FOLDER"], {});
    const folder = at[0]!;
    if (existsSync(folder) && readdirSync(folder).length > 0) {
      throw new Refused(t({ id: `${folder}: sudah ada isinya`, en: `${folder}: is not empty` }));
    }
    mkdirSync(folder, { recursive: true });
    const names = readdirSync(EXAMPLE).sort();
    for (const name of names) copyFileSync(join(EXAMPLE, name), join(folder, name));
    console.log(names.map((name) => join(folder, name)).join("\n"));
    console.log(
      t({
        id: `\nLanjut: npm run ruleset -- check ${folder}`,
        en: `\nNext: npm run ruleset -- check ${folder}`,
      }),
    );
    return 0;
  },
};
