/**
 * Writes the lower part of docs/sites.md: what each site's adapter looks for, on what evidence, and which actions it
 * holds. `--check` writes nothing and exits 1 where the file is not up to date.
 *
 *   npm run sites:docs [-- --check]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { ACTIONS, type SiteId } from "../../src/domain/vocabulary.ts";
import type { Evidence, Screen, SiteSource } from "./schema.ts";
import { readSites } from "./source.ts";

const DOCS = new URL("../../docs/sites.md", import.meta.url);

/** What stands above this line of the page is written by hand and kept. */
const MADE_BELOW = "<!-- From here on made by npm run sites:docs from src/sites/<site>/site.json. -->";

/** @throws Error where the page has lost the line that tells the two parts apart */
function byHand(): string {
  const [kept, ...made] = readFileSync(DOCS, "utf8").split(MADE_BELOW);
  if (made.length !== 1) throw new Error(`docs/sites.md has no line “${MADE_BELOW}”, or several`);
  return `${kept}${MADE_BELOW}\n`;
}

const cell = (text: string) => text.replace(/\|/g, "\\|");
const code = (text: string) => `\`${cell(text)}\``;

/** "name × count (day)" for every page, or "unverified". */
function formatEvidence(evidence: Evidence | undefined, pages: SiteSource["pages"]): string {
  if (!evidence || evidence === "unverified") return "**unverified**";
  return Object.entries(evidence)
    .map(([page, count]) => `${page} (${pages[page]}): ${count}`)
    .join("<br>");
}

/** A row for each screen: its held actions and the pages on which they are tried, or the reason. */
function screens({ screens = {} }: SiteSource): string[] {
  const row = (name: string, screen: Screen) =>
    typeof screen === "string"
      ? `| ${cell(name)} | ${cell(screen)} | |`
      : `| ${cell(name)} | held: ${screen.held.join(", ")}${screen.note ? `; ${cell(screen.note)}` : ""} | ${screen.pages.join("<br>")} |`;
  const rows = Object.entries(screens).map(([name, screen]) => row(name, screen));
  return rows.length ? ["| screen | actions | tried on |", "|---|---|---|", ...rows, ""] : [];
}

function site(id: SiteId, source: SiteSource): string[] {
  const rows = (kind: "selectors" | "labels") =>
    Object.entries(source[kind]).flatMap(([role, list]) =>
      list.map(
        (entry, at) =>
          `| ${at ? "" : role} | ${code(entry)} | ${formatEvidence(source.evidence[kind][role]?.[at], source.pages)} |`,
      ),
    );
  const notes = Object.entries(source.notes ?? {}).map(([role, note]) => `- **${role}**: ${note}`);
  return [
    `## ${id}`,
    "",
    `Hosts: ${source.hosts.map(code).join(", ")}`,
    "",
    "| action | |",
    "|---|---|",
    ...ACTIONS.map((action) => `| ${action} | ${cell(source.actions[action])} |`),
    "",
    ...screens(source),
    "| role | selector | saved page (day): count |",
    "|---|---|---|",
    ...rows("selectors"),
    "",
    ...(Object.keys(source.labels).length
      ? ["| role | label | saved page (day): count |", "|---|---|---|", ...rows("labels"), ""]
      : []),
    ...(notes.length ? [...notes, ""] : []),
  ];
}

/** Number of selectors and labels with a match on a saved page, by site. */
function summary(all: readonly [SiteId, SiteSource][]): string[] {
  const count = (roles: SiteSource["evidence"]["labels"]) => {
    const list = Object.values(roles).flat();
    return `${list.filter((one) => one !== "unverified").length} of ${list.length}`;
  };
  return [
    "| site | selectors found on a saved page | labels found on a saved page |",
    "|---|---|---|",
    ...all.map(
      ([id, { evidence }]) =>
        `| [${id}](#${id}) | ${count(evidence.selectors)} | ${count(evidence.labels)} |`,
    ),
    "",
  ];
}

export function sitesDocs(): string {
  const all = readSites();
  return [byHand(), ...summary(all), ...all.flatMap(([id, source]) => site(id, source))].join("\n");
}

if (import.meta.main) {
  const text = sitesDocs();
  const same = readFileSync(DOCS, "utf8") === text;
  if (process.argv.includes("--check")) {
    if (!same) console.log("docs/sites.md is not up to date: npm run sites:docs");
    process.exitCode = same ? 0 : 1;
  } else if (!same) writeFileSync(DOCS, text);
}
