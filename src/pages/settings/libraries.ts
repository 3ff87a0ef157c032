/** Libraries inside the package with their licences, as *Tentang* names them; the same in every language. */
export const LIBRARIES: readonly (readonly [packages: readonly string[], licence: string])[] = [
  [["preact"], "MIT"],
  [["lucide"], "ISC"],
  [["@lingui/core", "@lingui/message-utils"], "MIT"],
  [["zod"], "MIT"],
  [["idb"], "ISC"],
  [["@hpke/core", "@hpke/common"], "MIT"],
  [["canonicalize"], "Apache-2.0"],
  [["papaparse", "fflate", "hucre"], "MIT"],
  [["ts-fsrs"], "MIT"],
  [["@zxcvbn-ts/core", "@zxcvbn-ts/language-common", "@zxcvbn-ts/language-id"], "MIT"],
  [["@zxcvbn-ts/dictionary-compression", "fastest-levenshtein"], "MIT"],
  [["wxt", "@wxt-dev/browser", "@wxt-dev/storage", "@wxt-dev/webextension-polyfill", "superlock"], "MIT"],
  [["webextension-polyfill"], "MPL-2.0"],
];
