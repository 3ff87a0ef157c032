/**
 * Model-based test of the guard: users, pages, sites and faults act in any order. It runs the real guard
 * (`startSession`) on a real page; oracle.ts checks the promises. A few runs use the browser's driver, many dispatch
 * events (input-devices.ts); 100,000 of these with JN_LONG=1.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Harness } from "./harness.ts";
import { dispatchedInput, driverInput, type InputDevice } from "./input-devices.ts";
import { openPage, type TestPage } from "./page.ts";
import { BROWSER } from "./user.ts";

const LONG = Boolean(import.meta.env.JN_LONG);
/* Firefox runs the same guard: a few runs show where it differs from Chromium. */
const RUNS = LONG ? 100_000 : BROWSER === "firefox" ? 300 : 1_500;
/** A press by the driver takes 16 ms and more. */
const REAL_RUNS = LONG ? 2_000 : BROWSER === "firefox" ? 15 : 30;
/** How many runs share a page. */
const RUNS_A_PAGE = 500;

type Step = { says: string; run(h: Harness): Promise<void> | void };
const step = (says: string, run: Step["run"]): Step => ({ says, run });

const index = fc.constantFrom(0, 1, 2);
const by = fc.constantFrom("mouse" as const, "key" as const);
const answers = fc.constantFrom("cancel" as const, "continue" as const, "not-campaign" as const);
/* Weighted towards the user: a run without a question proves little. */
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(index, by).map(([i, b]) => step(`user presses ${i} by ${b}`, (h) => h.press(i, b))),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(answers, by)
      .map(([a, b]) => step(`user answers ${a} by ${b}`, (h) => h.answer(a, b))),
  },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(10, 100, 299, 300, 301, 499, 501, 1_000, 6_000)
      .map((ms) => step(`${ms} ms pass`, (h) => h.page.pass(ms))),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(index, fc.constantFrom("warn" as const, "warn" as const, "clear" as const, "notice" as const))
      .map(([i, k]) => step(`site writes a ${k} post into ${i}`, (h) => h.fill(i, k))),
  },
  { weight: 2, arbitrary: index.map((i) => step(`site makes ${i} anew`, (h) => h.redraw(i))) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom("ready" as const, "ready" as const, "ready" as const, "ready" as const, "failed" as const)
      .map((r) => step(`rules: ${r}`, (h) => h.rules(r))),
  },
  {
    weight: 2,
    arbitrary: index.map((i) => step(`page forges a press of ${i}`, (h) => h.forgePress(i))),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(answers, by)
      .map(([a, b]) => step(`page forges the answer ${a} by ${b}`, (h) => h.forgeAnswer(a, b))),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(index, by).map(([i, b]) =>
      step(`a warn post comes into ${i} and the user presses it by ${b}`, async (h) => {
        h.fill(i, "warn");
        await h.page.settle();
        await h.press(i, b);
      }),
    ),
  },
  {
    weight: 5,
    arbitrary: fc.tuple(answers, by).map(([a, b]) =>
      step(`user thinks for 400 ms, then answers ${a} by ${b}`, async (h) => {
        await h.page.pass(400);
        await h.answer(a, b);
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .boolean()
      .map((t) =>
        step(`Escape, ${t ? "real" : "forged"}`, (h) => (t ? h.key("Escape") : h.forgeKey("Escape"))),
      ),
  },
  { weight: 1, arbitrary: fc.constant(step("user types", (h) => h.key("a"))) },
  { weight: 2, arbitrary: fc.constant(step("page removes the host", (h) => h.removeHost())) },
  {
    weight: 2,
    arbitrary: fc.boolean().map((on) => step(on ? "page covers all" : "page uncovers", (h) => h.cover(on))),
  },
  {
    weight: 1,
    arbitrary: fc.constant(
      step("document.open", async (h) => {
        h.reopen();
        await h.page.settle();
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map((on) => step(on ? "pause" : "resume", (h) => h.pause(on))),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map((on) =>
      step(`an update ${on ? "is over" : "orphans the script"}`, (h) => {
        h.oracle.recordable = on;
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.boolean(), fc.constantFrom("at once" as const, "never" as const, "fails" as const))
      .map(([needs, how]) =>
        step(`silences are ${needs ? `looked up: ${how}` : "known"}`, (h) => h.lookUps(needs, how)),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map((on) => step(on ? "tab hidden" : "tab shown", (h) => h.hide(on))),
  },
);
/** Most runs begin as most pages do: with a campaign post and loaded rules. */
const opening = fc.constantFrom(
  [] as Step[],
  [
    step("rules: ready", (h) => h.rules("ready")),
    step("site writes a warn post into 0", (h) => h.fill(0, "warn")),
  ],
  [
    step("site writes a warn post into 0", (h) => h.fill(0, "warn")),
    step("user presses 0 by mouse", (h) => h.press(0, "mouse")),
  ],
);
/** Runs that come first, so that even a few runs include each kind of ending. */
const EXAMPLES: [Step[], Step[], number | undefined][] = (
  ["continue", "not-campaign", "cancel"] as const
).map((answer) => [
  [
    step("rules: ready", (h) => h.rules("ready")),
    step("site writes a warn post into 0", (h) => h.fill(0, "warn")),
  ],
  [
    step("user presses 0 by mouse", (h) => h.press(0, "mouse")),
    step("400 ms pass", (h) => h.page.pass(400)),
    step(`user answers ${answer} by mouse`, (h) => h.answer(answer, "mouse")),
  ],
  undefined,
]);
EXAMPLES.push([
  [],
  [step("user presses 1 by key", (h) => h.press(1, "key")), step("501 ms pass", (h) => h.page.pass(501))],
  undefined,
]);
const teardown = fc.option(fc.nat(30), { nil: undefined, freq: 1 });

async function play(h: Harness, steps: readonly Step[], end: number | undefined): Promise<void> {
  for (const [at, one] of steps.entries()) {
    if (at === end) h.life.abort();
    await one.run(h);
    await h.settle();
  }
  await h.finish();
}

/** Executes `numRuns` runs and counts what happened in them. */
async function runs(numRuns: number, handsOf: (page: TestPage) => InputDevice) {
  const seen = { asked: 0, confirmed: 0, unasked: 0, cancelled: 0 };
  let page = await openPage();
  let hands = handsOf(page);
  let left = RUNS_A_PAGE;
  /** Opens a new page, also after a broken promise: the next run must not see what that run left. */
  const another = async () => {
    page.close();
    page = await openPage();
    hands = handsOf(page);
    left = RUNS_A_PAGE;
  };
  const one = async (first: Step[], then: Step[], end: number | undefined) => {
    if (left-- <= 0) await another();
    const h = new Harness(page, hands);
    try {
      await play(h, [...first, ...then], end);
    } catch (error) {
      left = 0;
      h.life.abort();
      throw error;
    }
    seen.asked += h.warnings.length;
    for (const { choice } of h.log)
      seen[choice === "unchecked" ? "unasked" : choice === "cancelled" ? "cancelled" : "confirmed"]++;
  };
  const steps = fc.array(anyStep, { maxLength: 30, size: "max" });
  await fc.assert(fc.asyncProperty(opening, steps, teardown, one), { numRuns, reporter, examples: EXAMPLES });
  return seen;
}

/** Checks that the runs were not empty: questions were opened, confirmed, cancelled, and actions happened unasked. */
function expectSeen(seen: Awaited<ReturnType<typeof runs>>, numRuns: number, least = 1): void {
  console.log(`${numRuns} runs: ${JSON.stringify(seen)}`);
  for (const [what, count] of Object.entries(seen)) expect([what, count >= least]).toEqual([what, true]);
}

describe("the guard under events in any order", () => {
  it("the guard keeps every promise in any order of events: confirmation, once, one entry, no bypass, everything released", {
    timeout: LONG ? 3_600_000 : 120_000,
  }, async () => {
    expectSeen(await runs(RUNS, dispatchedInput), RUNS, RUNS / 20);
  });

  it("the guard keeps every promise with real mouse and keyboard input", {
    timeout: LONG ? 3_600_000 : 120_000,
  }, async () => {
    expectSeen(await runs(REAL_RUNS, driverInput), REAL_RUNS);
  });
});

/** Reports the shortest order of events that breaks a promise, in words. */
function reporter(run: fc.RunDetails<[Step[], Step[], number | undefined]>): void {
  if (!run.failed) return;
  const [first = [], then = [], end] = run.counterexample ?? [];
  const words = [...first, ...then].map((s, at) => (at === end ? `teardown; ${s.says}` : s.says)).join("; ");
  throw new Error(`${(run.errorInstance as Error)?.message ?? "?"}\n  ${words}\n  seed ${run.seed}`, {
    cause: run.errorInstance,
  });
}
