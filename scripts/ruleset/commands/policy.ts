import { existsSync, writeFileSync } from "node:fs";
import {
  FIREFOX_ID,
  POLICY_BROWSERS,
  POLICY_SYSTEMS,
  type PolicyBrowser,
  type PolicySystem,
  policyFile,
} from "../../../src/engine/ruleset/agency/policy-files.ts";
import { parseManaged } from "../../../src/engine/ruleset/layers/managed-policy.ts";
import { readSignedFile } from "../../../src/engine/ruleset/layers/signed-file.ts";
import { type Command, printErrors, Refused, read, readBytes, t, UsageError } from "../console.ts";

export const policy: Command = {
  name: "policy",
  usage: "policy FILE --for BROWSER --os SYSTEM [--url ADDRESS] [--extension ID] -o FILE",
  about: {
    id: "membuat berkas kebijakan peramban dari berkas bertanda tangan",
    en: "makes a browser policy of a signed file",
  },
  help: {
    id: "Menulis berkas siap pakai: .reg untuk Windows (UTF-16, baris CRLF), .json untuk Linux, .plist untuk macOS. BROWSER: chrome, edge, firefox; SYSTEM: windows, linux, macos. Tanpa --url aturannya ikut di dalam berkas (tanpa jaringan dan tanpa izin); dengan --url ia diambil dari alamat itu. Kunci penerbit selalu disertakan. Chrome dan Edge perlu --extension, id ekstensi di toko.",
    en: "Writes a file ready for use: .reg for Windows (UTF-16, CRLF), .json for Linux, .plist for macOS. BROWSER: chrome, edge, firefox; SYSTEM: windows, linux, macos. Without --url the rules are inside the file (no network, no permission); with --url they are fetched from that address. The publisher's key is always in it. Chrome and Edge need --extension, the extension's id in the store.",
  },
  async run(args) {
    const { at, options } = read(args, ["FILE"], {
      for: { needed: true },
      os: { needed: true },
      url: {},
      extension: {},
      output: { short: "o", needed: true },
    });
    const browser = oneOf<PolicyBrowser>("for", options.for!, POLICY_BROWSERS);
    const system = oneOf<PolicySystem>("os", options.os!, POLICY_SYSTEMS);
    const extension = options.extension ?? (browser === "firefox" ? FIREFOX_ID : undefined);
    if (!extension) throw new UsageError(t({ id: "Perlu --extension ID", en: "--extension ID is needed" }));
    const { line, key } = await signedLine(at[0]!);
    const values: Record<string, string> = options.url
      ? { rulesetUrl: options.url, rulesetKey: key }
      : { rulesetInline: line, rulesetKey: key };
    const accepted = parseManaged(values);
    if (!accepted.ok) {
      printErrors(accepted.errors);
      return 1;
    }
    const { ending, bytes } = policyFile(browser, system, extension, values);
    const path = options.output!;
    if (!path.endsWith(`.${ending}`)) throw new UsageError(`-o …${`.${ending}`}`);
    if (existsSync(path))
      throw new Refused(
        t({ id: `${path}: sudah ada, tidak ditimpa`, en: `${path}: exists, not overwritten` }),
      );
    writeFileSync(path, bytes);
    console.log(t({ id: `ditulis: ${path}`, en: `written: ${path}` }));
    return 0;
  },
};

function oneOf<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (!found) throw new UsageError(`--${option} ${known.join("|")}`);
  return found;
}

/** The signed file as one line, with its key. @throws Refused where it is none or was changed. */
async function signedLine(path: string): Promise<{ line: string; key: string }> {
  const read = await readSignedFile(new TextDecoder().decode(readBytes(path)));
  if (!read.ok) {
    printErrors(read.errors);
    throw new Refused(t({ id: `${path}: tidak dipakai`, en: `${path}: not used` }));
  }
  return { line: JSON.stringify(read.value), key: read.value.signature.key };
}
