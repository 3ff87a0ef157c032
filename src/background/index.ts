import * as z from "zod/mini";
import { pageStateSchema } from "../domain/warning-schema.ts";
import { JournalError } from "../journal/error.ts";
import type { Journal } from "../journal/journal.ts";
import { openUserJournal } from "../journal/open.ts";
import { changeSchema } from "../messaging/changes.ts";
import { onMessage } from "../messaging/messages.ts";
import { eraseSchema, journalQuerySchema } from "../messaging/schemas.ts";
import { readLockDelay } from "../storage/profile-item.ts";
import { makeAnswerSecrets } from "./answer-secrets.ts";
import { startAnswers } from "./answers.ts";
import { startAutolock } from "./autolock.ts";
import { markUnguarded, showState } from "./badge.ts";
import { startGeneralBadge } from "./general-badge.ts";
import { startAsked } from "./optional-sites.ts";
import { makePageRates } from "./page-limits.ts";
import { startQuestionWindow } from "./question-window.ts";
import { startRetention } from "./retention.ts";
import { startRules } from "./rules/handlers.ts";
import { layerStore } from "./rules/layer-database.ts";
import { readRuleIds } from "./rules/rule-ids.ts";
import { startSeenAccounts } from "./seen-accounts.ts";
import { assertExtension, siteOfPage } from "./sender.ts";
import { makeSharedState, restoreSharedState } from "./shared-state.ts";
import { shortErrorText } from "./short-error.ts";
import { startShortcuts } from "./shortcuts.ts";
import { startWeeklyReminder } from "./weekly-reminder.ts";

/** Wires the background: compiles the rules, stores answers, sets badges. All listeners are added synchronously. */
export function startBackground(): void {
  const journal: Journal = openUserJournal(readLockDelay);

  const secrets = makeAnswerSecrets();
  const shared = makeSharedState(secrets);
  const clearSeenAccounts = startSeenAccounts();
  const store = layerStore();
  const record = startAnswers(journal, shared, secrets, () => readRuleIds(store));
  startQuestionWindow(assertExtension, record);

  const mayStill = makePageRates(() => Date.now());
  onMessage("state", ({ data, sender }) => {
    const site = siteOfPage(sender);
    const state = z.safeParse(pageStateSchema, data);
    if (state.success && state.data.site === site && mayStill(site, "state") && sender.tab?.id !== undefined)
      void showState(sender.tab.id, state.data);
  });

  onMessage("journalEntries", async ({ data, sender }) => {
    assertExtension(sender);
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
    assertExtension(sender);
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
    assertExtension(sender);
    const change = z.parse(changeSchema, data);
    if (change.type === "forget-answers" || change.type === "reset") await clearSeenAccounts();
    await shared.change(change);
  });

  restoreSharedState(shared);
  startAutolock(journal);
  startGeneralBadge();
  startShortcuts();
  startWeeklyReminder();
  startRetention(journal, shared);
  const rules = startRules(assertExtension, store);
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
