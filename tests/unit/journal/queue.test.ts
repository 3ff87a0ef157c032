import "fake-indexeddb/auto";
import fc from "fast-check";
import { deleteDB } from "idb";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { JournalEntry } from "../../../src/domain/journal-entry.ts";
import { type Journal, openJournal } from "../../../src/journal/journal.ts";
import { IDLE_MS } from "../../../src/journal/keyring.ts";
import { ground } from "./ground.ts";

/**
 * Two tabs and the background use one book. Whatever they begin at the same moment must end as if each had waited for
 * the one before: a second run, which does wait, is the model.
 */
const NAME = "book-queue";
const WEEK = "2026-11-16";
const PASSPHRASES = ["delapan kuda zebra", "sembilan ekor kerbau"] as const;

const line = (holdId: string, day = "2026-11-21"): JournalEntry => ({
  holdId,
  day,
  rule: "R1",
  site: "facebook",
  action: "like",
  choice: "cancelled",
});

/** What may be begun, by its name. */
const CALLS = {
  add: (book: Journal, n: number) => book.add(line(`h${n}`)),
  addAll: (book: Journal, n: number) => book.addAll([line(`h${n}`), line(`old${n}`, "2026-11-02")]),
  answer: (book: Journal, n: number) =>
    book.changeCheck(WEEK, { answers: { [`R${n}`]: n % 2 ? "no" : "yes" } }),
  note: (book: Journal, n: number) => book.changeCheck(WEEK, { note: `catatan ${n}` }),
  touch: (book: Journal) => book.touch(),
  expire: (book: Journal) => book.lockIfUnused(),
  lock: (book: Journal) => book.lock(),
  unlock: (book: Journal, n: number) => book.unlock(PASSPHRASES[n % 2]!),
  set: (book: Journal, n: number) => book.setPassphrase([...PASSPHRASES, null][n % 3]!),
  compact: (book: Journal) => book.compact(),
  state: (book: Journal) => book.lockState(),
  read: async (book: Journal) => (await book.all()).entries.map(({ holdId }) => holdId).sort(),
  erase: (book: Journal) => book.eraseAll(),
} as const;
type Call = { call: keyof typeof CALLS; context: number; n: number };

const begin = ({ call, n }: Call, book: Journal): Promise<unknown> =>
  (CALLS[call](book, n) as Promise<unknown>).then(
    (value) => value ?? "done",
    (error: { code?: string }) => error.code ?? String(error),
  );

/** Turns of the event loop that each access to keys and memory takes, over and over. */
function slowly<T extends object>(port: T, turns: () => number): T {
  return Object.fromEntries(
    Object.entries(port).map(([name, work]) => [
      name,
      async (...values: unknown[]) => {
        for (let left = turns(); left > 0; left--) await new Promise(setImmediate);
        return (work as (...values: unknown[]) => unknown)(...values);
      },
    ]),
  ) as T;
}

interface Run {
  answers: unknown[];
  end: { opened: boolean; lock: unknown; entries: unknown; checks: unknown };
}

/** Begins a locked book with one entry, then all calls: at once, or (`waits`) one after another. */
async function run(calls: readonly Call[], delays: readonly number[], waits: boolean): Promise<Run> {
  await deleteDB(NAME);
  const under = ground(NAME);
  let at = 0;
  const turns = () => (waits ? 0 : (delays[at++ % delays.length] ?? 0));
  const books = [0, 1, 2].map(() =>
    openJournal({
      ...under.on,
      keys: slowly(under.on.keys, turns),
      memory: slowly(under.on.memory, turns),
    }),
  );
  const first = books[0]!;
  await first.add(line("first"));
  await first.setPassphrase(PASSPHRASES[0]);
  const answers: unknown[] = [];
  const begun = calls.map((call) => () => begin(call, books[call.context]!));
  if (waits) for (const one of begun) answers.push(await one());
  else answers.push(...(await Promise.all(begun.map((one) => one()))));
  const opened = under.opened !== null;
  const lock = await first.lockState();
  for (const passphrase of PASSPHRASES)
    if ((await first.lockState()) === "locked") await first.unlock(passphrase);
  const entries = (await first.all()).entries.map(({ holdId }) => holdId).sort();
  const checks = await first.checks();
  for (const book of books) book.disconnect();
  return { answers, end: { opened, lock, entries, checks } };
}

