import { CHOICES } from "../../../src/domain/choices.ts";
import type { CheckPart, JournalEntry, WeeklyCheck } from "../../../src/domain/journal-entry.ts";
import { SITE_IDS } from "../../../src/domain/sites.ts";
import { ACTIONS } from "../../../src/domain/vocabulary.ts";
import { addDays } from "../../../src/domain/week.ts";
import type { JournalModel, JournalSource } from "../../../src/pages/journal/model.ts";
import { type PassphraseProblem, shapeProblem } from "../../../src/pages/journal/passphrase.ts";
import { RULES } from "./fixtures.ts";

export const TODAY = "2026-11-21";

/** This many entries, newest first, spread over half a year in a fixed pattern. */
export function manyEntries(count: number): JournalEntry[] {
  return Array.from({ length: count }, (_, at) => ({
    holdId: `h${at}`,
    day: addDays(TODAY, -Math.floor((at * 180) / count)),
    rule: at % 17 === 0 ? null : `R${1 + ((at * at) % 8)}`,
    site: SITE_IDS[(at * 7) % 3]!,
    action: ACTIONS[(at * 5) % ACTIONS.length]!,
    choice: CHOICES[(at * 3) % (at % 5 === 0 ? 4 : 2)]!,
  }));
}

/** This many entries of today, for the built extension, which deletes old ones. */
export const freshEntries = (count: number): JournalEntry[] =>
  manyEntries(count).map((entry) => ({ ...entry, day: new Date().toISOString().slice(0, 10) }));

/** The book's source over plain variables; it records what is saved or printed. */
export function journalMemory(more: Partial<JournalModel> = {}) {
  const memory = {
    model: {
      language: "id",
      today: TODAY,
      rules: RULES,
      lock: "none",
      entries: manyEntries(120),
      unreadable: 0,
      checks: [],
      journalEnabled: true,
      spouse: false,
      lockAfter: 10,
      ...more,
    } as JournalModel,
    saved: [] as { name: string; type: string; text: string }[],
    prints: 0,
    passphrase: null as string | null,
    closed: { entries: [], checks: [] } as Pick<JournalModel, "entries" | "checks">,
    failure: undefined as string | undefined,
    /** What an estimate would say. */
    judgement: null as PassphraseProblem | Error | null,
    /** What storing a weekly answer waits for. */
    storing: undefined as Promise<void> | undefined,
  };
  const change = (part: Partial<JournalModel>) => {
    if (memory.failure) throw new Error(memory.failure);
    memory.model = { ...memory.model, ...part };
  };
  const source: JournalSource = {
    load: async () => memory.model,
    touch() {},
    actions: {
      eraseEntry: async (hold) => change({ entries: memory.model.entries.filter((e) => e.holdId !== hold) }),
      eraseAll: async () => change({ lock: "none", entries: [], checks: [], unreadable: 0 }),
      async unlock(passphrase) {
        if (passphrase !== memory.passphrase) return false;
        change({ lock: "open", ...memory.closed });
        return true;
      },
      async close() {
        memory.closed = { entries: memory.model.entries, checks: memory.model.checks };
        change({ lock: "locked", entries: [], checks: [] });
      },
      async judgePassphrase(passphrase) {
        if (memory.judgement instanceof Error) throw memory.judgement;
        return memory.judgement ?? shapeProblem(passphrase);
      },
      offerPassphrase: async () => "kuda zebra sungai lontar payung",
      async setPassphrase(passphrase) {
        memory.passphrase = passphrase;
        change({ lock: passphrase === null ? "none" : "open" });
      },
      async changeCheck(week: string, part: CheckPart) {
        await memory.storing;
        const before = memory.model.checks.find((c) => c.week === week);
        const answers = { ...before?.answers, ...part.answers };
        const check: WeeklyCheck = { note: "", ...before, ...part, week, day: TODAY, answers };
        change({
          checks: [...memory.model.checks.filter((c) => c.week !== week), check].sort((a, b) =>
            a.week < b.week ? 1 : -1,
          ),
        });
        return check;
      },
      setLockAfter: async (lockAfter) => change({ lockAfter }),
      async importBook({ entries, checks }) {
        const stored = new Set(memory.model.entries.map((e) => e.holdId));
        const fresh = entries.filter((e) => !stored.has(e.holdId));
        change({ entries: [...memory.model.entries, ...fresh], checks });
        return fresh.length;
      },
      download: (name, type, text) => void memory.saved.push({ name, type, text }),
      unmuteEvidence: async () => change({ evidenceFeedback: undefined }),
      print: () => {
        memory.prints++;
      },
      setLanguage: async (language) => change({ language }),
    },
  };
  return Object.assign(memory, { source });
}
