import * as z from "zod/mini";
import type { AnswerOutcome } from "../domain/outcome.ts";
import type { Book } from "../journal/journal.ts";
import { onMessage } from "../messaging/messages.ts";
import { outcomeSchema, silenceSchema } from "../messaging/outcome-schema.ts";
import type { Kept } from "../messaging/protocol.ts";
import { readOwn } from "../storage/profile-item.ts";
import { shownHost } from "../storage/silenced.ts";
import { fromUs } from "./sender.ts";
import type { SharedState } from "./shared-state.ts";
import { shortErrorText } from "./short-error.ts";

/** Where an answer was given, as the browser says it of the sender. */
interface Origin {
  url?: string | undefined;
  tab?: { incognito?: boolean | undefined } | undefined;
}

/** A sender that the browser says nothing of counts as private: then nothing is kept. */
const isPrivate = ({ tab }: Origin): boolean => tab?.incognito !== false;

/** Keeps all facts of one answer: for friction, and as a line where the user keeps a book. */
export type RecordOutcome = (outcome: AnswerOutcome, from: Origin) => Promise<Kept>;

const hostOf = ({ url }: Origin): string => shownHost(url ? new URL(url).hostname : "");

/** Hears what pages of guarded sites were answered. @returns the same for answers given in a window of ours. */
export function startAnswers(book: Pick<Book, "add">, shared: SharedState): RecordOutcome {
  /** Nothing of a private window is kept; what cannot be kept is told, and may be sent again. */
  const kept = async (from: Origin, work: () => Promise<boolean>): Promise<Kept> => {
    if (isPrivate(from)) return { kept: false };
    try {
      return { kept: await work() };
    } catch (error) {
      return { kept: false, problem: shortErrorText(error) };
    }
  };
  const keepLine = async ({ entry }: AnswerOutcome): Promise<boolean> => {
    if (!(await readOwn()).value.keepBook) return false;
    await book.add(entry);
    return true;
  };
  const record: RecordOutcome = (outcome, from) =>
    kept(from, async () => {
      /* A full storage keeps no line out of the book's database, nor the other way round. */
      const both = [keepLine(outcome), shared.outcome(outcome, hostOf(from))] as const;
      await Promise.allSettled(both);
      await both[1];
      return both[0];
    });

  onMessage("outcome", ({ data, sender }) => {
    fromUs(sender, "page");
    const outcome = z.safeParse(outcomeSchema, data);
    if (!outcome.success) return { kept: false, problem: "not an answer" };
    return record(outcome.data, sender);
  });
  onMessage("silence", ({ data, sender }) => {
    fromUs(sender, "page");
    const { subject } = z.parse(silenceSchema, data);
    return kept(sender, async () => {
      await shared.silence(subject, hostOf(sender));
      return true;
    });
  });
  onMessage("pastDay", ({ sender }) => {
    fromUs(sender, "page");
    return shared.forgetPastDay();
  });
  return record;
}
