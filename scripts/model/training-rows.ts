import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadCompiled } from "../../src/engine/ruleset/compile/index.ts";
import type { Ruleset } from "../../src/engine/ruleset/schema/index.ts";
import { compileRosters, dayOf, readAuthored } from "./authored.ts";
import { forTuning, labelled, pool, type Row, unlabelled } from "./labelled-texts.ts";
import { everydayWords } from "./prepare.ts";

/** Texts of this project, written for training; rules were written from two thirds of them only. */
export const WRITTEN_HERE = fileURLToPath(new URL("../../assets/corpus/written", import.meta.url));

/** Weight of a written text beside a text that was read; compared in docs/model-card.md. */
const WRITTEN_WEIGHT = 3;

/** Written texts that are not kept apart, each with the engine of its roster and a day of its phase. */
function written(folder: string, bundled: Ruleset, everyday: string): Row[] {
  return [WRITTEN_HERE, join(folder, "authored")].flatMap((texts) => {
    const engines = new Map(
      [...compileRosters(texts, bundled, { everyday })].map(([set, compiled]) => [
        set,
        loadCompiled(compiled),
      ]),
    );
    return readAuthored(texts).flatMap((one): Row[] => {
      const { text, imageAlt } = one.item.surface;
      const words = text || (imageAlt ?? []).join("\n");
      if (one.held || words === "") return [];
      return [
        {
          id: one.id,
          source: `written ${one.set}`,
          platform: one.platform,
          year: 0,
          text: words,
          label: one.label,
          confidence: 3,
          weight: WRITTEN_WEIGHT,
          group: one.group,
          engine: engines.get(one.set)!,
          date: dayOf(one.phase),
        },
      ];
    });
  });
}

/**
 * All texts to train on, in a fixed order, and the list of everyday words, which comes from the first labels alone so
 * that names mean the same with every further text.
 */
export function trainingRows(folder: string, bundled: Ruleset): { rows: Row[]; everyday: string } {
  const first = labelled(folder);
  const weak = pool(folder).filter((row) => row.label !== null);
  const everyday = everydayWords([...first, ...weak]);
  const read = [...first, ...labelled(folder, "labelled2.jsonl")];
  const known = new Set(read.map((row) => row.text));
  const unread = (row: Row): boolean => !known.has(row.text);
  return {
    everyday,
    rows: [
      ...read,
      ...written(folder, bundled, everyday),
      ...weak.filter(unread),
      ...forTuning(folder).map((row) => ({ ...row, weight: 0 })),
      ...unlabelled(folder).filter(unread),
    ],
  };
}
