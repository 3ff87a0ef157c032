import * as z from "zod/mini";
import { pageStateSchema } from "../domain/warning-schema.ts";
import { JournalError } from "../journal/error.ts";
import type { Journal } from "../journal/journal.ts";
import { openUserJournal } from "../journal/open.ts";
import { changeSchema } from "../messaging/changes.ts";
import { onMessage } from "../messaging/messages.ts";
import { eraseSchema, journalQuerySchema } from "../messaging/schemas.ts";
import { makeAnswerSecrets } from "./answer-secrets.ts";
import { startAnswers } from "./answers.ts";
import { startAutolock } from "./autolock.ts";
import { markUnguarded, showState } from "./badge.ts";
import { startAsked } from "./optional-sites.ts";
import { startQuestionWindow } from "./question-window.ts";
import { startRetention } from "./retention.ts";
import { startRules } from "./rules/handlers.ts";
import { startSeenAccounts } from "./seen-accounts.ts";
import { assertSender } from "./sender.ts";
import { makeSharedState } from "./shared-state.ts";
import { shortErrorText } from "./short-error.ts";
import { startWeeklyReminder } from "./weekly-reminder.ts";

/** Wires the background: compiles the rules, stores answers, sets badges. All listeners are added synchronously. */
export function startBackground(): void {
  const journal: Journal = openUserJournal();

  const secrets = makeAnswerSecrets();
  const shared = makeSharedState(secrets);
  const clearSeenAccounts = startSeenAccounts();
  startQuestionWindow(assertSender, startAnswers(journal, shared, secrets));

  onMessage("state", ({ data, sender }) => {
    assertSender(sender, "page");
    const state = z.safeParse(pageStateSchema, data);
    if (state.success && sender.tab?.id !== undefined) void showState(sender.tab.id, state.data);
  });

  onMessage("journalEntries", async ({ data, sender }) => {
    assertSender(sender, "extension");
    const { last } = z.parse(journalQuerySchema, data);
    try {
      const { entries, unreadable } = await journal.last(last);
      return unreadable ? { entries, unreadable } : { entries };
    } catch (error) {
      if (error instanceof JournalError && error.code === "locked") return { entries: [], locked: true };
      return { entries: [], problem: shortErrorText(error) };
    }
  });

  onMessage("eraseEntries", async ({ data, sender }) => {
    assertSender(sender, "extension");
    const { holdId } = z.parse(eraseSchema, data);
    try {
      if (holdId === null) {
        await clearSeenAccounts();
        await journal.eraseAll();
      } else await journal.eraseOne(holdId);
      return {};
    } catch (error) {
      return { problem: shortErrorText(error) };
    }
  });

  onMessage("change", async ({ data, sender }) => {
    assertSender(sender, "extension");
    const change = z.parse(changeSchema, data);
    if (change.type === "forget-answers" || change.type === "reset") await clearSeenAccounts();
    await shared.change(change);
  });

  startAutolock(journal);
  startWeeklyReminder();
  startRetention(journal, shared);
  const rules = startRules(assertSender);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    rules.ensure(true);
    void markUnguarded();
    /* After the installation only, not after an update. */
    if (reason === "install")
      void browser.tabs.create({ url: browser.runtime.getURL("/welcome.html" as never) });
  });
  browser.runtime.onStartup.addListener(() => rules.ensure());
  browser.permissions.onAdded.addListener(() => void markUnguarded());
  startAsked(() => void markUnguarded());
  /* A background that was killed before this was done does it after its restart. */
  rules.ensure();
}
