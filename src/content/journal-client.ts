import type { AnswerOutcome } from "../domain/outcome.ts";
import { MAX_SUBJECT_LENGTH, withinMessageLimit } from "../messaging/limits.ts";
import { sendMessage } from "../messaging/messages.ts";
import type { RecordResult } from "../messaging/protocol.ts";
import { sendWithRetry } from "../messaging/retry.ts";
import { canRecord, isAlive } from "./lifetime.ts";

/** Not recorded and no problem: the user keeps no journal, which is no fault. */
const problemOf = ({ recorded, problem }: RecordResult): string | undefined =>
  recorded ? undefined : problem;

/** Called at once with the problem of each attempt; sending is retried all the same. */
type OnProblem = (problem: string) => void;

/** @returns whether the background has stored it; false if nothing may be recorded here. */
async function send(message: () => Promise<RecordResult>, onProblem: OnProblem): Promise<boolean> {
  if (!canRecord()) return false;
  try {
    await sendWithRetry(async () => {
      const problem = problemOf(await message());
      if (problem !== undefined) onProblem(problem);
      return problem;
    }, isAlive);
    return true;
  } catch (error) {
    /* Orphaned by an update meanwhile: the problem can no longer be shown. */
    if (isAlive()) throw error;
    return false;
  }
}

/** Sends all facts of an answer to the background in one message. @throws the problem of the last attempt */
export function sendOutcome({ entry, about }: AnswerOutcome, onProblem: OnProblem): Promise<boolean> {
  return send(() => sendMessage("outcome", { entry, about: withinMessageLimit(about) }), onProblem);
}

/** Silences an account or post in all tabs. @throws the problem of the last attempt */
export async function sendSilence(subject: string, onProblem: OnProblem): Promise<boolean> {
  return subject.length <= MAX_SUBJECT_LENGTH && send(() => sendMessage("silence", { subject }), onProblem);
}
