import type { AnswerOutcome } from "../domain/outcome.ts";
import { type DailyAnswers, dailyAnswersFields, forDay, withAnswer, withHoldId } from "./daily-answers.ts";
import { type EvidenceFeedback, feedbackFields, withCount } from "./evidence-feedback.ts";
import type { StoredValue } from "./fields.ts";
import { readStored } from "./fields.ts";
import { type AnswerOrigin, newSilenced, type Silenced, silencedFields, withSilenced } from "./silenced.ts";

/** Keys of `storage.local` that contain the user's answers. */
export const ANSWER_KEYS = ["today", "feedback", "silenced"] as const;

/** The user's answers as stored. */
export interface StoredAnswers {
  /** Today's answers, by account or post. */
  today: StoredValue<DailyAnswers>;
  /** How warnings were answered, by kind of evidence. */
  feedback: StoredValue<EvidenceFeedback>;
  /** Accounts and posts that the user answered "Bukan kampanye" for. */
  silenced: StoredValue<Silenced>;
}

/** Reads the stored answers; an invalid value becomes its default and is named. */
export function readAnswers(stored: Record<string, unknown>): StoredAnswers {
  const silenced = readStored(silencedFields, stored.silenced);
  /* Tags mean nothing without the key they were made with. */
  if (!silenced.value.key) silenced.value = newSilenced();
  return {
    today: readStored(dailyAnswersFields, stored.today),
    feedback: readStored(feedbackFields, stored.feedback),
    silenced,
  };
}

/**
 * What the tags need besides the keys stored beside them (64 hex digits each): kept where removal is real, for today's
 * answers and for the silenced accounts (src/background/answer-secrets.ts).
 */
export type AnswerSecrets = Record<"today" | "silenced", string>;

/** Where and when an answer was given, and the secrets of its tags. */
export interface AnswerContext extends AnswerOrigin {
  secrets: AnswerSecrets;
}

/** The values to write; an unchanged one is absent. */
export type AnswerDelta = Partial<{ today: DailyAnswers; feedback: EvidenceFeedback; silenced: Silenced }>;

/**
 * The change that one outcome makes, as one write. An outcome whose hold id was counted before changes nothing, so it
 * may be sent again if its arrival is uncertain. An unreadable value is not overwritten: the user is shown it.
 */
export async function withOutcome(
  { today, feedback, silenced }: StoredAnswers,
  { entry, about }: AnswerOutcome,
  at: AnswerContext,
): Promise<AnswerDelta> {
  if (!about || entry.choice === "unchecked") return {};
  /* In either list: today's may be unreadable, or a new day may have begun. */
  if ([...today.value.holdIds, ...feedback.value.holdIds].includes(entry.holdId)) return {};
  const change: AnswerDelta = {};
  if (!today.problem) {
    let next = forDay(today.value, at.day);
    /* An answer of yesterday that arrives late does not count today. */
    if (entry.day === at.day && entry.choice !== "not-campaign")
      next = await withAnswer(
        next,
        at.secrets.today,
        about.subject,
        entry.choice === "cancelled" ? null : entry.rule,
      );
    change.today = withHoldId(next, entry.holdId);
  }
  if (about.kind && !feedback.problem)
    change.feedback = withCount(feedback.value, about.kind, entry.choice !== "cancelled", entry.holdId);
  if (entry.choice === "not-campaign") Object.assign(change, await withSilence(silenced, about.subject, at));
  return change;
}

/** The change that "Bukan kampanye" for one account or post makes. */
export async function withSilence(
  silenced: StoredValue<Silenced>,
  subject: string,
  { day, host, secrets }: AnswerContext,
): Promise<AnswerDelta> {
  if (silenced.problem) return {};
  const next = await withSilenced(silenced.value, secrets.silenced, subject, { day, host });
  return next === silenced.value ? {} : { silenced: next };
}
