import { writeFileSync } from "node:fs";
import { besideKey } from "../../../src/engine/ruleset/agency/issue.ts";
import { judge } from "../../../src/engine/ruleset/agency/judge.ts";
import type { SigningKey } from "../../../src/engine/ruleset/layers/signature.ts";
import { readKeyFile, signedFile } from "../../../src/engine/ruleset/layers/signed-file.ts";
import { formatError } from "../../../src/engine/ruleset/validate/errors.ts";
import { bundledRuleset } from "../bundle.ts";
import {
  type Command,
  printErrors,
  printWarnings,
  Refused,
  read,
  readBytes,
  sentences,
  t,
  today,
} from "../console.ts";
import { readInput } from "../input.ts";
import { report, warnOfVersion } from "./check.ts";

export const signFile: Command = {
  name: "sign",
  usage: "sign FILE --key KEY [--previous KEY] -o FILE [--last FILE]",
  about: { id: "menandatangani berkas hasil build", en: "signs a file made by build" },
  help: {
    id: "Memeriksa berkas, menandatanganinya dengan KEY, dan menulis berkas yang siap diterbitkan. Nomor versi harus lebih besar dari terbitan sebelumnya (--last memeriksanya). Memperingatkan bila kunci dibuat untuk penerbit lain. --previous: kunci lama yang diganti oleh KEY; komputer yang memercayai kunci lama beralih ke KEY tanpa ditanya.",
    en: "Checks the file, signs it with KEY and writes the file ready to publish. The version must be greater than that of the last issue (--last checks it). Warns where the key was made for another publisher. --previous: the old key that KEY replaces; machines that trust the old one go on with KEY unasked.",
  },
  async run(args) {
    const { at, options } = read(args, ["FILE"], {
      key: { needed: true },
      previous: {},
      output: { short: "o", needed: true },
      last: {},
    });
    const key = await keyFrom(options.key!);
    const previous = options.previous === undefined ? undefined : await keyFrom(options.previous);
    if (previous?.publicKey === key.publicKey)
      throw new Refused(t({ id: "Kedua kunci sama", en: "Both keys are the same" }));
    const input = await readInput(at[0]!);
    if (!input.ok) {
      printErrors(input.errors);
      printWarnings(input.warnings);
      return 1;
    }
    if ("ruleset" in input)
      throw new Refused(t({ id: "Aturan utuh tidak ditandatangani", en: "A whole ruleset is not signed" }));
    const judged = judge(input.layer, input.places, bundledRuleset(), today());
    report(input, judged);
    printWarnings(besideKey(input.layer, key.publisher));
    await warnOfVersion(input.layer, options.last);
    if (judged.faults.length > 0) return 1;
    writeFileSync(options.output!, await signedFile(input.layer, key, previous));
    console.log(t({ id: `ditulis: ${options.output}`, en: `written: ${options.output}` }));
    console.log(t({ id: `sidik kunci: ${key.fingerprint}`, en: `key fingerprint: ${key.fingerprint}` }));
    if (previous)
      console.log(
        t({ id: `menggantikan: ${previous.fingerprint}`, en: `in place of: ${previous.fingerprint}` }),
      );
    return 0;
  },
};

async function keyFrom(path: string): Promise<SigningKey> {
  const read = await readKeyFile(new TextDecoder().decode(readBytes(path)));
  if (read.ok) return read.value;
  throw new Refused(`${path}: ${formatError(read.errors[0]!, sentences())}`);
}
