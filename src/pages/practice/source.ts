import { localDay } from "../../domain/day.ts";
import { errorText } from "../../domain/error-text.ts";
import { NO_PROGRESS, type PracticeProgress } from "../../domain/practice-schema.ts";
import { type ShownCase, TRAINING_FILE, type TrainingBank } from "../../domain/training-bank.ts";
import { preferredLanguage } from "../../i18n/practice.ts";
import { JournalError } from "../../journal/error.ts";
import { openedKeyItem, openUserJournal } from "../../journal/open.ts";
import { sendMessage } from "../../messaging/messages.ts";
import { requestChange } from "../../messaging/request-change.ts";
import { stored } from "../../storage/items.ts";
import { profileItem, readLockDelay, readProfile } from "../../storage/profile-item.ts";
import { readStored, settingsFields } from "../../storage/settings.ts";
import { afterAnswer } from "./memory.ts";
import type { Keeping, PracticeModel, PracticeSource } from "./model.ts";

const book = openUserJournal(readLockDelay);
const isLocked = (error: unknown): boolean => error instanceof JournalError && error.code === "locked";

const NO_BANK: TrainingBank = { issued: "", law: { rules: {}, bases: {}, phases: {} }, cases: [] };
let bank: TrainingBank | undefined;

/** The cases of the package; nothing leaves the device for them. */
async function loadBank(): Promise<{ bank: TrainingBank; problem?: string }> {
  try {
    bank ??= (await (await fetch(browser.runtime.getURL(TRAINING_FILE as never))).json()) as TrainingBank;
    return { bank };
  } catch (error) {
    return { bank: NO_BANK, problem: errorText(error) };
  }
}

/** The cases with what layers add, rename and switch off; the package's alone where the background does not answer. */
async function loadCases(): Promise<{ bank: TrainingBank; cases: readonly ShownCase[]; problem?: string }> {
  const loaded = await loadBank();
  const { cases, law } = loaded.bank;
  try {
    const layers = await sendMessage("training", undefined);
    if (layers === null) return { ...loaded, cases };
    const merged = {
      rules: layers.law.rules,
      bases: { ...law.bases, ...layers.law.bases },
      phases: { ...law.phases, ...layers.law.phases },
    };
    const kept = cases.filter(({ rule }) => !layers.off.includes(rule));
    return { ...loaded, bank: { ...loaded.bank, law: merged }, cases: [...kept, ...layers.cases] };
  } catch (error) {
    return { ...loaded, cases, problem: loaded.problem ?? errorText(error) };
  }
}

interface Kept {
  keeping: Keeping;
  progress: PracticeProgress;
  problem?: string;
}

/** What is kept; nothing in a private window, where Firefox has no database for us. */
async function readKept(): Promise<Kept> {
  if (browser.extension.inIncognitoContext) return { keeping: "private", progress: NO_PROGRESS };
  try {
    const { journalEnabled } = (await readProfile()).value;
    const progress = await book.practice();
    return { keeping: journalEnabled ? "kept" : "off", progress };
  } catch (error) {
    if (isLocked(error)) return { keeping: "locked", progress: NO_PROGRESS };
    return { keeping: "kept", progress: NO_PROGRESS, problem: errorText(error) };
  }
}

/** The page for practising over the package's cases and the sealed book. */
export const practiceSource: PracticeSource = {
  async load(): Promise<PracticeModel> {
    const [settings, cases, kept] = await Promise.all([stored.settings.getValue(), loadCases(), readKept()]);
    const { language, status, spouse } = readStored(settingsFields, settings).value;
    return {
      language: preferredLanguage(language),
      today: localDay(new Date()),
      learner: { status, spouse },
      law: cases.bank.law,
      cases: cases.cases,
      keeping: kept.keeping,
      progress: kept.progress,
      problem: cases.problem ?? kept.problem,
    };
  },
  actions: {
    async answered(one, given) {
      if ((await readKept()).keeping !== "kept") return;
      try {
        await book.changePractice((before) => afterAnswer(before, one, given, localDay(new Date())));
      } catch (error) {
        /* It locked meanwhile: the page says so after this. */
        if (!isLocked(error)) throw error;
      }
    },
    setLanguage: (language) => requestChange({ type: "settings", set: { language } }),
    print: () => window.print(),
  },
  touch: () => void book.touch().catch(() => {}),
  subscribe(changed) {
    // The database reports no changes, for instance of a session in another tab.
    document.addEventListener("visibilitychange", changed);
    const stops = [
      openedKeyItem.watch((current, previous) => {
        if (!current !== !previous) changed();
      }),
      stored.settings.watch(changed),
      stored.rules.watch(changed),
      profileItem.watch(changed),
    ];
    return () => {
      document.removeEventListener("visibilitychange", changed);
      for (const stop of stops) stop();
    };
  },
};
