import * as z from "zod/mini";
import type { Book } from "../book/book.ts";
import { BookError } from "../book/error.ts";
import { readEntry } from "../book/schema.ts";
import { errorText } from "../error-text.ts";
import { pageStateSchema } from "../guard/schema.ts";
import { onMessage } from "../messaging/messages.ts";
import { bookQuerySchema, eraseSchema } from "../messaging/schemas.ts";
import type { Sender } from "../messaging/wire.ts";
import { siteIdOf } from "../sites/hosts.ts";
import { openOwnBook } from "../state/own-book.ts";
import { readOwn } from "../state/own-store.ts";
import { startAsked } from "./asked.ts";
import { markUnguarded, showState } from "./badge.ts";
import { startForgetting } from "./forget.ts";
import { startLocking } from "./lock.ts";
import { startQuestions } from "./questions.ts";
import { startReminding } from "./remind.ts";
import { startRules } from "./rules-messages.ts";

const inShort = (error: unknown): string => errorText(error).slice(0, 300);

/** Only our own pages and our own script on a guarded site are answered. */
function fromUs(sender: Sender, where: "page" | "popup"): void {
  if (sender?.id !== browser.runtime.id) throw new Error("message from an unknown sender refused");
  if (where === "page") {
    const host = sender.url ? new URL(sender.url).hostname : "";
    if (!sender.tab || !siteIdOf(host)) throw new Error("message from an unlisted page refused");
  } else if (!sender.url?.startsWith(browser.runtime.getURL("/" as never)))
    throw new Error("message from outside the extension refused");
}

/** Wires the background: rules into storage, lines into the book, badge by tab. All listeners are set at once. */
export function startBackground(): void {
  const book: Book = openOwnBook();

  /** Writes a line, once by its hold id, where the user keeps a book and the tab is not a private one. */
  const keep = async (
    line: unknown,
    incognito: boolean | undefined,
  ): Promise<{ kept: boolean; problem?: string }> => {
    const entry = readEntry(line);
    if (!entry) return { kept: false, problem: "not a line of the book" };
    if (incognito) return { kept: false };
    if (!(await readOwn()).value.keepBook) return { kept: false };
    try {
      await book.add(entry);
      return { kept: true };
    } catch (error) {
      return { kept: false, problem: inShort(error) };
    }
  };

  onMessage("log", ({ data, sender }) => {
    fromUs(sender, "page");
    return keep(data, sender.tab?.incognito);
  });
  startQuestions(fromUs, keep);

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
      return { entries: [], problem: inShort(error) };
    }
  });

  onMessage("erase", async ({ data, sender }) => {
    fromUs(sender, "popup");
    const { hold } = z.parse(eraseSchema, data);
    try {
      if (hold === null) await book.eraseAll();
      else await book.eraseOne(hold);
      return {};
    } catch (error) {
      return { problem: inShort(error) };
    }
  });

  startLocking();
  startReminding();
  startForgetting(book);
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
