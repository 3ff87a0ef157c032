/**
 * Writes docs/sites.md: what each site's adapter looks for, on what evidence, and which actions it holds. `--check`
 * writes nothing and exits 1 where the file is not up to date.
 *
 *   npm run sites:docs [-- --check]
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { ACTIONS, type SiteId } from "../../src/domain/vocabulary.ts";
import type { Evidence, SiteSource } from "./schema.ts";
import { readSites } from "./source.ts";

const DOCS = new URL("../../docs/sites.md", import.meta.url);

const INTRO = `<!-- Made by npm run sites:docs from src/sites/<site>/site.json; do not edit here. -->
# Sites: what is looked for, and on what evidence

Every selector and label stands in \`src/sites/<site>/site.json\`, beside the saved real pages on which it was found
and how often (\`npm run sites:evidence\` counts again). **unverified** means: on none of the saved pages at
hand; known from public code or memory only. A page made by hand for the tests is never evidence. Saved pages are no
part of this project.

That a held action happens after *Tetap lanjutkan* is shown on saved and hand-made pages with a stand-in for the site's
own app; on the live sites it is **unverified for every site and action**.

In other sites' pages Facebook's plugins, X's embedded posts and the Subscribe of YouTube's embedded player are held. Not
held, since what stands there is a link that opens the site itself, where the action is held: embedded posts of Instagram,
Threads, TikTok, LinkedIn, Bluesky and Reddit (public code and memory, **unverified**), likes of YouTube's player, and
YouTube's Subscribe widget, which opens the channel to be confirmed there (Google's documentation of August 2025). Hosts
that serve embeds alone and know no user (\`youtube-nocookie.com\`) are not asked for.
`;

const cell = (text: string) => text.replace(/\|/g, "\\|");
const code = (text: string) => `\`${cell(text)}\``;

/** "name × count (day)" for every page, or "unverified". */
function told(evidence: Evidence | undefined, pages: SiteSource["pages"]): string {
  if (!evidence || evidence === "unverified") return "**unverified**";
  return Object.entries(evidence)
    .map(([page, count]) => `${page} (${pages[page]}): ${count}`)
    .join("<br>");
}

function site(id: SiteId, source: SiteSource): string[] {
  const rows = (kind: "selectors" | "labels") =>
    Object.entries(source[kind]).flatMap(([role, list]) =>
      list.map(
        (entry, at) =>
          `| ${at ? "" : role} | ${code(entry)} | ${told(source.evidence[kind][role]?.[at], source.pages)} |`,
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

/** How many selectors and labels were found on a saved page, by site. */
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
  return [INTRO, ...summary(all), ...all.flatMap(([id, source]) => site(id, source))].join("\n");
}

if (import.meta.main) {
  const text = sitesDocs();
  const same = existsSync(DOCS) && readFileSync(DOCS, "utf8") === text;
  if (process.argv.includes("--check")) {
    if (!same) console.log("docs/sites.md is not up to date: npm run sites:docs");
    process.exitCode = same ? 0 : 1;
  } else if (!same) writeFileSync(DOCS, text);
}
