/** What a page knows of the user's answers: its own at once, all tabs' as storage tells. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnswerStore } from "../../../src/content/answer-store.ts";
import type { AnswerOutcome } from "../../../src/domain/outcome.ts";
import { type AnswerDelta, readAnswers, withOutcome, withSilence } from "../../../src/storage/answers.ts";
import { SECRETS } from "../lib/answer-secrets.ts";

const DAY = "2026-11-22";
const AT = { day: DAY, host: "x.com", secrets: SECRETS };
const pageOf = () =>
  new AnswerStore(
    () => DAY,
    async () => SECRETS,
  );
let holds = 0;
const answer = (choice: AnswerOutcome["entry"]["choice"], subject = "account:a"): AnswerOutcome => ({
  entry: { holdId: `hold-${++holds}`, day: DAY, rule: "R1", site: "x", action: "like", choice },
  about: { subject, kind: "slogan" },
});
/** Storage, as the background writes it. */
const storage = (stored: AnswerDelta = {}) => ({
  stored,
  read: () => readAnswers(structuredClone(stored) as Record<string, unknown>),
  async take(outcome: AnswerOutcome) {
    Object.assign(stored, await withOutcome(this.read(), outcome, AT));
  },
});
/** The page reads what is stored, as it does after each change. */
const load = async (page: AnswerStore, { read }: ReturnType<typeof storage>, subjects = ["account:a"]) => {
  const reading = page.stored();
  page.update(read(), reading);
  await page.lookUp(subjects);
};

describe("an answer of this page", () => {
  it("still applies when another tab's change is read before the background has stored it", async () => {
    const [page, disk] = [pageOf(), storage()];
    page.add(answer("cancelled"), true);
    page.silence("account:b");
    await disk.take(answer("continued", "account:c"));
    Object.assign(disk.stored, await withSilence(disk.read().silenced, "account:d", AT));
    await load(page, disk, ["account:a", "account:b", "account:c", "account:d"]);
    expect(page.answers("account:a")).toEqual({ cancelled: true, continued: [] });
    expect(page.isSilenced("account:b")).toBe(true);
    expect(page.answers("account:c")).toEqual({ cancelled: false, continued: ["R1"] });
    expect(page.isSilenced("account:d")).toBe(true);
  });

  it("counts once, whether the background's reply or the browser's event comes first", async () => {
    for (const first of ["word", "event"] as const) {
      const [page, disk] = [pageOf(), storage()];
      disk.stored.feedback = { counts: { slogan: [8, 8] }, holdIds: [] };
      await load(page, disk);
      const outcome = answer("continued");
      const stored = page.add(outcome, true);
      await disk.take(outcome);
      if (first === "word") stored();
      await load(page, disk);
      if (first === "event") stored();
      /* Nine answers: one counted twice would mute the kind. */
      expect([first, page.isMuted("slogan")]).toEqual([first, false]);
      page.add(answer("continued"), true);
      expect([first, page.isMuted("slogan")]).toEqual([first, true]);
    }
  });

  it("counts once beside an unreadable day, too", async () => {
    const [page, disk] = [pageOf(), storage({ today: 7 } as never)];
    disk.stored.feedback = { counts: { slogan: [8, 8] }, holdIds: [] };
    const outcome = answer("continued");
    page.add(outcome, true);
    await disk.take(outcome);
    await load(page, disk);
    expect(page.isMuted("slogan")).toBe(false);
    page.add(answer("continued"), true);
    expect(page.isMuted("slogan")).toBe(true);
  });

  it("applies here but mutes no kind of evidence if it is never stored", () => {
    for (const stays of [true, false]) {
      const page = pageOf();
      for (let at = 0; at < 12; at++) page.add(answer("continued"), stays);
      expect(page.isMuted("slogan")).toBe(stays);
      expect(page.answers("account:a")?.continued).toContain("R1");
    }
  });

  it("ends with its stored value when it is taken back or erased elsewhere", async () => {
    const [page, disk] = [pageOf(), storage()];
    const outcome = answer("not-campaign");
    const stored = page.add(outcome, true);
    await disk.take(outcome);
    await load(page, disk);
    stored();
    expect(page.isSilenced("account:a")).toBe(true);
    disk.stored.silenced = { ...disk.stored.silenced!, tags: [], origins: [] };
    delete disk.stored.today;
    await load(page, disk);
    expect(page.isSilenced("account:a")).toBe(false);
  });

  it("ends the same way when it was given on a mark, once the storage contained it", async () => {
    const [page, disk] = [pageOf(), storage()];
    const stored = page.silence("account:a");
    Object.assign(disk.stored, await withSilence(disk.read().silenced, "account:a", AT));
    stored();
    await load(page, disk);
    expect(page.isSilenced("account:a")).toBe(true);
    disk.stored.silenced = { ...disk.stored.silenced!, tags: [], origins: [] };
    await load(page, disk);
    expect(page.isSilenced("account:a")).toBe(false);
  });

  it("applies in this page if the stored value is unreadable", async () => {
    const [page, disk] = [pageOf(), storage({ today: 7, silenced: "no" } as never)];
    page.add(answer("cancelled"), true)();
    page.silence("account:b")();
    for (let turn = 0; turn < 2; turn++) await load(page, disk, ["account:a", "account:b"]);
    expect(page.answers("account:a")).toEqual({ cancelled: true, continued: [] });
    expect(page.isSilenced("account:b")).toBe(true);
  });

  it("does not count today if it was given yesterday", () => {
    let day = DAY;
    const page = new AnswerStore(
      () => day,
      async () => SECRETS,
    );
    page.add(answer("cancelled"), true);
    day = "2026-11-23";
    expect(page.answers("account:a")).toEqual({ cancelled: false, continued: [] });
  });
});

