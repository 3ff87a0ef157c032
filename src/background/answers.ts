import * as z from "zod/mini";
import { localDay } from "../domain/day.ts";
import type { AnswerOutcome } from "../domain/outcome.ts";
import type { SiteId } from "../domain/sites.ts";
import type { Journal } from "../journal/journal.ts";
import { onMessage } from "../messaging/messages.ts";
import { outcomeSchema, silenceSchema } from "../messaging/outcome-schema.ts";
import type { RecordResult } from "../messaging/protocol.ts";
import { displayHost } from "../storage/silenced.ts";
import type { AnswerSecretStore } from "./answer-secrets.ts";
import { faultOf, isSubjectOf, makePageRates } from "./page-limits.ts";
import { siteOfPage } from "./sender.ts";
import type { SharedState } from "./shared-state.ts";
import { shortErrorText } from "./short-error.ts";

/** Where an answer was given, as the browser states it of the sender. */
interface MessageOrigin {
  url?: string | undefined;
  tab?: { incognito?: boolean | undefined } | undefined;
}

/** A sender without a known window counts as private: then nothing is stored. */
const isPrivate = ({ tab }: MessageOrigin): boolean => tab?.incognito !== false;

/** Stores all facts of one answer on a site, and an entry if the user keeps a journal. */
export type RecordOutcome = (
  outcome: AnswerOutcome,
  site: SiteId,
  from: MessageOrigin,
) => Promise<RecordResult>;

/** An answer is sent again within minutes at most; far fewer answers are given in that time. */
const MAX_KNOWN_HOLDS = 200;
const TOO_MANY = "too many answers in a short time";

const hostOf = ({ url }: MessageOrigin): string => displayHost(url ? new URL(url).hostname : "");

/**
 * Handles the answers given in guarded pages. @returns the same for an answer given in a window of the extension.
 * @param ruleIds ids of the rules there are or were; null if they are not known
 */
export function startAnswers(
  journal: Pick<Journal, "add">,
  shared: SharedState,
  secrets: Pick<AnswerSecretStore, "read">,
  ruleIds: () => Promise<readonly string[] | null>,
): RecordOutcome {
  const mayStill = makePageRates(() => Date.now());
  /** Hold ids of the last answers: one that is sent again is no further answer. */
  let known: string[] = [];
  const isFurther = (site: SiteId, holdId: string): boolean => {
    if (known.includes(holdId)) return true;
    if (!mayStill(site, "answer")) return false;
    known = [...known, holdId].slice(-MAX_KNOWN_HOLDS);
    return true;
  };
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
    if (!(await shared.profile()).journalEnabled) return false;
    await journal.add(entry);
    return true;
  };
  const record: RecordOutcome = (outcome, site, from) =>
    unlessPrivate(from, async () => {
      const ids = await ruleIds().catch(() => null);
      const fault = faultOf(outcome, site, localDay(new Date()), ids);
      if (fault ?? !isFurther(site, outcome.entry.holdId)) throw new Error(fault ?? TOO_MANY);
      /* If one of the two fails, for example because its storage is full, the other must still succeed. */
      const both = [writeEntry(outcome), shared.outcome(outcome, hostOf(from))] as const;
      await Promise.allSettled(both);
      await both[1];
      return both[0];
    });

  onMessage("outcome", ({ data, sender }) => {
    const site = siteOfPage(sender);
    const outcome = z.safeParse(outcomeSchema, data);
    if (!outcome.success) return { recorded: false, problem: "not an answer" };
    return record(outcome.data, site, sender);
  });
  onMessage("silence", ({ data, sender }) => {
    const site = siteOfPage(sender);
    const { subject } = z.parse(silenceSchema, data);
    return unlessPrivate(sender, async () => {
      if (!isSubjectOf(site, subject)) throw new Error("an answer about another site");
      if (!isFurther(site, subject)) throw new Error(TOO_MANY);
      await shared.silence(subject, hostOf(sender));
      return true;
    });
  });
  onMessage("answerSecrets", ({ sender }) => {
    siteOfPage(sender);
    return secrets.read();
  });
  onMessage("forgetPastDay", ({ sender }) => {
    siteOfPage(sender);
    return shared.forgetPastDay();
  });
  return record;
}
