/** How ten thousand machines that are switched on within half an hour look for new rules. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DAY,
  dice,
  HOUR,
  liveOneDay,
  type Machine,
  machines,
} from "../../../../../scripts/ruleset/rehearsal/machines.ts";
import type { AdmissionContext } from "../../../../../src/engine/ruleset/layers/admit.ts";
import {
  type Feed,
  isRefreshDue,
  newFeed,
  noteAwake,
  refresh,
} from "../../../../../src/engine/ruleset/layers/refresh.ts";

const FIRST = Date.parse("2029-10-01T00:00:00");
const MORNING = FIRST + 7.5 * HOUR;
const GATE = {} as AdmissionContext;

/** A look that is answered by 304, or not at all. */
const look =
  (isDead: (hour: number) => boolean) => async (machine: Machine, now: number, midnight: number) => {
    const fetch = async () => {
      if (isDead((now - midnight) / HOUR)) throw new TypeError("no connection");
      return new Response(null, { status: 304 });
    };
    return (await refresh(machine.feed, GATE, fetch, now, { random: machine.random })).feed;
  };

async function oneDay(group: readonly Machine[], at: number, isDead: (hour: number) => boolean) {
  const midnight = FIRST + at * DAY;
  const seconds = new Map<number, number>();
  const done = new Map<Machine, number>();
  for (const machine of group)
    await liveOneDay(machine, midnight, async (one, now) => {
      const second = Math.floor(now / 1000);
      seconds.set(second, (seconds.get(second) ?? 0) + 1);
      const feed = await look(isDead)(one, now, midnight);
      if (feed.failures === 0) done.set(one, (done.get(one) ?? 0) + 1);
      return feed;
    });
  return { peak: Math.max(...seconds.values()), done };
}

describe("ten thousand machines", () => {
  test("ask at most five times in any second, seven after an outage, each once a day and before it is switched off", {
    timeout: 120_000,
  }, async () => {
    const group = machines(10_000, 1, () => {});
    for (let day = 0; day < 3; day++) await oneDay(group, day, () => false);
    const { peak, done } = await oneDay(group, 3, () => false);
    expect(peak).toBeLessThanOrEqual(5);
    expect(done.size).toBe(10_000);
    expect(Math.max(...done.values())).toBe(1);
    const { peak: after, done: those } = await oneDay(group, 4, (hour) => hour >= 7.5 && hour < 9.5);
    /* Machines that are on for three hours have one left after it: all of them within that hour make more. */
    expect(after).toBeLessThanOrEqual(7);
    expect(those.size).toBeGreaterThan(9_500);
  });
});

describe("a machine that is switched on", () => {
  const awake = (feed: Feed, at: number, seed = 1) => noteAwake(feed, at, dice(seed));

  test("does not look at once, and looks within the time it is usually on", () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 1, max: 12, noNaN: true }), (seed, hours) => {
        const usual: Feed = {
          ...newFeed("https://a.example/a.json"),
          onSince: MORNING - DAY,
          seenAt: MORNING - DAY + hours * HOUR,
          lastSuccess: MORNING - DAY + HOUR / 2,
          nextAttempt: MORNING - DAY + HOUR / 2 + DAY,
        };
        const today = awake(usual, MORNING, seed);
        expect(today.nextAttempt).toBeGreaterThanOrEqual(MORNING);
        expect(today.nextAttempt).toBeLessThanOrEqual(MORNING + hours * HOUR);
        expect(isRefreshDue(today, today.nextAttempt)).toBe(true);
      }),
    );
  });

  test("keeps its plan while it is on, and looks no second time on a day", () => {
    const planned = awake(newFeed("https://a.example/a.json"), MORNING);
    expect(awake(planned, MORNING + HOUR / 60, 2)).toBe(planned);
    expect(awake(planned, MORNING + HOUR / 2, 2).nextAttempt).toBe(planned.nextAttempt);
    const looked = { ...planned, lastSuccess: MORNING + HOUR, nextAttempt: MORNING + HOUR + DAY };
    expect(awake(looked, MORNING + 6 * HOUR, 3).nextAttempt).toBe(looked.nextAttempt);
    expect(awake(looked, MORNING + DAY, 3).nextAttempt).toBeLessThan(MORNING + DAY + 3 * HOUR);
  });

  test("plans anew where its clock was set back", () => {
    const ahead = awake(newFeed("https://a.example/a.json"), MORNING + 400 * DAY);
    expect(awake(ahead, MORNING).nextAttempt).toBeLessThan(MORNING + 3 * HOUR);
  });

  test("remembers the shortest of its last three sessions", () => {
    let feed = newFeed("https://a.example/a.json");
    for (const [day, hours] of [8, 8, 3, 8].entries()) {
      feed = awake(feed, MORNING + day * DAY);
      for (let at = 0; at <= hours; at += 0.5) feed = awake(feed, MORNING + day * DAY + at * HOUR);
    }
    for (let seed = 0; seed < 50; seed++)
      expect(awake(feed, MORNING + 4 * DAY, seed).nextAttempt).toBeLessThan(MORNING + 4 * DAY + 3 * HOUR);
  });
});
