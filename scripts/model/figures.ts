import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Surface } from "../../src/domain/assessment.ts";
import type { Level } from "../../src/domain/vocabulary.ts";
import { type Assess, createAssessor } from "../../src/engine/detection/assess.ts";
import {
  type CompiledRuleset,
  compileRuleset,
  loadCompiled,
} from "../../src/engine/ruleset/compile/index.ts";
import { bundledRuleset } from "../ruleset/bundle.ts";
import {
  type Authored,
  assessorsOf,
  bucketOf,
  type CompiledRosters,
  compileRosters,
  dayOf,
  isRegional,
  readAuthored,
} from "./authored.ts";
import { dated } from "./labelled-texts.ts";
import { shippedModel } from "./load-engine.ts";
import { WRITTEN_HERE } from "./training-rows.ts";

/** One figure: `hits` of `of`, and the better direction. */
export interface Figure {
  name: string;
  hits: number;
  of: number;
  better: "more" | "less";
}

export interface AuthoredAnswer {
  one: Authored;
  level: Level;
  score: number;
}

/**
 * Every text of a folder of authored texts with its answer.
 * @param step only every `step`th text.
 */
export function assessAuthored(folder: string, rosters: CompiledRosters, step = 1): AuthoredAnswer[] {
  const assessors = assessorsOf(rosters);
  return readAuthored(folder)
    .filter((_, at) => at % step === 0)
    .map((one) => {
      const { level, score } = assessors.get(one.set)!(one.item.surface, { date: dayOf(one.phase) });
      return { one, level, score };
    });
}

const isWarn = ({ level }: { level: Level }): boolean => level === "warn";
const count = <T>(list: readonly T[], is: (one: T) => boolean): number => list.filter(is).length;

const EXPLICIT = ["explicit written", "explicit talk", "explicit draft", "side"] as const;

/** Recall of expected holds, and wrong holds, for one part of the authored texts. */
export function authoredFigures(part: string, list: readonly AuthoredAnswer[]): Figure[] {
  const recall = (name: string, is: (one: Authored) => boolean): Figure => {
    const some = list.filter(({ one }) => is(one));
    return { name: `${part}: ${name}: held`, hits: count(some, isWarn), of: some.length, better: "more" };
  };
  const held = list.filter(isWarn);
  const hard = list.filter(({ one }) => isHard(one));
  const noted = list.filter(({ level }) => level !== "clear");
  return [
    ...EXPLICIT.map((bucket) => recall(bucket, (one) => bucketOf(one) === bucket)),
    recall("regional explicit", (one) => isRegional(one) && bucketOf(one).startsWith("explicit")),
    {
      name: `${part}: of what is held, campaign`,
      hits: count(held, ({ one }) => one.label === "campaign"),
      of: held.length,
      better: "more",
    },
    {
      name: `${part}: of what is held, to be held`,
      hits: count(held, ({ one }) => one.level === "warn"),
      of: held.length,
      better: "more",
    },
    {
      name: `${part}: of what is noted, rightly`,
      hits: count(noted, ({ one }) => one.level !== "clear"),
      of: noted.length,
      better: "more",
    },
    { name: `${part}: hard negatives held`, hits: count(hard, isWarn), of: hard.length, better: "less" },
  ];
}

/** News, agencies, reminders; texts made to look like a campaign's, and none. */
const isHard = (one: Authored): boolean =>
  one.level === "clear" && (one.set === "D" || (one.trick ?? "").startsWith("neutral twin"));

const surface = (text: string, more: Partial<Surface> = {}): Surface => ({
  site: "facebook",
  kind: "comment",
  text,
  ...more,
});

const NAMES = fileURLToPath(new URL("../../tests/corpus/given-names.txt", import.meta.url));
const TALK = [
  "Pak X keren sekali penjelasannya",
  "bu X cantik dan baik hati",
  "mas X semangat ya, sukses terus",
  "selamat ulang tahun X, sehat selalu",
  "kak X dukung terus usahanya, menang lomba lagi",
];

/** Everyday sentences with a given name, in a year without and with elections. */
function givenNames(assess: Assess): Figure[] {
  const names = readFileSync(NAMES, "utf8").trim().split(/\s+/);
  const levels = ["2026-11-29", "2024-11-10"].flatMap((date) =>
    names.flatMap((name) => TALK.map((one) => assess(surface(one.replace("X", name)), { date }))),
  );
  return [
    {
      name: "given names: noted",
      hits: count(levels, (a) => a.level !== "clear"),
      of: levels.length,
      better: "less",
    },
    { name: "given names: held", hits: count(levels, isWarn), of: levels.length, better: "less" },
  ];
}

