import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SITUATION } from "../../tests/mutations/situation.ts";
import { bundledRuleset } from "../ruleset/bundle.ts";
import { compileRosters } from "./authored.ts";
import type * as Figures from "./figures.ts";
import {
  type AuthoredAnswer,
  allFigures,
  assessAuthored,
  authoredFigures,
  compileAll,
  type Figure,
} from "./figures.ts";
import { shippedModel } from "./load-engine.ts";
import { wilson } from "./metrics.ts";
import { checkRules, importWithout } from "./switched-off.ts";
import { HEAD, type Judged, rowsBy, show } from "./tables.ts";
import { ticketSpread } from "./tickets.ts";
import { WRITTEN_HERE } from "./training-rows.ts";

const rowOf = ({ name, hits, of, better }: Figure): string =>
  `| ${name} | ${hits} of ${of} | ${show(wilson(hits, of))} | ${better} |`;

const toJudged = ({ one, level }: AuthoredAnswer): Judged => ({
  truth: one.label === "campaign",
  noticed: level !== "clear",
  warned: level === "warn",
  groups: {
    kind: one.kind,
    platform: one.platform,
    language: one.lang,
    form: one.form ?? "none",
    phase: one.phase,
    trick: one.trick ?? "none",
  },
});

/** State of the contests on the day of a phase. */
const CLOCK: Readonly<Record<string, string>> = { outside: "none", after: "none", before: "coming" };
const MEANS = (kind: string): string =>
  kind === "draft"
    ? "draft"
    : ["comment", "chat", "live", "poll", "video"].includes(kind)
      ? "talk"
      : "written";
const SCORE_BINS = 5;

/** What share of the texts kept apart campaigns, by score and situation: of a good probability it is the score. */
function reliability(list: readonly AuthoredAnswer[]): string[] {
  const kept = list.filter(({ one }) => one.held);
  const groups = new Map<string, AuthoredAnswer[]>();
  for (const answer of kept)
    for (const name of [CLOCK[answer.one.phase] ?? "running", MEANS(answer.one.kind)])
      groups.set(name, [...(groups.get(name) ?? []), answer]);
  const cells = (some: readonly AuthoredAnswer[]): string =>
    Array.from({ length: SCORE_BINS }, (_, bin) => {
      const own = some.filter(
        ({ score }) => Math.min(SCORE_BINS - 1, Math.floor(score * SCORE_BINS)) === bin,
      );
      const campaign = own.filter(({ one }) => one.label === "campaign").length;
      return own.length === 0 ? "–" : `${(campaign / own.length).toFixed(2)} of ${own.length}`;
    }).join(" | ");
  return [
    "### Score and share of campaign material",
    "",
    "Texts kept apart, own corpus included, by the state of the contests and the kind of surface. A warning has at least .9.",
    "",
    "| situation | 0–.2 | .2–.4 | .4–.6 | .6–.8 | .8–1 |",
    "|---|---|---|---|---|---|",
    `| all | ${cells(kept)} |`,
    ...[...groups].map(([name, some]) => `| ${name} | ${cells(some)} |`),
    "",
  ];
}

