import * as z from "zod/mini";
import { pageStateSchema } from "../domain/warning-schema.ts";
import { BookError } from "../journal/error.ts";
import type { Book } from "../journal/journal.ts";
import { openOwnBook } from "../journal/open.ts";
import { changeSchema } from "../messaging/changes.ts";
import { onMessage } from "../messaging/messages.ts";
import { bookQuerySchema, eraseSchema } from "../messaging/schemas.ts";
import { startAnswers } from "./answers.ts";
import { startLocking } from "./autolock.ts";
import { markUnguarded, showState } from "./badge.ts";
import { startAsked } from "./optional-sites.ts";
import { startQuestions } from "./question-window.ts";
import { startForgetting } from "./retention.ts";
import { startRules } from "./rules/handlers.ts";
import { startSeen } from "./seen-accounts.ts";
import { fromUs } from "./sender.ts";
import { makeSharedState } from "./shared-state.ts";
import { shortErrorText } from "./short-error.ts";
import { startReminding } from "./weekly-reminder.ts";

/** Wires the background: rules into storage, answers into storage and book, badge by tab. All listeners are set at once. */
export function startBackground(): void {
  const book: Book = openOwnBook();

  const shared = makeSharedState();
  const forgetSeen = startSeen();
  startQuestions(fromUs, startAnswers(book, shared));

  onMessage("state", ({ data, sender }) => {
    fromUs(sender, "page");
    const state = z.safeParse(pageStateSchema, data);
    if (state.success && sender.tab?.id !== undefined) void showState(sender.tab.id, state.data);
  });

  onMessage("book", async ({ data, sender }) => {
    fromUs(sender, "popup");
    const { last } = z.parse(bookQuerySchema, data);
    try {
      const { entries, unreadable } = await book.last(last);
      return unreadable ? { entries, unreadable } : { entries };
    } catch (error) {
      if (error instanceof BookError && error.code === "locked") return { entries: [], locked: true };
      return { entries: [], problem: shortErrorText(error) };
    }
  });

  onMessage("erase", async ({ data, sender }) => {
    fromUs(sender, "popup");
    const { hold } = z.parse(eraseSchema, data);
    try {
      if (hold === null) {
        await forgetSeen();
        await book.eraseAll();
      } else await book.eraseOne(hold);
      return {};
    } catch (error) {
      return { problem: shortErrorText(error) };
    }
  });

  onMessage("change", async ({ data, sender }) => {
    fromUs(sender, "popup");
    const change = z.parse(changeSchema, data);
    if (change.type === "forget-answers" || change.type === "reset") await forgetSeen();
    await shared.change(change);
  });

  startLocking();
  startReminding();
  startForgetting(book, shared);
  const rules = startRules(fromUs);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    rules.ensure(true);
    void markUnguarded();
    /* Once, after the installation; an update disturbs nobody. */
    if (reason === "install")
      void browser.tabs.create({ url: browser.runtime.getURL("/welcome.html" as never) });
  });
  browser.runtime.onStartup.addListener(() => rules.ensure());
  browser.permissions.onAdded.addListener(() => void markUnguarded());
  startAsked(() => void markUnguarded());
  /* A killed and restarted background finds its work done or does it again. */
  rules.ensure();
}
