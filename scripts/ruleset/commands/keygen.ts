import { existsSync, writeFileSync } from "node:fs";
import { makeKey } from "../../../src/engine/ruleset/layers/signature.ts";
import { keyFileText } from "../../../src/engine/ruleset/layers/signed-file.ts";
import { type Command, Refused, read, t, today } from "../console.ts";

export const keygen: Command = {
  name: "keygen",
  usage: "keygen -o KEY [--publisher NAME]",
  about: { id: "membuat kunci penerbit", en: "makes a publisher's key" },
  help: {
    id: "Menulis pasangan kunci Ed25519 ke KEY (hanya dapat dibaca pemiliknya) dan mencetak kunci publik serta sidiknya. Simpan KEY di luar peladen dan buat cadangan: siapa pun yang memegangnya dapat menerbitkan, dan tanpa kunci itu versi berikut tidak dapat ditandatangani.",
    en: "Writes an Ed25519 key pair to KEY (readable by its owner only) and prints the public key and its fingerprint. Keep KEY off the server and back it up: whoever holds it can publish, and without it the next version cannot be signed.",
  },
  async run(args) {
    const { options } = read(args, [], { output: { short: "o", needed: true }, publisher: {} });
    const path = options.output!;
    if (existsSync(path))
      throw new Refused(
        t({ id: `${path}: sudah ada, tidak ditimpa`, en: `${path}: exists, not overwritten` }),
      );
    const key = await makeKey(options.publisher ?? "", today());
    writeFileSync(path, keyFileText(key), { mode: 0o600, flag: "wx" });
    console.log(t({ id: `kunci publik: ${key.publicKey}`, en: `public key:   ${key.publicKey}` }));
    console.log(t({ id: `sidik kunci:  ${key.fingerprint}`, en: `fingerprint:  ${key.fingerprint}` }));
    return 0;
  },
};
