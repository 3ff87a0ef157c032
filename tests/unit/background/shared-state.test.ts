/** The one writer of what tabs and pages share: whatever comes at once, in whatever order storage answers, is kept. */
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { AnswerSecretStore } from "../../../src/background/answer-secrets.ts";
import { localDay } from "../../../src/domain/day.ts";
import type { AnswerOutcome } from "../../../src/domain/outcome.ts";
import type { Change } from "../../../src/messaging/changes.ts";
import { readAnswers } from "../../../src/storage/answers.ts";
import { tagUnder } from "../../../src/storage/silenced.ts";
import { SECRETS, secretStore } from "../lib/answer-secrets.ts";

const DAY = localDay(new Date());
/** `storage.local` in memory; each call takes a turn of its own, so that two writers that read first lose a change. */
let stored: Record<string, unknown>;
let writes: number;
const turn = () => new Promise((done) => setImmediate(done));
const local = {
  async get(keys: string[]) {
    await turn();
    return structuredClone(Object.fromEntries(keys.filter((k) => k in stored).map((k) => [k, stored[k]])));
  },
  async set(items: Record<string, unknown>) {
    writes++;
    await turn();
    stored = { ...stored, ...structuredClone(items) };
  },
  async remove(keys: string | string[]) {
    await turn();
    for (const key of [keys].flat()) delete stored[key];
  },
};
vi.stubGlobal("browser", { storage: { local } });
const { makeSharedState } = await import("../../../src/background/shared-state.ts");

/** The shared state over `storage.local` alone; what is kept beside it has a test of its own. */
const stateWith = (secrets: AnswerSecretStore, today?: () => string) =>
  makeSharedState(secrets, today, {
    get: (keys) => local.get([...keys]),
    set: (values) => local.set(values),
    remove: (keys) => local.remove([...keys]),
    restore: async () => {},
  });

beforeEach(() => {
  stored = {};
  writes = 0;
});

const CHOICES = ["cancelled", "continued", "not-campaign"] as const;
const answer = (at: number, subject: string, choice: (typeof CHOICES)[number]): AnswerOutcome => ({
  entry: { holdId: `hold-${at}`, day: DAY, rule: "R1", site: "x", action: "like", choice },
  about: { subject: `account:${subject}`, kind: "slogan" },
});
const read = () => readAnswers(stored);

