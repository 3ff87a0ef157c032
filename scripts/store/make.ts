/**
 * `npm run store`: everything that an upload to the Chrome Web Store, Edge Add-ons and addons.mozilla.org needs, into
 * store-output: packages (with `-- --no-zip` the last ones stay), texts in both languages within each store's limits,
 * forms, pictures (`-- --no-pictures`), and the privacy policy as one page. It ends with what docs/store/FILL.md still
 * lacks. Exit code 1 where a text is too long, a permission is not explained or a picture has a wrong size.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { LANGUAGES } from "../../src/domain/languages.ts";
import { tool } from "../dev/check/run.ts";
import { FILL_PAGE, fillIn, readBlanks } from "./blanks.ts";
import { formText, listingText } from "./forms.ts";
import { drawPictures, pngSize } from "./pictures.ts";
import { privacyPage } from "./privacy.ts";
import { readForms, readTexts, STORES, type StoreName, tooLong, unexplained } from "./texts.ts";

const OUT = "store-output";
const without = (what: string): boolean => process.argv.includes(`--no-${what}`);
const golden = ["chrome", "firefox"].map(
  (name) => JSON.parse(readFileSync(`tests/golden/manifest.${name}.json`, "utf8")) as object,
);

const blanks = readBlanks();
const [texts, forms] = [readTexts(), readForms()];
const faults = [...tooLong(texts, forms), ...unexplained(forms, golden)];

function write(file: string, text: string): void {
  writeFileSync(join(OUT, file), text);
  console.log(`${OUT}/${file}`);
}

/** Chrome and Edge take the same package; Firefox also wants the sources. */
function packages(): void {
  if (!without("zip"))
    for (const browser of ["chrome", "firefox"])
      if (!tool("wxt", ["zip", "-b", browser])) faults.push(`wxt zip -b ${browser} failed`);
  const zips = existsSync(".output") ? readdirSync(".output").filter((name) => name.endsWith(".zip")) : [];
  if (zips.length < 3) faults.push("packages are missing in .output");
  for (const zip of zips) {
    copyFileSync(join(".output", zip), join(OUT, zip));
    console.log(`${OUT}/${zip}`);
  }
}

if (!without("pictures")) rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
packages();
for (const store of Object.keys(STORES) as StoreName[]) {
  for (const language of LANGUAGES)
    write(`${store}-${language}.txt`, fillIn(listingText(store, texts[language]), blanks));
  write(`${store}-forms.txt`, fillIn(formText(store, forms, texts.en), blanks));
}
write("privacy.html", privacyPage(blanks));
if (!without("pictures"))
  for (const file of await drawPictures(OUT)) {
    const size = pngSize(file).join("x");
    if (!file.endsWith(`-${size}.png`)) faults.push(`${file} is ${size}`);
    console.log(file);
  }

for (const fault of faults) console.error(`✗ ${fault}`);
const empty = [...blanks].filter(([, value]) => value === "").map(([name]) => name);
console.log(
  empty.length > 0 ? `Still empty in ${FILL_PAGE}: ${empty.join(", ")}` : `Nothing is empty in ${FILL_PAGE}.`,
);
if (faults.length > 0) process.exitCode = 1;
