import { localDay } from "../../domain/day.ts";
import { errorText } from "../../domain/error-text.ts";
import { mondayOf } from "../../domain/week.ts";
import { loadCompiled } from "../../engine/ruleset/compile/index.ts";
import type { Rule } from "../../engine/ruleset/schema/index.ts";
import { chooseLanguage } from "../../i18n/pages.ts";
import { BookError } from "../../journal/error.ts";
import { openedItem, openOwnBook } from "../../journal/open.ts";
import { requestChange } from "../../messaging/request-change.ts";
import { kindsFields } from "../../storage/evidence-feedback.ts";
import { stored } from "../../storage/items.ts";
import { ownItem, readOwn } from "../../storage/profile-item.ts";
import { readStored, settingsFields } from "../../storage/settings.ts";
import type { BookSource } from "./model.ts";

const book = openOwnBook();

/** Rules of the ruleset in force; the book is readable without them. */
async function rules(): Promise<{ rules: readonly Rule[]; problem?: string }> {
  try {
    return { rules: loadCompiled(await stored.rules.getValue()).law.rules };
  } catch (error) {
    return { rules: [], problem: errorText(error) };
  }
}

/** Lines and checks; none while the book is locked. */
async function lines() {
  const none = { entries: [], unreadable: 0, checks: [] };
  try {
    const lock = await book.lock();
    if (lock === "locked") return { ...none, lock };
    const [{ entries, unreadable }, checks] = await Promise.all([book.all(), book.checks()]);
    return { entries, unreadable, checks, lock };
  } catch (error) {
    /* It may have closed between two steps. */
    if (error instanceof BookError && error.code === "locked") return { ...none, lock: "locked" as const };
    return { ...none, lock: "none" as const, problem: errorText(error) };
  }
}

/** The book's page over the extension's own database and storage. */
export const bookSource: BookSource = {
  async load() {
    const [law, own, settings, kinds, read] = await Promise.all([
      rules(),
      readOwn(),
      stored.settings.getValue(),
      stored.kinds.getValue(),
      lines(),
    ]);
    const { language } = readStored(settingsFields, settings).value;
    return {
      language: chooseLanguage(language, navigator.languages),
      today: localDay(new Date()),
      rules: law.rules,
      lock: read.lock,
      entries: read.entries,
      unreadable: read.unreadable,
      checks: read.checks,
      kinds: readStored(kindsFields, kinds).value,
      keepBook: own.value.keepBook,
      problem: ("problem" in read ? read.problem : undefined) ?? law.problem,
    };
  },
  actions: {
    async eraseOne(hold) {
      await book.eraseOne(hold);
    },
    async eraseAll() {
      await requestChange({ type: "forget-answers" });
      await book.eraseAll();
    },
    unlock: (passphrase) => book.unlock(passphrase),
    close: () => book.close(),
    setPassphrase: (passphrase) => book.setPassphrase(passphrase),
    async keepCheck(check) {
      await book.keepCheck(check);
      const monday = mondayOf(localDay(new Date()));
      if (check.week === monday) await requestChange({ type: "week-answered", monday });
    },
    async take({ entries, checks }) {
      const added = await book.addAll(entries);
      for (const check of checks) await book.keepCheck(check);
      return added;
    },
    save(name, type, text) {
      const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
      const link = document.createElement("a");
      link.href = url;
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    },
    askAgain: () => requestChange({ type: "unmute-kinds" }),
    print: () => window.print(),
    setLanguage: (language) => requestChange({ type: "settings", set: { language } }),
  },
  touch: () => void book.touch().catch(() => {}),
  subscribe(changed) {
    // The database tells nobody of new lines; who comes back to the tab sees them.
    document.addEventListener("visibilitychange", changed);
    const stops = [
      openedItem.watch((now, before) => {
        // Only opening and closing; each use of the book changes its time.
        if (!now !== !before) changed();
      }),
      stored.settings.watch(changed),
      stored.rules.watch(changed),
      stored.kinds.watch(changed),
      ownItem.watch(changed),
    ];
    return () => {
      document.removeEventListener("visibilitychange", changed);
      for (const stop of stops) stop();
    };
  },
};