it("two pages agree in the end, whatever the order of answers, replies and reads", async () => {
  const SUBJECTS = ["account:a", "account:b", "account:c"];
  const step = fc.record({
    page: fc.nat(1),
    what: fc.constantFrom("answer", "hear", "tell", "load"),
    subject: fc.constantFrom(...SUBJECTS),
    choice: fc.constantFrom("cancelled", "continued", "not-campaign"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 24 }), async (steps) => {
      const disk = storage();
      const pages = [pageOf(), pageOf()];
      const given = pages.map(() => ({
        own: [] as AnswerOutcome[],
        sent: [] as { outcome: AnswerOutcome; stored: () => void }[],
        heard: [] as (() => void)[],
      }));
      const hear = async (at: number) => {
        const one = given[at]!.sent.shift();
        if (!one) return;
        await disk.take(one.outcome);
        given[at]!.heard.push(one.stored);
      };
      for (const { page, what, subject, choice } of steps) {
        if (what === "answer") {
          const outcome = answer(choice as "cancelled", subject);
          given[page]!.own.push(outcome);
          given[page]!.sent.push({ outcome, stored: pages[page]!.add(outcome, true) });
        } else if (what === "hear") await hear(page);
        else if (what === "tell") given[page]!.heard.shift()?.();
        else await load(pages[page]!, disk, SUBJECTS);
        /* At every moment a page knows its own. */
        await pages[page]!.lookUp(SUBJECTS);
        for (const { entry, about } of given[page]!.own)
          if (entry.choice === "not-campaign") expect(pages[page]!.isSilenced(about!.subject)).toBe(true);
          else if (entry.choice === "cancelled")
            expect(pages[page]!.answers(about!.subject)!.cancelled).toBe(true);
          else expect(pages[page]!.answers(about!.subject)!.continued).toContain("R1");
      }
      for (const at of [0, 1]) {
        while (given[at]!.sent.length) await hear(at);
        for (const told of given[at]!.heard) told();
      }
      for (const page of pages) await load(page, disk, SUBJECTS);
      for (const subject of SUBJECTS) {
        expect(pages[0]!.answers(subject)).toEqual(pages[1]!.answers(subject));
        expect(pages[0]!.isSilenced(subject)).toBe(pages[1]!.isSilenced(subject));
      }
    }),
    { numRuns: 80 },
  );
});