describe("answers given at once in many tabs", () => {
  it("all are kept, each once, however they are mixed with changes of the user's and sent again", async () => {
    const one = fc.record({
      subject: fc.constantFrom("a", "b", "c", "d"),
      choice: fc.constantFrom(...CHOICES),
      times: fc.integer({ min: 1, max: 3 }),
    });
    const sensitivity = fc.constantFrom<Change>(
      { type: "settings", set: { sensitivity: "ketat" } },
      { type: "guard-site", site: "x", on: false },
      { type: "profile", set: { journalEnabled: false } },
      { type: "pause-site", site: "facebook" },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(one, { minLength: 1, maxLength: 8 }),
        fc.array(sensitivity, { maxLength: 4 }),
        fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
        async (answers, changes, order) => {
          stored = {};
          const shared = stateWith(secretStore());
          const outcomes = answers.map(({ subject, choice }, at) => answer(at, subject, choice));
          const sent = outcomes.flatMap((outcome, at) =>
            Array.from({ length: answers[at]!.times }, () => () => shared.outcome(outcome, "x.com")),
          );
          const all = [...sent, ...changes.map((change) => () => shared.change(change))]
            .map((send, at) => ({ send, at: order[at % order.length]! }))
            .sort((a, b) => a.at - b.at);
          await Promise.all(all.map(({ send }) => send()));

          const { today, feedback, silenced } = read();
          expect([today.problem, feedback.problem, silenced.problem]).toEqual([
            undefined,
            undefined,
            undefined,
          ]);
          const of = (choice: string) => outcomes.filter(({ entry }) => entry.choice === choice);
          for (const { about } of of("cancelled"))
            expect(today.value.cancelled).toContain(
              await tagUnder(today.value, SECRETS.today, about!.subject),
            );
          for (const { about } of of("continued"))
            expect(today.value.continued).toContain(
              `${await tagUnder(today.value, SECRETS.today, about!.subject)} R1`,
            );
          for (const { about } of of("not-campaign"))
            expect(silenced.value.tags).toContain(
              await tagUnder(silenced.value, SECRETS.silenced, about!.subject),
            );
          const went = outcomes.length - of("cancelled").length;
          expect(feedback.value.counts).toEqual({ slogan: [outcomes.length, went] });
          if (changes.some(({ type }) => type === "settings"))
            expect(stored.settings).toMatchObject({ sensitivity: "ketat" });
          if (changes.some(({ type }) => type === "guard-site"))
            expect(stored.settings).toMatchObject({ off: ["x"] });
          if (changes.some(({ type }) => type === "profile"))
            expect(stored.profile).toMatchObject({ journalEnabled: false });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("counts once whenever it comes again: over midnight, and beside a day that cannot be read", async () => {
    const UNREADABLE = { day: 7 };
    const step = fc.oneof(
      fc.record({ holdId: fc.nat(3), choice: fc.constantFrom(...CHOICES) }),
      fc.constantFrom("midnight", "broken", "forgotten"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 16 }), async (steps) => {
        stored = {};
        let day = 1;
        const today = () => `2026-12-${String(day).padStart(2, "0")}`;
        const shared = stateWith(secretStore(), today);
        /* What a hold was answered with first is what its copies say, too. */
        const given = new Map<number, AnswerOutcome>();
        for (const what of steps) {
          if (what === "midnight") day++;
          else if (what === "broken") stored.today = UNREADABLE;
          else if (what === "forgotten") await shared.forgetPastDay();
          else {
            const fresh = answer(what.holdId, "a", what.choice);
            const first = given.get(what.holdId) ?? {
              ...fresh,
              entry: { ...fresh.entry, day: today() },
            };
            given.set(what.holdId, first);
            await shared.outcome(first, "x.com");
          }
        }
        const went = [...given.values()].filter(({ entry }) => entry.choice !== "cancelled").length;
        expect(read().feedback.value.counts).toEqual(given.size ? { slogan: [given.size, went] } : {});
      }),
      { numRuns: 100 },
    );
  });

  it("that comes again silences nobody anew who was taken back meanwhile", async () => {
    let day = DAY;
    const shared = stateWith(secretStore(), () => day);
    await shared.outcome(answer(1, "a", "not-campaign"), "x.com");
    await shared.change({ type: "unsilence", tag: null });
    await shared.outcome(answer(1, "a", "not-campaign"), "x.com");
    expect(read().silenced.value.tags).toEqual([]);
    day = "2999-01-01";
    await shared.forgetPastDay();
    await shared.outcome(answer(1, "a", "not-campaign"), "x.com");
    expect(read().silenced.value.tags).toEqual([]);
  });

  it("is one write, so that a background killed in between kept all of an answer or nothing", async () => {
    await stateWith(secretStore()).outcome(answer(1, "a", "continued"), "x.com");
    expect([writes, Object.keys(stored).toSorted()]).toEqual([1, ["feedback", "today"]]);
  });

  it("names nobody, neither in what is stored nor by its host's prefix", async () => {
    await stateWith(secretStore()).outcome(answer(1, "a", "not-campaign"), "x.com");
    expect(JSON.stringify(stored)).not.toContain("account:");
    expect(read().silenced.value.origins).toEqual([{ host: "x.com", day: DAY }]);
  });

  it("of yesterday that just came in is not remembered today, but counted", async () => {
    const late = answer(1, "a", "cancelled");
    await stateWith(secretStore()).outcome({ ...late, entry: { ...late.entry, day: "2001-01-01" } }, "x.com");
    expect(read().today.value).toMatchObject({ day: DAY, cancelled: [] });
    expect(read().feedback.value.counts).toEqual({ slogan: [1, 0] });
  });

  it("leaves what cannot be read for the user to see, and keeps the rest", async () => {
    stored = { today: { day: 7 }, silenced: { key: "no" } };
    const shared = stateWith(secretStore());
    await shared.outcome(answer(1, "a", "cancelled"), "x.com");
    await shared.outcome(answer(2, "b", "not-campaign"), "x.com");
    expect(stored).toMatchObject({ today: { day: 7 }, silenced: { key: "no" } });
    expect(read().feedback.value.counts).toEqual({ slogan: [2, 1] });
  });

  it("are stored after a failed write", async () => {
    const shared = stateWith(secretStore());
    const set = vi.spyOn(local, "set").mockRejectedValueOnce(new Error("quota"));
    await expect(shared.outcome(answer(1, "a", "cancelled"), "x.com")).rejects.toThrow("quota");
    await shared.outcome(answer(1, "a", "cancelled"), "x.com");
    expect(read().feedback.value.counts).toEqual({ slogan: [1, 0] });
    set.mockRestore();
  });
});

describe("changes by the extension's own pages", () => {
  const make = async (...changes: Change[]) => {
    const shared = stateWith(secretStore());
    await Promise.all(changes.map(shared.change));
  };

  it("are both stored when two pages change one list at once", async () => {
    await make(
      { type: "guard-site", site: "x", on: false },
      { type: "guard-site", site: "facebook", on: false },
      { type: "guard-site", site: "x", on: true },
      { type: "optional-site", site: "whatsapp", on: true },
      { type: "optional-site", site: "telegram", on: true },
      { type: "optional-site", site: "whatsapp", on: false },
      { type: "settings", set: { status: "PPPK" } },
    );
    expect(stored.settings).toMatchObject({ off: ["facebook"], on: ["telegram"], status: "PPPK" });
  });

  it("pause and end a pause, the timed one and this site's", async () => {
    await make(
      { type: "pause-until", until: 5 },
      { type: "pause-site", site: "x" },
      { type: "pause-site", site: "facebook" },
    );
    expect(stored.pause).toEqual({ until: 5, sites: ["x", "facebook"] });
    await make({ type: "resume", site: "x" });
    expect(stored.pause).toEqual({ until: null, sites: ["facebook"] });
  });

  it("keep invalid settings when a language is chosen, and replace them with any other change", async () => {
    stored = { settings: { sensitivity: "keras", region: "32" } };
    await make({ type: "settings", set: { language: "en" } });
    expect(stored.settings).toEqual({ sensitivity: "keras", region: "32", language: "en" });
    await make({ type: "settings", set: { spouse: true } });
    expect(stored.settings).toMatchObject({ sensitivity: "seimbang", region: "32", spouse: true });
  });

  it("take back one silence beside one that comes in, or all", async () => {
    const shared = stateWith(secretStore());
    await shared.silence("account:a", "x.com");
    const tag = await tagUnder(read().silenced.value, SECRETS.silenced, "account:a");
    await Promise.all([shared.silence("account:b", "x.com"), shared.change({ type: "unsilence", tag })]);
    expect(read().silenced.value.tags).toEqual([
      await tagUnder(read().silenced.value, SECRETS.silenced, "account:b"),
    ]);
    await shared.change({ type: "unsilence", tag: null });
    expect(read().silenced).toMatchObject({ value: { tags: [], origins: [] } });
  });

  it("forget answers, kinds alone, or everything but rules and layers", async () => {
    stored = { today: {}, feedback: {}, silenced: {}, settings: {}, profile: {}, pause: {}, rules: 1 };
    stored = { ...stored, answeredWeek: "2026-11-16", reminded: "2026-11-16" };
    await make({ type: "unmute-kinds" });
    expect("feedback" in stored).toBe(false);
    await make({ type: "forget-answers" });
    expect("today" in stored).toBe(false);
    await make({ type: "reset" });
    expect(stored).toEqual({ rules: 1 });
  });
});

it("deletes the answers of another day, but not today's", async () => {
  const shared = stateWith(secretStore());
  await shared.outcome(answer(1, "a", "cancelled"), "x.com");
  await shared.forgetPastDay();
  expect(read().today.value.cancelled).toHaveLength(1);
  stored = { today: { ...(stored.today as object), day: "2001-01-01" } };
  await shared.forgetPastDay();
  expect(stored).toEqual({});
});

it.each([
  [{ type: "reset" }, ["today", "silenced"]],
  [{ type: "forget-answers" }, ["today"]],
  [{ type: "unsilence", tag: null }, ["silenced"]],
  [{ type: "unsilence", tag: "0".repeat(64) }, []],
  [{ type: "unmute-kinds" }, []],
] as const)("the change %o forgets the secrets of the tags that it removes", async (change, forgotten) => {
  const secrets = secretStore();
  await stateWith(secrets).change(change);
  expect(secrets.forgotten).toEqual(forgotten);
});
