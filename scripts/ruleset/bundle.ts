/**
 * Makes public/rulesets/bundled.json from assets/rulesets/source and the sites' data. Git does not keep it: builds,
 * tests and scripts request it and get the one made from the sources. By hand, to find the faults of an edited source:
 * npm run ruleset:bundle
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Topic } from "../../src/domain/vocabulary.ts";
import type { Ruleset, Term } from "../../src/engine/ruleset/schema/index.ts";
import { parseRuleset } from "../../src/engine/ruleset/validate/parse.ts";
import { makeOnce } from "../build/make-once.ts";
import { bundledSites, readSites, sourceFile } from "../sites/source.ts";
import { accounts } from "./accounts.ts";
import { contestFacts, contests, parties, regionName } from "./roster.ts";
import { readSource, withSources } from "./source.ts";

const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const BUNDLE = inProject("public/rulesets/bundled.json");

interface TermGroup {
  role: Term["role"];
  language: string;
  weight: number;
  topic?: Topic;
  number?: number;
  terms: string[];
}

/** The bundled ruleset made from its sources. @throws Error listing every fault where it is invalid. */
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

/** Names of regions are everyday words in a feed, so no alias may consist of them alone. */
function places(): string[] {
  return contestFacts().map(([, official]) => regionName(official).toLowerCase());
}

export const bundleText = (ruleset: Ruleset) => `${JSON.stringify(ruleset)}\n`;

/** Makes public/rulesets/bundled.json unless it is up to date. @returns whether it was made */
export const ensureBundle = (): boolean =>
  makeOnce({
    output: BUNDLE,
    stamp: inProject(".tmp/bundled.hash"),
    sources: [
      ...["assets/rulesets/source", "scripts/ruleset/bundle.ts", "package-lock.json"].map(inProject),
      ...readSites().map(([id]) => fileURLToPath(sourceFile(id))),
    ],
    make: () => bundleText(makeBundle()),
  });

/** The up-to-date bundled ruleset as the extension reads it. */
export function bundledRuleset(): Ruleset {
  ensureBundle();
  return JSON.parse(readFileSync(BUNDLE, "utf8")) as Ruleset;
}

if (import.meta.main) {
  const made = ensureBundle();
  console.log(`${BUNDLE}: ${made ? "made" : "up to date"}`);
}
