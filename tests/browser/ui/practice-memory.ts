import bundled from "../../../public/rulesets/bundled.json";
import { NO_PROGRESS, type PracticeProgress } from "../../../src/domain/practice-schema.ts";
import type { ShownCase } from "../../../src/domain/training-bank.ts";
import { trainingLaw } from "../../../src/engine/ruleset/law/training.ts";
import type { Ruleset } from "../../../src/engine/ruleset/schema/index.ts";
import { afterAnswer } from "../../../src/pages/practice/memory.ts";
import type { PracticeModel, PracticeSource } from "../../../src/pages/practice/model.ts";

/** All cases that ship. */
export const CASES: readonly ShownCase[] = Object.values(
  import.meta.glob<ShownCase[]>("../../../assets/training/*.json", { eager: true, import: "default" }),
).flat();
export const LAW = trainingLaw(bundled as unknown as Ruleset, CASES);
const TODAY = "2026-11-21";

/** The source of the page for practising over plain variables, with a way to break it. */
export function practiceMemory(more: Partial<PracticeModel> = {}) {
  const memory = {
    model: {
      language: "id",
      today: TODAY,
      learner: { status: "PNS", spouse: false },
      law: LAW,
      cases: CASES,
      keeping: "kept",
      progress: NO_PROGRESS,
      ...more,
    } as PracticeModel,
    answers: [] as [id: string, given: string][],
    prints: 0,
    failure: undefined as string | undefined,
  };
  const source: PracticeSource = {
    load: async () => memory.model,
    touch() {},
    actions: {
      async answered(one, given) {
        if (memory.failure) throw new Error(memory.failure);
        memory.answers.push([one.id, given]);
        if (memory.model.keeping !== "kept") return;
        const progress = afterAnswer(memory.model.progress, one, given, memory.model.today);
        memory.model = { ...memory.model, progress };
      },
      async setLanguage(language) {
        memory.model = { ...memory.model, language };
      },
      print() {
        memory.prints++;
      },
    },
  };
  return Object.assign(memory, { source });
}

/** Progress after some answers: one rule due today, one later. */
export function someProgress(): PracticeProgress {
  const of = (rule: string) => CASES.find((one) => one.rule === rule)!;
  const first = afterAnswer(NO_PROGRESS, of("R1"), of("R1").answer, "2026-11-01");
  return afterAnswer(first, of("R3"), of("R3").answer, "2026-11-20");
}
