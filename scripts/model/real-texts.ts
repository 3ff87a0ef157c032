import { decideLevel } from "../../src/engine/detection/score/combine.ts";
import { MODEL_SHOWN_AT, MODEL_STRONG_AT, WITH_MODEL } from "../../src/engine/detection/score/weights.ts";
import type { Engine } from "../../src/engine/ruleset/compile/index.ts";
import type { Ruleset } from "../../src/engine/ruleset/schema/index.ts";
import { STUDENT, trainFolds } from "./folds.ts";
import type { Row } from "./labelled-texts.ts";
import { readJson } from "./load-engine.ts";
import { auc, bestF1, recallAt } from "./metrics.ts";
import { engineFor, featuresOf } from "./prepare.ts";
import { foundIn, trainStack } from "./stacking.ts";
import { HEAD, type Judged, row, rowsBy } from "./tables.ts";
import { trainingRows } from "./training-rows.ts";

/** Families of sources: texts of one family were collected together, so a whole family is held out. */
const FAMILIES: readonly RegExp[] = [
  /^(?:prabowogibran2023|headline_prabowogibran|debat2023|bdc2024)$/,
  /^(?:jatim2024|pilkada2024)$/,
  /^(?:yt_|tiktok_)/,
  /^(?:pilpres2023_|pemilu2024sept2023|berita_pemilu|ganjar2024)/,
  /^(?:dki|hs2019|pilpres2019|pasca2019|jokowi)/,
];

function familyOf(source: string): number {
  const found = FAMILIES.findIndex((family) => family.test(source));
  return found < 0 ? FAMILIES.length : found;
}

interface Scored {
  row: Row;
  logit: number;
  noticed: boolean;
  warned: boolean;
}

/** Scores of a text by models that never saw it: the text model, and the trees over it and the evidence. */
interface HeldOutScores {
  logits: Float64Array;
  stacked: Float64Array;
}

/** The assessment of a text with the scores of models that never saw it. */
function scored(engine: Engine, row: Row, outOfFold: number, ofText: number): Scored {
  const found = foundIn(engine, row.text, outOfFold);
  const model = found.at(-1)!;
  model.strong = outOfFold >= MODEL_STRONG_AT;
  // Where the model contributes, its heaviest words are a reason that can be shown.
  if (outOfFold >= MODEL_SHOWN_AT) model.text = row.text;
  const standing = {
    selfNamed: false,
    listed: false,
    neutral: false,
    official: false,
    running: false,
    wordless: false,
    news: row.platform === "news",
    hosted: false,
    question: false,
    thread: false,
    expired: false,
    electionTime: true,
  };
  const { level, logit } = decideLevel(found, standing, { date: "2026-11-21" }, WITH_MODEL, ofText);
  return { row, logit, noticed: level !== "clear", warned: level === "warn" };
}

const toJudged = (one: Scored): Judged => ({
  truth: one.row.label === "campaign",
  noticed: one.noticed,
  warned: one.warned,
  groups: { source: one.row.source, label: String(one.row.label), form: one.row.form ?? "–" },
});

function summary(name: string, list: readonly Scored[]): string {
  const scores = list.map((one) => one.logit);
  const truth = list.map((one) => one.row.label === "campaign");
  const best = bestF1(scores, truth);
  const sure = recallAt(scores, truth, 0.95);
  return `| ${name} | ${list.length} | ${auc(scores, truth).toFixed(3)} | ${best.f1.toFixed(3)} | ${sure.recall.toFixed(3)} |`;
}

/** Chapters on real texts. `foldsFile`: out-of-fold log-odds kept by training, which need not be computed again. */
export function realTexts(
  folder: string,
  engine: Engine,
  bundled: Ruleset,
  foldsFile?: string,
  sources = true,
): string[] {
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  const { rows, everyday } = trainingRows(folder, bundled);
  const train = (part?: (row: Row) => number, parts?: number): HeldOutScores => {
    const trainer = engineFor(bundled, everyday);
    const matrix = featuresOf(trainer, rows, STUDENT.bits);
    const logits = trainFolds(rows, matrix, say, part, parts);
    return { logits, stacked: trainStack(trainer, rows, logits, say, part, parts).outOfFold };
  };
  const byCopies = foldsFile === undefined ? train() : keptFolds(foldsFile, rows);
  const count = (is: (one: Row) => boolean): number =>
    rows.filter((one) => one.group === undefined && is(one)).length;
  const bySource = sources ? train((one) => familyOf(one.source), FAMILIES.length + 1) : undefined;
  const out = ["## Real texts", ""];
  out.push(
    `${count(({ confidence }) => confidence > 0)} texts read one by one and ${count((one) => one.label !== null && one.confidence === 0)} labelled by their source, by others (not in this project).`,
    "Every text is judged by a model that never saw it. Texts of which nobody can tell (confidence 1) are left out.",
    "The weights of the signals and the two thresholds were fitted on the first row's folds (19 and 2 numbers).",
    "Settings of the model were compared on two of the five folds, and what counts as strong was picked from about 30",
    "variants on all five, so these rows are somewhat better than new texts would give.",
    "",
    "| judged by a model without | texts | AUC | best F1 | recall at precision .95 |",
    "|---|---|---|---|---|",
  );
  const views: [string, Scored[]][] = [];
  for (const [name, unseen] of [
    ["near copies of the text", byCopies],
    ["the whole family of its source", bySource],
  ] as const) {
    if (unseen === undefined) continue;
    const all = rows
      .map((one, i) => [one, unseen.logits[i]!, unseen.stacked[i]!] as const)
      .filter(([one, logit]) => one.group === undefined && !Number.isNaN(logit));
    const sure = all
      .filter(([one]) => one.confidence >= 2 && one.weight > 0)
      .map((one) => scored(engine, ...one));
    const others = all.filter(([one], i) => one.confidence === 0 && one.label !== "campaign" && i % 5 === 0);
    const mixed = [...sure, ...others.map((one) => scored(engine, ...one))];
    out.push(
      summary(`${name}: read`, sure),
      summary(`${name}: mixed with a fifth of the weakly labelled`, mixed),
    );
    views.push([name, sure]);
    if (name.startsWith("near"))
      views.push(["neutral and everyday texts labelled by their source", weakNegatives(engine, all)]);
  }
  if (!sources)
    out.push("", "Models without a whole family of sources were not made in this run (`--skip-sources`).");
  out.push("");
  for (const [name, list] of views) {
    const judged = list.map(toJudged);
    out.push(`### ${name}`, "", ...HEAD, row("all", judged), ...rowsBy(judged, "source").slice(0, 24), "");
    if (!name.startsWith("neutral"))
      out.push(
        "By form of campaign:",
        "",
        ...HEAD,
        ...rowsBy(
          judged.filter((one) => one.truth),
          "form",
        ),
        "",
      );
  }
  return out;
}

function weakNegatives(engine: Engine, all: readonly (readonly [Row, number, number])[]): Scored[] {
  return all
    .filter(([one]) => one.confidence === 0 && one.label !== "campaign")
    .map((one) => scored(engine, ...one));
}

function keptFolds(file: string, rows: readonly Row[]): HeldOutScores {
  type Kept = { id: string; logit: number; stack: number };
  const kept = new Map((readJson(file) as Kept[]).map((one) => [one.id, one]));
  const of = (key: "logit" | "stack"): Float64Array =>
    Float64Array.from(rows, (one) =>
      one.label === null ? Number.NaN : (kept.get(one.id)?.[key] ?? Number.NaN),
    );
  return { logits: of("logit"), stacked: of("stack") };
}
