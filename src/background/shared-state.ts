import { localDay } from "../domain/day.ts";
import type { AnswerOutcome } from "../domain/outcome.ts";
import type { Change } from "../messaging/changes.ts";
import {
  ANSWER_KEYS,
  type AnswerContext,
  type AnswerDelta,
  readAnswers,
  withOutcome,
  withSilence,
} from "../storage/answers.ts";
import { dailyAnswersFields } from "../storage/daily-answers.ts";
import { readStored } from "../storage/fields.ts";
import type { AnswerSecretStore } from "./answer-secrets.ts";
import { CHANGED_KEYS, forgottenSecrets, type StorageDelta, storageDeltaOf } from "./changes.ts";
import { serialQueue } from "./serial.ts";

/**
 * The only writer of the shared state: settings, pause, profile, answers. Every delta is read and written in one task of
 * one queue, so that simultaneous changes in two tabs are both stored. A delta is one call of the browser's storage, so
 * that a background that is killed meanwhile has written all of it or nothing.
 */
export interface SharedState {
  /** Stores an answer for all tabs. */
  outcome(outcome: AnswerOutcome, host: string): Promise<void>;
  /** Stores a "Bukan kampanye" for all tabs. */
  silence(subject: string, host: string): Promise<void>;
  /** Makes a change that a page of the extension requests. */
  change(change: Change): Promise<void>;
  /** Deletes the answers of another day. */
  forgetPastDay(): Promise<void>;
}

export function makeSharedState(
  secrets: AnswerSecretStore,
  today: () => string = () => localDay(new Date()),
): SharedState {
  const enqueue = serialQueue();
  const { local } = browser.storage;

  const read = (keys: readonly string[]): Promise<Record<string, unknown>> => local.get([...keys]);
  async function apply({ set, remove }: StorageDelta): Promise<void> {
    if (remove?.length) await local.remove([...remove]);
    if (set && Object.keys(set).length) await local.set(set);
  }
  const onAnswers = (
    host: string,
    work: (stored: ReturnType<typeof readAnswers>, context: AnswerContext) => Promise<AnswerDelta>,
  ): Promise<void> =>
    enqueue(async () => {
      const stored = readAnswers(await read(ANSWER_KEYS));
      return apply({ set: await work(stored, { day: today(), host, secrets: await secrets.read() }) });
    });

  return {
    outcome: (outcome, host) => onAnswers(host, (stored, context) => withOutcome(stored, outcome, context)),
    silence: (subject, host) =>
      onAnswers(host, ({ silenced }, context) => withSilence(silenced, subject, context)),
    change: (change) =>
      enqueue(async () => {
        /* First, so that tags that cannot be removed mean nothing. */
        for (const of of forgottenSecrets(change)) await secrets.forget(of);
        await apply(storageDeltaOf(await read(CHANGED_KEYS), change));
      }),
    forgetPastDay: () =>
      enqueue(async () => {
        const { day } = readStored(dailyAnswersFields, (await read(["today"])).today).value;
        if (day && day !== today()) await local.remove("today");
      }),
  };
}
