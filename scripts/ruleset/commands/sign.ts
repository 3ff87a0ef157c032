import { writeFileSync } from "node:fs";
import * as z from "zod/mini";
import { type PublisherKey, sign, verify } from "../../../src/engine/ruleset/layers/signature.ts";
import type { Layer } from "../../../src/engine/ruleset/schema/index.ts";
import { checkShape, readJson } from "../../../src/engine/ruleset/validate/parse.ts";
import { bundledRuleset } from "../bundle.ts";
import { type Command, printFaults, printWarnings, Refused, read, readBytes, t, today } from "../console.ts";
import { judge, readInput } from "../input.ts";
import { report, warnOfPublisher, warnOfVersion } from "./check.ts";

const KeyShape = z.looseObject({
  kind: z.literal("publisher-key"),
  publicKey: z.string(),
  privateKey: z.string(),
  fingerprint: z.string(),
  publisher: z.optional(z.string()),
});

export const signFile: Command = {
  name: "sign",
  usage: "sign FILE --key KEY -o FILE [--last FILE]",
  about: { id: "menandatangani berkas hasil build", en: "signs a file made by build" },
  help: {
    id: "Memeriksa berkas, menandatanganinya dengan KEY, dan menulis berkas yang siap diterbitkan. Nomor versi harus lebih besar dari terbitan sebelumnya (--last memeriksanya). Memperingatkan bila kunci dibuat untuk penerbit lain.",
    en: "Checks the file, signs it with KEY and writes the file ready to publish. The version must be greater than that of the last issue (--last checks it). Warns where the key was made for another publisher.",
  },
  async run(args) {
    const { at, options } = read(args, ["FILE"], {
      key: { needed: true },
      output: { short: "o", needed: true },
      last: {},
    });
    const key = readKey(options.key!);
    const input = await readInput(at[0]!);
    if (!input.ok) {
      printFaults(input.errors);
      printWarnings(input.warnings);
      return 1;
    }
    if ("ruleset" in input)
      throw new Refused(t({ id: "Aturan utuh tidak ditandatangani", en: "A whole ruleset is not signed" }));
    const judged = judge(input.layer, input.places, bundledRuleset(), today());
    report(input, judged);
    warnOfPublisher(input.layer, key.publisher);
    await warnOfVersion(input.layer, options.last);
    if (judged.faults.length > 0) return 1;
    writeFileSync(options.output!, await signedText(input.layer, key));
    console.log(t({ id: `ditulis: ${options.output}`, en: `written: ${options.output}` }));
    console.log(t({ id: `sidik kunci: ${key.fingerprint}`, en: `key fingerprint: ${key.fingerprint}` }));
    return 0;
  },
};

/** The file to publish. @throws Refused where the key's two halves do not belong together. */
export async function signedText(
  layer: Layer,
  key: Pick<PublisherKey, "privateKey" | "publicKey">,
): Promise<string> {
  let signature: Awaited<ReturnType<typeof sign>>;
  try {
    signature = await sign(layer, key);
  } catch {
    throw new Refused(t({ id: "Berkas kunci rusak", en: "The key file is damaged" }));
  }
  if (!(await verify(layer, signature)))
    throw new Refused(t({ id: "Berkas kunci rusak", en: "The key file is damaged" }));
  return `${JSON.stringify({ format: 1, kind: "signed-layer", layer, signature })}\n`;
}

function readKey(path: string): z.output<typeof KeyShape> {
  const json = readJson(new TextDecoder().decode(readBytes(path)));
  const shaped = json.ok ? checkShape(KeyShape, json.value) : json;
  if (!shaped.ok) throw new Refused(t({ id: `${path}: bukan berkas kunci`, en: `${path}: not a key file` }));
  return shaped.value;
}
