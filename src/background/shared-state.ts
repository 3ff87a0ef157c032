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
import { type Profile, profileFields } from "../storage/profile.ts";
import type { AnswerSecretStore } from "./answer-secrets.ts";
import {
  forgottenSecrets,
  SHOWN_TO_PAGES,
  type StorageDelta,
  storageDeltaOf,
  VOUCHED_KEYS,
} from "./changes.ts";
import { serialQueue } from "./serial.ts";
import { type VouchedStorage, vouchedStorage } from "./vouched-storage.ts";

/**
 * The only writer of the shared state: settings, pause, profile, answers. Every delta is read and written in one task of
 * one queue, so that simultaneous changes in two tabs are both stored. A delta is one write of the database, so that a
 * background that is killed meanwhile has written all of it or nothing; the copy that pages read follows it.
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
  /** The user's profile, as the background wrote it; invalid fields are their defaults. */
  profile(): Promise<Profile>;
  /** Puts back what somebody else wrote into the shared state. */
  restore(): Promise<void>;
}

export function makeSharedState(
  secrets: AnswerSecretStore,
  today: () => string = () => localDay(new Date()),
  shared: VouchedStorage = vouchedStorage(VOUCHED_KEYS, SHOWN_TO_PAGES),
): SharedState {
  const enqueue = serialQueue();

  const { get: read } = shared;
  async function apply({ set, remove }: StorageDelta): Promise<void> {
    if (remove?.length) await shared.remove(remove);
    if (set && Object.keys(set).length) await shared.set(set);
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
        await apply(storageDeltaOf(await read(VOUCHED_KEYS), change));
      }),
    forgetPastDay: () =>
      enqueue(async () => {
        const { day } = readStored(dailyAnswersFields, (await read(["today"])).today).value;
        if (day && day !== today()) await shared.remove(["today"]);
      }),
    profile: () => enqueue(async () => readStored(profileFields, (await read(["profile"])).profile).value),
    restore: () => enqueue(() => shared.restore()),
  };
}

/** Pause between two times that foreign writes are put back, in ms: whoever writes again and again must not use it up. */
const RESTORE_EVERY_MS = 100;

/** Puts back what others write into the copy of the shared state: at the start, and after each change of it. */
export function restoreSharedState(shared: Pick<SharedState, "restore">): void {
  let isDue = false;
  const restore = (): void => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      void shared.restore().catch(() => {});
    }, RESTORE_EVERY_MS);
  };
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === "local" && VOUCHED_KEYS.some((key) => key in changes)) restore();
  });
  /* At once: what is in memory only is gone with the browser, and its pages read it from there. */
  void shared.restore().catch(() => {});
}
