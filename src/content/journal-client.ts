import type { AnswerOutcome } from "../domain/outcome.ts";
import { carriedAbout, MAX_SUBJECT } from "../messaging/limits.ts";
import { sendMessage } from "../messaging/messages.ts";
import type { Kept } from "../messaging/protocol.ts";
import { sendUntilDone } from "../messaging/retry.ts";
import { canRecord, isAlive } from "./lifetime.ts";

/** Not kept without a problem is no fault: the user keeps no book. A problem may pass. */
const problemOf = ({ kept, problem }: Kept): string | undefined => (kept ? undefined : problem);

/** Told at once what keeps an answer from being stored; it is tried again all the same. */
type OnProblem = (problem: string) => void;

/** @returns whether the background has it now; false where nothing may be kept. */
async function send(message: () => Promise<Kept>, onProblem: OnProblem): Promise<boolean> {
  if (!canRecord()) return false;
  try {
    await sendUntilDone(async () => {
      const problem = problemOf(await message());
      if (problem !== undefined) onProblem(problem);
      return problem;
    }, isAlive);
    return true;
  } catch (error) {
    /* Left behind by an update meanwhile: nothing can be said of it any more. */
    if (isAlive()) throw error;
    return false;
  }
}

/** Hands all facts of an answer to the background, in one message. @throws what kept them from being kept */
export function sendOutcome({ entry, about }: AnswerOutcome, onProblem: OnProblem): Promise<boolean> {
  return send(() => sendMessage("outcome", { entry, about: carriedAbout(about) }), onProblem);
}

/** Has an account or post silenced for all tabs. @throws what kept it from being kept */
export async function sendSilence(subject: string, onProblem: OnProblem): Promise<boolean> {
  return subject.length <= MAX_SUBJECT && send(() => sendMessage("silence", { subject }), onProblem);
}
