import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Makes assets/regions.json from the lists of provinces and regencies with Kemendagri codes
 * (`wilayah_provinces.csv`, `wilayah_regencies.csv`):
 *
 *   npm run regions:import -- FOLDER
 */
const folder = process.argv[2];
if (!folder || !existsSync(join(folder, "wilayah_provinces.csv"))) {
  console.error("usage: npm run regions:import -- FOLDER (with wilayah_provinces.csv)");
  process.exit(2);
}
const rows = (file: string) =>
  readFileSync(join(folder, file), "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(","));

/** "KABUPATEN PANGKAJENE DAN KEPULAUAN" → "Kabupaten Pangkajene dan Kepulauan". */
function named(capitals: string): string {
  return capitals
    .split(" ")
    .map((word) => {
      if (word === "DKI") return word;
      if (word === "DAN") return "dan";
      return word.toLowerCase().replace(/(^|[-'])\p{L}/gu, (first) => first.toUpperCase());
    })
    .join(" ");
}

const all = [
  ...rows("wilayah_provinces.csv").map(([code, name]) => [code!, named(name!)]),
  ...rows("wilayah_regencies.csv").map(([code, , name]) => [code!.replace(".", ""), named(name!)]),
].sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
const source = "Kemendagri region codes, 38 provinces, 514 regencies and cities; read 2026-11-21";
const lines = all.map((region) => `    ${JSON.stringify(region)}`).join(",\n");
writeFileSync(
  "assets/regions.json",
  `{\n  "source": ${JSON.stringify(source)},\n  "regions": [\n${lines}\n  ]\n}\n`,
);
console.log(`${all.length} regions`);
