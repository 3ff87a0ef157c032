/** Sizes of the build in bytes, by the names of tests/golden/sizes.json. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { zipSync } from "fflate";

/** Bytes by name. */
export type Sizes = Readonly<Record<string, number>>;

const SCRIPTS = "content-scripts";
/** Part of no site: of each of its pages (guard), or of all pages alike (second line, engine). */
const SHARED: readonly string[] = ["guard", "second-line", "engine"];
/** Loaded only while a passphrase is set, so no part of its page's size. */
const ESTIMATE = /^passphrase-estimate-[^/]+\.js$/;
/** What the page for practising brings along for itself. */
const PRACTICE = /^practice-[^/]+\.js$/;

/**
 * @param folder a built extension
 * @param without names ("site x") whose scripts are left out, also of the totals
 * @throws Error if it is not one
 */
export function builtSizes(folder: string, without: readonly string[] = []): Sizes {
  const bytes = (file: string): number => statSync(join(folder, file)).size;
  const scripts = readdirSync(join(folder, SCRIPTS)).filter(
    (name) => name.endsWith(".js") && !without.includes(nameOf(name)),
  );
  const files = Object.fromEntries(
    scripts.map((name) => [nameOf(name), bytes(`${SCRIPTS}/${name}`)] as const),
  );
  /* A site's or an embed's line is all that its page reads before the engine. */
  const inPages = Object.fromEntries(
    Object.entries(files).map(([name, size]) => [name, SHARED.includes(name) ? size : files.guard! + size]),
  );
  const pages = readdirSync(folder).filter((name) => name.endsWith(".html"));
  const estimates = readdirSync(join(folder, "chunks")).filter((name) => ESTIMATE.test(name));
  return {
    ...inPages,
    "all page scripts": Object.values(files).reduce((sum, size) => sum + size, 0),
    background: bytes("background.js"),
    ...Object.fromEntries(
      pages.map((page) => [page, scriptsOf(folder, page).reduce((sum, script) => sum + bytes(script), 0)]),
    ),
    "practice page's own script": readdirSync(join(folder, "chunks"))
      .filter((name) => PRACTICE.test(name))
      .reduce((sum, name) => sum + bytes(`chunks/${name}`), 0),
    "passphrase estimate": estimates.reduce((sum, name) => sum + bytes(`chunks/${name}`), 0),
    package: packed(folder, without),
  };
}

/**
 * The built sites ("site x") that need no line yet: those that no saved page was counted for, which `npm run new:site` has
 * just made. From the first counted page on a site is meant to be released: it needs a line and counts in all totals.
 */
export function sitesOnTrial(
  names: readonly string[],
  budget: Sizes,
  sites: readonly (readonly [id: string, source: { pages: object }])[],
): string[] {
  const onTrial = new Set(
    sites.filter(([, { pages }]) => Object.keys(pages).length === 0).map(([id]) => `site ${id}`),
  );
  return names.filter((name) => onTrial.has(name) && !(name in budget));
}

/** "guard", "second-line", "engine", "site facebook", "embed facebook" */
function nameOf(script: string): string {
  const whole = script.replace(/\.js$/, "");
  if (SHARED.includes(whole)) return whole;
  const [name, isEmbed] = whole.split("-");
  return `${isEmbed ? "embed" : "site"} ${name}`;
}

/** All scripts that an extension page ever loads: its own and all their imports, static and dynamic. */
function scriptsOf(folder: string, page: string): string[] {
  const html = readFileSync(join(folder, page), "utf8");
  const wanted = [...html.matchAll(/<script[^>]* src="\/?([^"]+\.js)"/g)].map(([, file]) => file!);
  if (!wanted.length) throw new Error(`${page} names no script`);
  for (const file of wanted)
    for (const [, path] of readFileSync(join(folder, file), "utf8").matchAll(
      /(?:from|import)\s*\(?["'`](\.[^"'`]+\.js)["'`]/g,
    )) {
      const imported = join(dirname(file), path!);
      if (ESTIMATE.test(basename(imported))) continue;
      if (!wanted.includes(imported)) wanted.push(imported);
    }
  return wanted;
}

/** The folder as one ZIP, as the stores receive it. */
function packed(folder: string, without: readonly string[]): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (one) => one.isFile() && !(one.parentPath.endsWith(SCRIPTS) && without.includes(nameOf(one.name))),
  );
  const content = files.map(({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [path.slice(folder.length + 1), readFileSync(path)] as const;
  });
  return zipSync(Object.fromEntries(content), { level: 9 }).length;
}
