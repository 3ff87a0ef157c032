import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { SITUATION } from "../../tests/mutations/situation.ts";
import type { Mutation } from "../../tests/mutations/types.ts";
import { bundledRuleset } from "../ruleset/bundle.ts";
import { type AuthoredAnswer, allFigures, assessAuthored, authoredFigures, type Figure } from "./figures.ts";
import { shippedModel } from "./load-engine.ts";
import { wilson } from "./metrics.ts";
import { HEAD, type Judged, rowsBy, show } from "./tables.ts";
import { ticketSpread } from "./tickets.ts";

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

/** The chapter on texts written for measuring, on everyday talk and on what does not change a level. */
export function situationChapter(folder: string, switches: boolean): string[] {
  const bundled = bundledRuleset();
  const figures = allFigures(folder, 1);
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
  if (!existsSync(join(folder, "authored"))) return out;
  const model = shippedModel();
  const list = assessAuthored(join(folder, "authored"), bundled, model);
  const dayless = assessAuthored(join(folder, "authored"), bundled, model, false);
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
  const judged = list.map(toJudged);
  for (const group of ["kind", "platform", "language", "form", "phase", "trick"])
    out.push(`### Written texts, by ${group}`, "", ...HEAD, ...rowsBy(judged, group).slice(0, 24), "");
  if (switches) out.push(...switchTable(folder));
  return out;
}

const worse = (before: Figure, after: Figure): boolean => {
  const [was, is] = [before, after].map(({ hits, of }) => hits / Math.max(1, of));
  return before.better === "more" ? is! < was! : is! > was!;
};

/** Removes each rule from a copy once and lists the figures that get worse. */
function switchTable(folder: string): string[] {
  const whole = allFigures(folder, 10, EVERY);
  const copy = copied();
  const rows = SITUATION.map((one) => {
    const figures = figuresWithout(copy, one, folder);
    const lost = whole.flatMap((before, i) =>
      worse(before, figures[i]!)
        ? [`${before.name} ${before.hits} → ${figures[i]!.hits} of ${figures[i]!.of}`]
        : [],
    );
    return `| ${one.name} | ${one.defence} | ${lost.slice(0, 4).join("; ") || "none"} |`;
  });
  rmSync(copy, { recursive: true, force: true });
  return [
    "### Each rule switched off once",
    "",
    `On every ${EVERY}th text. Up to four figures that get worse; the test that fails is in`,
    "`tests/mutations/situation.ts`.",
    "",
    "| rule | | worse without |",
    "|---|---|---|",
    ...rows,
    "",
  ];
}

/** Of the texts so many are judged for each rule; of all of them a run does not end within an hour. */
const EVERY = 12;

/** What judging needs, in a folder of its own, so that a rule can be taken out. */
function copied(): string {
  const copy = mkdtempSync(join(tmpdir(), "jn-figures-"));
  for (const name of "src scripts tests/corpus tests/mutations public assets package.json".split(" "))
    cpSync(name, join(copy, name), { recursive: true });
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"), "junction");
  return copy;
}

function figuresWithout(copy: string, { file, find, put }: Mutation, folder: string): Figure[] {
  const at = join(copy, file);
  const text = readFileSync(at, "utf8");
  if (!text.includes(find)) throw new Error(`${file}: what is to be taken out is not there`);
  writeFileSync(at, text.replace(find, put));
  try {
    const args = ["scripts/model/figures.ts", resolve(folder), String(EVERY)];
    const done = spawnSync(process.execPath, args, { cwd: copy, encoding: "utf8", maxBuffer: 1e7 });
    if (done.status !== 0) throw new Error(done.stderr.slice(-400));
    return JSON.parse(done.stdout) as Figure[];
  } finally {
    writeFileSync(at, text);
  }
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
