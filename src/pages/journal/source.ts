import { localDay } from "../../domain/day.ts";
import { errorText } from "../../domain/error-text.ts";
import { mondayOf } from "../../domain/week.ts";
import { loadCompiled } from "../../engine/ruleset/compile/load.ts";
import type { Rule } from "../../engine/ruleset/schema/index.ts";
import { preferredLanguage, t } from "../../i18n/pages.ts";
import { JournalError } from "../../journal/error.ts";
import { openedKeyItem, openUserJournal } from "../../journal/open.ts";
import { requestChange } from "../../messaging/request-change.ts";
import { feedbackFields } from "../../storage/evidence-feedback.ts";
import { stored } from "../../storage/items.ts";
import { profileItem, readLockDelay, readProfile } from "../../storage/profile-item.ts";
import { readStored, settingsFields } from "../../storage/settings.ts";
import { download } from "../shared/download.ts";
import type { JournalSource } from "./model.ts";

const book = openUserJournal(readLockDelay);

/** The rules in force; the book is readable without them. */
async function readRules(): Promise<{ rules: readonly Rule[]; problem?: string }> {
  try {
    return { rules: loadCompiled(await stored.rules.getValue()).law.rules };
  } catch (error) {
    return { rules: [], problem: errorText(error) };
  }
}

/** What somebody who guesses this user's passphrase tries first: names of candidates and parties, the status. */
async function knownWords(): Promise<string[]> {
  const [settings, rules] = await Promise.all([stored.settings.getValue(), stored.rules.getValue()]);
  const user = [t("app.name"), t("book.title"), readStored(settingsFields, settings).value.status ?? ""];
  try {
    const { tickets, parties } = loadCompiled(rules);
    const candidates = tickets.flatMap(([, , , ...names]) => names);
    return [...user, ...parties.flatMap(({ short, name }) => [short, name]), ...candidates];
  } catch {
    return user; // The page shows already that the rules cannot be read.
  }
}

/** Entries and checks; none while the book is locked. */
async function readEntries() {
  const nothing = { entries: [], unreadable: 0, checks: [] };
  try {
    const lock = await book.lockState();
    if (lock === "locked") return { ...nothing, lock };
    const [{ entries, unreadable }, checks] = await Promise.all([book.all(), book.checks()]);
    return { entries, unreadable, checks, lock };
  } catch (error) {
    /* The book may have been locked between two steps. */
    if (error instanceof JournalError && error.code === "locked")
      return { ...nothing, lock: "locked" as const };
    return { ...nothing, lock: "none" as const, problem: errorText(error) };
  }
}

/** The page of the self-check book over the extension's database and storage. */
export const journalSource: JournalSource = {
  async load() {
    const [law, profile, settings, feedback, content] = await Promise.all([
      readRules(),
      readProfile(),
      stored.settings.getValue(),
      stored.feedback.getValue(),
      readEntries(),
    ]);
    const { language, spouse } = readStored(settingsFields, settings).value;
    return {
      language: preferredLanguage(language),
      today: localDay(new Date()),
      rules: law.rules,
      lock: content.lock,
      entries: content.entries,
      unreadable: content.unreadable,
      checks: content.checks,
      evidenceFeedback: readStored(feedbackFields, feedback).value,
      journalEnabled: profile.value.journalEnabled,
      spouse,
      lockAfter: profile.value.lockAfter,
      problem: ("problem" in content ? content.problem : undefined) ?? law.problem,
    };
  },
  actions: {
    async eraseEntry(holdId) {
      await book.eraseOne(holdId);
    },
    async eraseAll() {
      // Each is erased even if the other cannot be.
      const both = [book.eraseAll(), requestChange({ type: "forget-answers" })];
      await Promise.allSettled(both);
      await Promise.all(both);
    },
    unlock: (passphrase) => book.unlock(passphrase),
    close: () => book.lock(),
    async setLockAfter(lockAfter) {
      await requestChange({ type: "profile", set: { lockAfter } });
      await book.touch();
    },
    async judgePassphrase(passphrase) {
      const { passphraseProblem } = await import("./passphrase-estimate.ts");
      const { region } = readStored(settingsFields, await stored.settings.getValue()).value;
      return passphraseProblem(passphrase, await knownWords(), region);
    },
    async offerPassphrase() {
      const { offeredWords } = await import("./passphrase-estimate.ts");
      return offeredWords((numbers) => crypto.getRandomValues(numbers));
    },
    setPassphrase: (passphrase) => book.setPassphrase(passphrase),
    async changeCheck(week, part) {
      const check = await book.changeCheck(week, part);
      const monday = mondayOf(localDay(new Date()));
      if (week === monday) await requestChange({ type: "week-answered", monday });
      return check;
    },
    async importBook({ entries, checks }) {
      const added = await book.addAll(entries);
      for (const check of checks) await book.saveCheck(check);
      return added;
    },
    download,
    unmuteEvidence: () => requestChange({ type: "unmute-kinds" }),
    print: () => window.print(),
    setLanguage: (language) => requestChange({ type: "settings", set: { language } }),
  },
  touch: () => void book.touch().catch(() => {}),
  subscribe(changed) {
    // The database reports no changes: new entries are loaded when the user returns to the tab.
    document.addEventListener("visibilitychange", changed);
    const stops = [
      openedKeyItem.watch((current, previous) => {
        // Report only unlocking and locking; each use of the book changes the time in this item.
        if (!current !== !previous) changed();
      }),
      stored.settings.watch(changed),
      stored.rules.watch(changed),
      stored.feedback.watch(changed),
      profileItem.watch(changed),
    ];
    return () => {
      document.removeEventListener("visibilitychange", changed);
      for (const stop of stops) stop();
    };
  },
};
