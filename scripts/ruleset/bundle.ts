/**
 * Makes public/rulesets/bundled.json from assets/rulesets/source. `--check` writes nothing and exits 1 where the
 * committed file is not what the sources make.
 *
 *   npm run ruleset:bundle [-- --check]
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Topic } from "../../src/domain/vocabulary.ts";
import type { Ruleset, Term } from "../../src/engine/ruleset/schema/index.ts";
import { parseRuleset } from "../../src/engine/ruleset/validate/parse.ts";
import { bundledSites } from "../sites/source.ts";
import { accounts } from "./accounts.ts";
import { contestFacts, contests, parties, regionName } from "./roster.ts";
import { readSource, withSources } from "./source.ts";

export const BUNDLE = new URL("../../public/rulesets/bundled.json", import.meta.url);

interface TermGroup {
  role: Term["role"];
  language: string;
  weight: number;
  topic?: Topic;
  number?: number;
  terms: string[];
}

/** The bundled ruleset as its sources make it. @throws Error with every fault where it is not valid. */
export function makeBundle(): Ruleset {
  const ordinary = [...new Set([...readSource<string[]>("ordinary"), ...places()])];
  const made = {
    format: 1,
    meta: readSource("meta"),
    rules: withSources(readSource("rules")),
    instruments: withSources(readSource("instruments")),
    bases: withSources(readSource("bases")),
    sanctions: withSources(readSource("sanctions")),
    phases: withSources(readSource("phases")),
    roster: { contests: contests(ordinary), parties: parties(), accounts: accounts() },
    lexicon: [...readSource<TermGroup[]>("lexicon"), ...readSource<TermGroup[]>("lexicon-calls")].flatMap(
      ({ terms, ...rest }) => terms.map((text) => ({ text, ...rest })),
    ),
    ordinary,
    sites: bundledSites(),
    statistics: withSources(readSource("statistics")),
    channels: withSources(readSource("channels")),
  };
  const parsed = parseRuleset(made);
  if (!parsed.ok)
    throw new Error(parsed.errors.map((e) => `${e.path}: ${e.message} ${e.hint ?? ""}`).join("\n"));
  return parsed.ruleset;
}

/** Names of regions: everyday words in a feed, so no alias may count by them alone. */
function places(): string[] {
  return contestFacts().map(([, official]) => regionName(official).toLowerCase());
}

export const bundleText = (ruleset: Ruleset) => `${JSON.stringify(ruleset)}\n`;

if (import.meta.main) {
  const text = bundleText(makeBundle());
  if (process.argv.includes("--check")) {
    const same = existsSync(BUNDLE) && readFileSync(BUNDLE, "utf8") === text;
    console.log(
      same
        ? "bundled.json is up to date"
        : "bundled.json is not what its sources make: npm run ruleset:bundle",
    );
    process.exitCode = same ? 0 : 1;
  } else {
    mkdirSync(new URL(".", BUNDLE), { recursive: true });
    writeFileSync(BUNDLE, text);
    console.log(`bundled.json: ${text.length} bytes`);
  }
}
