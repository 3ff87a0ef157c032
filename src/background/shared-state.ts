import { localDay } from "../domain/day.ts";
import type { AnswerOutcome } from "../domain/outcome.ts";
import type { Change } from "../messaging/changes.ts";
import {
  ANSWER_KEYS,
  type AnswerChange,
  readAnswers,
  type Where,
  withOutcome,
  withSilence,
} from "../storage/answers.ts";
import { todayFields } from "../storage/daily-answers.ts";
import { readStored } from "../storage/fields.ts";
import { CHANGED_KEYS, deltaOf, type StorageDelta } from "./changes.ts";
import { serial } from "./serial.ts";

/**
 * The one writer of what pages share: settings, pause, the user's own words, answers. Every delta reads what is stored
 * and writes it in one step of one queue, so that changes made at once in two tabs are both kept. A delta is one call of
 * the browser's storage: a background that is killed in between has done all of it or nothing.
 */
export interface SharedState {
  /** Keeps an answer for all tabs. */
  outcome(outcome: AnswerOutcome, host: string): Promise<void>;
  /** Keeps a "bukan kampanye" for all tabs. */
  silence(subject: string, host: string): Promise<void>;
  /** Makes a change that one of the extension's own pages asks for. */
  change(change: Change): Promise<void>;
  /** Forgets what was answered on another day. */
  forgetPastDay(): Promise<void>;
}

export function makeSharedState(today: () => string = () => localDay(new Date())): SharedState {
  const inTurn = serial();
  const { local } = browser.storage;

  const read = (keys: readonly string[]): Promise<Record<string, unknown>> => local.get([...keys]);
  async function apply({ set, remove }: StorageDelta): Promise<void> {
    if (remove?.length) await local.remove([...remove]);
    if (set && Object.keys(set).length) await local.set(set);
  }
  const onAnswers = (
    host: string,
    work: (stored: ReturnType<typeof readAnswers>, at: Where) => Promise<AnswerChange>,
  ): Promise<void> =>
    inTurn(async () =>
      apply({ set: await work(readAnswers(await read(ANSWER_KEYS)), { day: today(), host }) }),
    );

  return {
    outcome: (outcome, host) => onAnswers(host, (stored, at) => withOutcome(stored, outcome, at)),
    silence: (subject, host) => onAnswers(host, ({ silenced }, at) => withSilence(silenced, subject, at)),
    change: (change) => inTurn(async () => apply(deltaOf(await read(CHANGED_KEYS), change))),
    forgetPastDay: () =>
      inTurn(async () => {
        const { day } = readStored(todayFields, (await read(["today"])).today).value;
        if (day && day !== today()) await local.remove("today");
      }),
  };
}