/** Talk from years without a contest: neutral by its day. Every `step`th. */
function everydayTalk(folder: string, assess: Assess, step: number): Figure[] {
  const rows = dated(folder).filter((row) => row.date >= "2025-01-01");
  const levels = rows
    .filter((_, at) => at % step === 0)
    .map((row) => assess(surface(row.text, { site: row.site }), { date: row.date }));
  return [
    {
      name: "everyday talk 2025–26: noted",
      hits: count(levels, (a) => a.level !== "clear"),
      of: levels.length,
      better: "less",
    },
    { name: "everyday talk 2025–26: held", hits: count(levels, isWarn), of: levels.length, better: "less" },
  ];
}

const TITLES: readonly Surface[] = [
  surface("Debat Kedua Calon Kepala Daerah: Dua Kandidat Bertemu Malam Ini", {
    kind: "post",
    author: { name: "Kabar Kota" },
  }),
  surface("Resep Sayur Asem Ala Dapur Ibu", { kind: "post" }),
  surface("KPU: jangan lupa datang ke TPS", { kind: "post", author: { name: "KPU Kabupaten" } }),
];

/** The same texts in capitals and under unrelated parents: no level may fall. */
function levelDrops(rosters: CompiledRosters, list: readonly AuthoredAnswer[]): Figure[] {
  const assessors = assessorsOf(rosters);
  const held = list.filter(({ one, level }) => level === "warn" && one.item.surface.parent === undefined);
  let fallen = 0;
  let under = 0;
  for (const { one } of held) {
    if (one.item.surface.kind === "composer") continue;
    const assess = (twin: Surface): Level => assessors.get(one.set)!(twin, { date: dayOf(one.phase) }).level;
    // A group or event read as a comment loses what its page tells, whatever stands above it.
    const comment = { ...one.item.surface, kind: "comment" as const };
    if (assess(comment) !== "warn") continue;
    for (const parent of TITLES) {
      under++;
      if (assess({ ...comment, parent }) !== "warn") fallen++;
    }
  }
  let differs = 0;
  const small = list.filter(({ one }) => one.item.surface.text !== "").filter((_, at) => at % 3 === 0);
  for (const { one } of small) {
    const [upper, lower] = [one.item.surface.text.toUpperCase(), one.item.surface.text.toLowerCase()].map(
      (text) => assessors.get(one.set)!({ ...one.item.surface, text }, { date: dayOf(one.phase) }).level,
    );
    if (upper !== lower) differs++;
  }
  return [
    { name: "dialogs lost under another parent", hits: fallen, of: under, better: "less" },
    {
      name: "another level in capitals than in small letters",
      hits: differs,
      of: small.length,
      better: "less",
    },
  ];
}

/** The rulesets that figures are measured with. Compiling takes longer than measuring on a few texts. */
export interface Compiled {
  bundled: CompiledRuleset;
  here: CompiledRosters;
  authored: CompiledRosters;
}

export function compileAll(folder: string): Compiled {
  const bundled = bundledRuleset();
  const model = shippedModel();
  const authored = join(folder, "authored");
  return {
    bundled: compileRuleset(bundled, { model }),
    here: compileRosters(WRITTEN_HERE, bundled, { model }),
    authored: existsSync(authored) ? compileRosters(authored, bundled, { model }) : new Map(),
  };
}

/** All quick figures, which get worse when a rule is switched off (`npm run accuracy -- --switches`). */
export function allFigures(folder: string, step = 10, every = 1, compiled = compileAll(folder)): Figure[] {
  const assess = createAssessor(loadCompiled(compiled.bundled));
  const out = givenNames(assess);
  const parts = (list: readonly AuthoredAnswer[], called: string): void => {
    for (const held of [false, true])
      out.push(
        ...authoredFigures(
          `${held ? "kept apart" : "looked at"}${called}`,
          list.filter(({ one }) => one.held === held),
        ),
      );
  };
  parts(assessAuthored(WRITTEN_HERE, compiled.here, every), ", own corpus");
  if (compiled.authored.size === 0) return out;
  const list = assessAuthored(join(folder, "authored"), compiled.authored, every);
  parts(list, "");
  out.push(...everydayTalk(folder, assess, step), ...levelDrops(compiled.authored, list));
  return out;
}
