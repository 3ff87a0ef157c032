import { readJson, shippedModel } from "../../../../scripts/model/load-engine.ts";
import { addRoster } from "../../../../scripts/model/roster-file.ts";
import type { AssessContext, Surface } from "../../../../src/domain/assessment.ts";
import type { Level } from "../../../../src/domain/vocabulary.ts";
import { type Assess, createAssessor } from "../../../../src/engine/detection/assess.ts";
import { compileRuleset, type Engine, loadCompiled } from "../../../../src/engine/ruleset/compile/index.ts";
import type { Ruleset } from "../../../../src/engine/ruleset/schema/index.ts";

/** The bundled ruleset and model, with an invented contest of 2030 beside the real ones that are over. */
const DAYS = { mulai: "2030-09-01", pemungutan: "2030-11-27" };
const RIMBARAYA = { jenis: "bupati", kontes: "rimbaraya", wilayah: "Kabupaten Rimbaraya", ...DAYS };
export const ROSTER = {
  paslon: [
    {
      ...RIMBARAYA,
      nomor: 1,
      calon: "Dr. H. Suwardana Kelanajaya, S.E.",
      wakil: "Hj. Marsinta Ompusunggu",
      sebutan: "PULIH",
      alias: ["Pak Dana"],
      slogan: ["Rimbaraya Menyala Lagi"],
      tagar: ["#PULIHSatu"],
    },
    {
      ...RIMBARAYA,
      nomor: 2,
      calon: "Ir. Bratasena Wijayalaga",
      wakil: "Wulantika Pramesti, S.Pd.",
      sebutan: "BERTIKA",
      alias: ["Bang Sena"],
      tagar: ["#BertikaBisa"],
    },
  ],
};

export const RUNNING = "2030-10-15";
export const COMING = "2030-05-01";
export const OVER = "2031-03-01";
/** No contest runs; the presidential one of 2024 is over. */
export const BETWEEN = "2026-11-29";

export function shippedEngine(roster: unknown = ROSTER): Engine {
  const bundled = readJson("public/rulesets/bundled.json") as Ruleset;
  return loadCompiled(compileRuleset(addRoster(bundled, roster), { model: shippedModel() }));
}

const assess: Assess = createAssessor(shippedEngine());

export const surface = (text: string, more: Partial<Surface> = {}): Surface => ({
  site: "facebook",
  kind: "post",
  text,
  ...more,
});

export const assessed = (
  text: string,
  date: string,
  more: Partial<Surface> = {},
  context: Partial<AssessContext> = {},
): ReturnType<Assess> => assess(surface(text, more), { date, ...context });

export const levelOf = (
  text: string,
  date: string,
  more: Partial<Surface> = {},
  context: Partial<AssessContext> = {},
): Level => assessed(text, date, more, context).level;

/** The post that a comment stands under. */
export const under = (text: string, name?: string): Partial<Surface> => ({
  kind: "comment",
  parent: surface(text, name === undefined ? {} : { author: { name } }),
});