/** The chapter on texts written for measuring, on everyday talk and on what does not change a level. */
export function situationChapter(folder: string): string[] {
  const compiled = compileAll(folder);
  const figures = allFigures(folder, 1, 1, compiled);
  const out = [
    "## Situation and explicit material",
    "",
    "Texts written for measuring (not in this project), each with the roster of its invented contests, assessed on a day",
    "of its phase. The rules were written while looking at two thirds of them; every third contest and every third block of",
    "other items (CRC-32 of its name, modulo three) was kept apart. “Own corpus”: the same of the texts in",
    "`assets/corpus/written`, which this project wrote for training. “Explicit”: items to be held whose form is vote, number,",
    "event, recruit, gift, tag or programme, and those on a campaign's own page; “side”: the others to be held.",
    "",
    "| figure | | % (95 %) | better |",
    "|---|---|---|---|",
    ...figures.map(rowOf),
    "",
  ];
  const authored = join(folder, "authored");
  if (!existsSync(authored)) return out;
  const bundled = bundledRuleset();
  const list = assessAuthored(authored, compiled.authored);
  const dayless = assessAuthored(
    authored,
    compileRosters(authored, bundled, { model: shippedModel() }, false),
  );
  out.push(
    "Without days in the roster (every contest runs on every day):",
    "",
    "| figure | | % (95 %) | better |",
    "|---|---|---|---|",
    ...authoredFigures("all", dayless).map(rowOf),
    "",
  );
  const { spread, contests } = ticketSpread(bundled, folder);
  out.push(
    `Explicit sentences with every ticket of ${contests} contests in turn: largest difference within a contest ${spread.toFixed(1)} points.`,
    "",
  );
  out.push(...reliability([...list, ...assessAuthored(WRITTEN_HERE, compiled.here)]));
  const judged = list.map(toJudged);
  for (const group of ["kind", "platform", "language", "form", "phase", "trick"])
    out.push(`### Written texts, by ${group}`, "", ...HEAD, ...rowsBy(judged, group).slice(0, 24), "");
  return out;
}

const worse = (before: Figure, after: Figure): boolean => {
  const [was, is] = [before, after].map(({ hits, of }) => hits / Math.max(1, of));
  return before.better === "more" ? is! < was! : is! > was!;
};

/** Of the texts so many are judged for each rule; of all of them a run would take an hour. */
const EVERY = 12;
/** Rules in this folder change what is compiled, not how it is read. */
const COMPILING = "src/engine/ruleset/compile/";

/** Takes out each rule of the situation once, in this process, and lists the test and the figures that fall. */
export async function switchChapter(folder: string): Promise<string[]> {
  checkRules(SITUATION);
  const compiled = compileAll(folder);
  const whole = allFigures(folder, 10, EVERY, compiled);
  const rows: string[] = [];
  for (const rule of SITUATION) {
    const changed = await importWithout<typeof Figures>("scripts/model/figures.ts", rule);
    const given = rule.file.startsWith(COMPILING) ? undefined : compiled;
    const figures = changed.allFigures(folder, 10, EVERY, given);
    const lost = whole.flatMap((before, i) =>
      worse(before, figures[i]!)
        ? [`${before.name} ${before.hits} → ${figures[i]!.hits} of ${figures[i]!.of}`]
        : [],
    );
    const test =
      rule.only ?? rule.tests.map((file) => file.replace("tests/unit/engine/detection/", "")).join(", ");
    rows.push(`| ${rule.name} | ${rule.defence} | ${test} | ${lost.slice(0, 4).join("; ") || "none"} |`);
    process.stderr.write(`${rule.name}: ${lost.length} figures worse\n`);
  }
  return [
    "## Each rule of the situation switched off once",
    "",
    `On every ${EVERY}th text of the chapter above, written by \`npm run accuracy -- --switches\`. Up to four figures that get`,
    "worse; the test that fails (title, or its file) is checked by `npm run mutations`.",
    "",
    "| rule | | test | worse without |",
    "|---|---|---|---|",
    ...rows,
    "",
  ];
}

/** Replaces the chapter with the same heading, or appends it. */
export function replaceChapter(file: string, chapter: readonly string[]): void {
  const text = readFileSync(file, "utf8");
  const heading = chapter[0]!;
  const from = text.indexOf(`${heading}\n`);
  const to = from < 0 ? -1 : text.indexOf("\n## ", from + 1);
  const before = from < 0 ? `${text.trimEnd()}\n\n` : text.slice(0, from);
  const after = to < 0 ? "" : text.slice(to + 1);
  writeFileSync(file, `${before}${chapter.join("\n").trimEnd()}\n${after === "" ? "" : `\n${after}`}`);
}