const anyCall = fc.record({
  call: fc.constantFrom(...(Object.keys(CALLS) as (keyof typeof CALLS)[])),
  context: fc.nat(2),
  n: fc.nat(5),
});
const delays = fc.array(fc.nat(4), { minLength: 1, maxLength: 12 });
const of = (call: keyof typeof CALLS, context = 0, n = 0): Call => ({ call, context, n });

beforeAll(() => {
  /* The rounds make a guess expensive and every run slow. */
  const derive = crypto.subtle.deriveKey.bind(crypto.subtle);
  vi.spyOn(crypto.subtle, "deriveKey").mockImplementation((algorithm, ...rest) =>
    derive({ ...(algorithm as Pbkdf2Params), iterations: 1 }, ...rest),
  );
});
afterAll(async () => {
  vi.restoreAllMocks();
  await deleteDB(NAME);
});

describe("what tabs and background begin at once", () => {
  it("ends as if each had waited for the one before", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCall, { minLength: 2, maxLength: 8 }), delays, async (calls, turns) => {
        expect(await run(calls, turns, false)).toEqual(await run(calls, turns, true));
      }),
      {
        numRuns: 60,
        examples: [
          [
            [of("touch"), of("lock")],
            [2, 1],
          ],
          [
            [of("touch", 1), of("lock")],
            [3, 1],
          ],
          [[of("unlock"), of("erase", 1)], [1]],
          [
            [of("lock"), of("unlock", 1), of("lock")],
            [2, 0],
          ],
          [
            [of("set", 0, 1), of("lock", 1)],
            [1, 3],
          ],
          [
            [of("unlock"), of("set", 1, 1)],
            [0, 2],
          ],
          [[of("addAll"), of("lock", 1), of("addAll", 0, 1)], [1]],
          [[1, 2, 3, 4, 5].map((n) => of("answer", n % 3, n)), [1, 0, 2]],
        ],
      },
    );
  });

  it("leaves the book locked after one press, whatever use is reported with it", async () => {
    for (const turns of [[0], [1], [2, 1], [3, 0, 1]])
      expect(
        (await run([of("touch"), of("touch", 1), of("lock"), of("touch")], turns, false)).end,
      ).toMatchObject({
        opened: false,
        lock: "locked",
      });
  });

  it("makes no removed key open again, by a slow passphrase or a report of use", async () => {
    for (const turns of [[0], [1], [2, 1], [3, 0, 1]]) {
      const { end } = await run([of("unlock"), of("touch"), of("erase", 1), of("touch", 2)], turns, false);
      expect(end).toEqual({ opened: false, lock: "none", entries: [], checks: [] });
    }
  });

  it("keeps every answer of a week given in one breath, from two tabs", async () => {
    const answers = [0, 1, 2, 3, 4, 5].map((n) => of("answer", n % 2, n));
    const { end } = await run([...answers, of("note", 1, 9)], [1, 0, 3], false);
    expect(end.checks).toMatchObject([
      { answers: { R0: "yes", R1: "no", R2: "yes", R3: "no", R4: "yes", R5: "no" }, note: "catatan 9" },
    ]);
  });
});

it("says when the book will lock by itself, and locks it then", async () => {
  const under = ground(NAME);
  const book = openJournal(under.on);
  expect(await book.lockIfUnused()).toBeNull();
  await book.setPassphrase(PASSPHRASES[0]);
  expect(await book.lockIfUnused()).toBe(under.time + IDLE_MS);
  under.time += IDLE_MS;
  expect(await book.lockIfUnused()).toBeNull();
  expect(under.opened).toBeNull();
  book.disconnect();
});
