import { expect, it } from "vitest";
import type { AdmittedLayer } from "../../../../src/engine/ruleset/layers/admit.ts";
import type { Layer } from "../../../../src/engine/ruleset/schema/index.ts";
import { dayFrom, makeWorld, TODAY } from "../world.ts";

makeWorld();
const { layerTraining } = await import("../../../../src/background/rules/queries.ts");

const CASE = {
  id: "office-own",
  role: { id: "staf" },
  status: "PNS",
  phase: "kampanye",
  scene: { kind: "office", place: { id: "Aula" }, text: { id: "Rapat." } },
  action: "speak",
  act: { id: "Anda diam." },
  answer: "fine",
  rule: "R6",
  strength: "firm",
  bases: ["pp94-5n6"],
  reason: { id: "Boleh. Tetap netral." },
} as const;
const stored = (over: Partial<Layer> = {}, meta: Partial<Layer["meta"]> = {}): { agency: AdmittedLayer } => ({
  agency: {
    hash: "x",
    signedBy: { key: "k", fingerprint: "f" },
    layer: {
      format: 1,
      kind: "layer",
      meta: {
        id: "dinas",
        title: { id: "Dinas" },
        version: 1,
        publisher: "Dinas Contoh",
        languages: ["id"],
        issued: TODAY,
        ...meta,
      },
      set: {},
      off: {},
      training: [CASE],
      ...over,
    },
  },
});

it("says nothing where there is no layer", async () => {
  expect(await layerTraining({})).toBeNull();
});

it("gives a layer's cases with its publisher and an id of their own, and the names of the law", async () => {
  const found = await layerTraining(stored());
  expect(found!.cases).toEqual([{ ...CASE, id: "agency:office-own", publisher: "Dinas Contoh" }]);
  expect(found!.law.rules.R6!.number).toBe(6);
  expect(found!.law.bases["pp94-5n6"]!.article).toContain("Pasal 5");
  expect(found!.off).toEqual([]);
});

it("leaves out an expired layer's cases and those whose rule was switched off, which it names", async () => {
  expect((await layerTraining(stored({}, { validUntil: dayFrom(-1) })))!.cases).toEqual([]);
  const without = await layerTraining(stored({ off: { rules: ["R6"] } }));
  expect(without).toMatchObject({ cases: [], off: ["R6"] });
});
