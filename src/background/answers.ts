import * as z from "zod/mini";
import type { AnswerOutcome } from "../domain/outcome.ts";
import type { Journal } from "../journal/journal.ts";
import { onMessage } from "../messaging/messages.ts";
import { outcomeSchema, silenceSchema } from "../messaging/outcome-schema.ts";
import type { RecordResult } from "../messaging/protocol.ts";
import { readProfile } from "../storage/profile-item.ts";
import { displayHost } from "../storage/silenced.ts";
import type { AnswerSecretStore } from "./answer-secrets.ts";
import { assertSender } from "./sender.ts";
import type { SharedState } from "./shared-state.ts";
import { shortErrorText } from "./short-error.ts";

/** Where an answer was given, as the browser states it of the sender. */
interface MessageOrigin {
  url?: string | undefined;
  tab?: { incognito?: boolean | undefined } | undefined;
}

/** A sender without a known window counts as private: then nothing is stored. */
const isPrivate = ({ tab }: MessageOrigin): boolean => tab?.incognito !== false;

/** Stores all facts of one answer, and an entry if the user keeps a journal. */
export type RecordOutcome = (outcome: AnswerOutcome, from: MessageOrigin) => Promise<RecordResult>;

const hostOf = ({ url }: MessageOrigin): string => displayHost(url ? new URL(url).hostname : "");

/** Handles the answers given in guarded pages. @returns the same for an answer given in a window of the extension. */
export function startAnswers(
  journal: Pick<Journal, "add">,
  shared: SharedState,
  secrets: Pick<AnswerSecretStore, "read">,
): RecordOutcome {
  /** Stores nothing from a private window. A problem is returned, so that the answer may be sent again. */
  const unlessPrivate = async (from: MessageOrigin, work: () => Promise<boolean>): Promise<RecordResult> => {
    if (isPrivate(from)) return { recorded: false };
    try {
      return { recorded: await work() };
    } catch (error) {
      return { recorded: false, problem: shortErrorText(error) };
    }
  };
  const writeEntry = async ({ entry }: AnswerOutcome): Promise<boolean> => {
    if (!(await readProfile()).value.journalEnabled) return false;
    await journal.add(entry);
    return true;
  };
  const record: RecordOutcome = (outcome, from) =>
    unlessPrivate(from, async () => {
      /* If one of the two fails, for example because its storage is full, the other must still succeed. */
      const both = [writeEntry(outcome), shared.outcome(outcome, hostOf(from))] as const;
      await Promise.allSettled(both);
      await both[1];
      return both[0];
    });

  onMessage("outcome", ({ data, sender }) => {
    assertSender(sender, "page");
    const outcome = z.safeParse(outcomeSchema, data);
    if (!outcome.success) return { recorded: false, problem: "not an answer" };
    return record(outcome.data, sender);
  });
  onMessage("silence", ({ data, sender }) => {
    assertSender(sender, "page");
    const { subject } = z.parse(silenceSchema, data);
    return unlessPrivate(sender, async () => {
      await shared.silence(subject, hostOf(sender));
      return true;
    });
  });
  onMessage("answerSecrets", ({ sender }) => {
    assertSender(sender, "page");
    return secrets.read();
  });
  onMessage("forgetPastDay", ({ sender }) => {
    assertSender(sender, "page");
    return shared.forgetPastDay();
  });
  return record;
}
