/**
 * Ten thousand machines of an agency, simulated: each is switched on in the morning, and looks for new rules by the very
 * functions of the extension, with a clock, a network and a die of its own.
 */
import {
  type Feed,
  isRefreshDue,
  newFeed,
  noteAwake,
  type Random,
} from "../../../src/engine/ruleset/layers/refresh.ts";

const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** As the background's alarm does. */
const TICK = 30 * MINUTE;

/** A die that gives the same for the same seed (mulberry32). */
export function dice(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Machine {
  /** 70 of 100 are on for eight hours, 25 for three, 5 for eight but not on the day of the issue. */
  kind: "day" | "morning" | "absent";
  /** The machine's clock is off by this, in ms. */
  clock: number;
  /** A captive portal answers until this long after the machine is switched on. */
  portal: number;
  feed: Feed;
  /** The version that it has. */
  version: number;
  random: Random;
}

export function machines(
  count: number,
  seed: number,
  more: (machine: Machine, at: number) => void,
): Machine[] {
  return Array.from({ length: count }, (_, at) => {
    const share = (at * 100) / count;
    const machine: Machine = {
      kind: share < 70 ? "day" : share < 95 ? "morning" : "absent",
      clock: 0,
      portal: 0,
      feed: newFeed("https://aturan.example.go.id/dinas.json"),
      version: 0,
      random: dice(seed * 1_000_003 + at),
    };
    more(machine, at);
    return machine;
  });
}

/** One look of a machine at this time. @returns its feed afterwards */
type Look = (machine: Machine, now: number, sinceOn: number) => Promise<Feed> | Feed;

/**
 * One day of one machine: on from some time between 07.30 and 08.00, for as long as its kind is, give or take a tenth.
 * @param midnight in ms
 */
export async function liveOneDay(machine: Machine, midnight: number, look: Look): Promise<void> {
  const on = midnight + 7.5 * HOUR + machine.random() * 30 * MINUTE;
  const hours = machine.kind === "morning" ? 3 : 8;
  const off = on + hours * HOUR * (1 + machine.random() * 0.1);
  for (let at = on; at < off; ) {
    const clock = at + machine.clock;
    machine.feed = noteAwake(machine.feed, clock, machine.random);
    if (isRefreshDue(machine.feed, clock)) machine.feed = await look(machine, at, at - on);
    at = Math.min(at + TICK, Math.max(at + 1_000, machine.feed.nextAttempt - machine.clock));
  }
}
