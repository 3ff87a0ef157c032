import type { AnswerOutcome } from "../domain/outcome.ts";
import { ofDay, type Today, todayFields, withAnswer, withHold } from "./daily-answers.ts";
import { type Kinds, kindsFields, withCount } from "./evidence-feedback.ts";
import type { Read } from "./fields.ts";
import { readStored } from "./fields.ts";
import { newSilenced, type Silenced, silencedFields, withSilenced } from "./silenced.ts";

/** Keys of `storage.local` that hold what the user answered. */
export const ANSWER_KEYS = ["today", "kinds", "silenced"] as const;

/** What is stored of the user's answers. */
export interface StoredAnswers {
  /** What was answered today, by account or post. */
  today: Read<Today>;
  /** How warnings were answered, by kind of evidence. */
  kinds: Read<Kinds>;
  /** Whom the user called "bukan kampanye". */
  silenced: Read<Silenced>;
}

/** Where and when an answer was given. */
export interface Where {
  /** Local day. */
  day: string;
  /** Host name as it is shown. */
  host: string;
}

/** Reads stored answers; what cannot be read becomes its default and is named. */
export function readAnswers(stored: Record<string, unknown>): StoredAnswers {
  const silenced = readStored(silencedFields, stored.silenced);
  /* Tags say nothing without the key they were made with. */
  if (!silenced.value.key) silenced.value = newSilenced();
  return {
    today: readStored(todayFields, stored.today),
    kinds: readStored(kindsFields, stored.kinds),
    silenced,
  };
}

/** What is to be written; a key that stays as it is is absent. */
export type AnswerChange = Partial<{ today: Today; kinds: Kinds; silenced: Silenced }>;

/**
 * What one outcome changes, as one write. An outcome whose hold was counted changes nothing, so it may be sent again
 * whenever it is not sure that it arrived. A value that cannot be read is left for the user to see.
 */
export async function withOutcome(
  { today, kinds, silenced }: StoredAnswers,
  { entry, about }: AnswerOutcome,
  at: Where,
): Promise<AnswerChange> {
  if (!about || entry.choice === "unchecked") return {};
  /* In either list: today's may be unreadable, or begun anew since. */
  if ([...today.value.holds, ...kinds.value.holds].includes(entry.hold)) return {};
  const change: AnswerChange = {};
  if (!today.problem) {
    let next = ofDay(today.value, at.day);
    /* Of yesterday, and just came in: it is not remembered today. */
    if (entry.day === at.day && entry.choice !== "not-campaign")
      next = await withAnswer(next, about.subject, entry.choice === "cancelled" ? null : entry.rule);
    change.today = withHold(next, entry.hold);
  }
  if (about.kind && !kinds.problem)
    change.kinds = withCount(kinds.value, about.kind, entry.choice !== "cancelled", entry.hold);
  if (entry.choice === "not-campaign") Object.assign(change, await withSilence(silenced, about.subject, at));
  return change;
}

/** What "Bukan kampanye" for one account or post changes. */
export async function withSilence(
  silenced: Read<Silenced>,
  subject: string,
  { day, host }: Where,
): Promise<AnswerChange> {
  if (silenced.problem) return {};
  const next = await withSilenced(silenced.value, subject, { day, host });
  return next === silenced.value ? {} : { silenced: next };
}
