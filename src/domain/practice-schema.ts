import * as z from "zod/mini";
import type { Frozen } from "./immutable.ts";

/** Bounds of what is kept of a rule's cases. */
export const PRACTICE_LIMITS = { seen: 40, missed: 20, rules: 100 } as const;

const isoDay = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const count = z.int().check(z.minimum(0), z.maximum(1_000_000));
const caseId = z.string().check(z.minLength(1), z.maxLength(80));

/** What is remembered of one rule: when it was practised, and how well it stays in mind (FSRS). */
const practisedRuleSchema = z.strictObject({
  /** Day of the last answer. */
  last: isoDay,
  /** Day from which it is asked again. */
  due: isoDay,
  /** Days after which it is still known with a probability of 0.9. */
  stability: z.number().check(z.minimum(0), z.maximum(100_000)),
  /** 1 (easy) to 10. */
  difficulty: z.number().check(z.minimum(0), z.maximum(10)),
  reps: count,
  lapses: count,
  /** Ids of cases, the one shown longest ago first: others come before them. */
  seen: z.array(caseId).check(z.maxLength(PRACTICE_LIMITS.seen)),
  /** Ids of cases answered otherwise than the key: they come first. */
  missed: z.array(caseId).check(z.maxLength(PRACTICE_LIMITS.missed)),
});
export type PractisedRule = Frozen<typeof practisedRuleSchema>;

/** The whole progress of practising, as it is sealed: by rule, without scores and without single answers. */
const practiceSchema = z.strictObject({
  rules: z
    .record(z.string().check(z.minLength(1), z.maxLength(80)), practisedRuleSchema)
    .check(z.refine((rules) => Object.keys(rules).length <= PRACTICE_LIMITS.rules)),
});
export type PracticeProgress = Frozen<typeof practiceSchema>;

export const NO_PROGRESS: PracticeProgress = { rules: {} };

/** The value as progress, or undefined if it is none. */
export function readProgress(value: unknown): PracticeProgress | undefined {
  const read = practiceSchema.safeParse(value);
  return read.success ? read.data : undefined;
}
