/** How the benchmark makes figures of what it measured. */
import { describe, expect, it } from "vitest";
import { middle, spread } from "../../bench/guard/spread.ts";
import { extensionTimeByEvent, mainThreadOf, type TraceEvent } from "../../bench/guard/trace.ts";

const OURS = "chrome-extension://abc/content-scripts/x.js";
const at = (name: string, ts: number, dur: number, more: Partial<TraceEvent> = {}): TraceEvent => ({
  name,
  ph: "X",
  ts,
  dur,
  tdur: dur / 2,
  pid: 1,
  tid: 1,
  ...more,
});
const dispatch = (type: string, ts: number, dur: number) =>
  at("EventDispatch", ts, dur, { args: { data: { type } } });
const call = (url: string, ts: number, dur: number, more: Partial<TraceEvent> = {}) =>
  at("FunctionCall", ts, dur, { args: { data: { url } }, ...more });

describe("the spread of a list of times", () => {
  it("gives the median and the slow end and does not change the list", () => {
    const times = Array.from({ length: 1_000 }, (_, i) => 999 - i);
    expect(spread(times)).toEqual({ median: 500, p95: 950, p99: 990 });
    expect(times[0]).toBe(999);
    expect(spread([7])).toEqual({ median: 7, p95: 7, p99: 7 });
  });

  it("refuses an empty list", () => {
    expect(() => spread([])).toThrow("nothing was measured");
  });

  it("picks the middle one of three runs by the chosen value", () => {
    expect(middle([{ a: 3 }, { a: 1 }, { a: 2 }], ({ a }) => a)).toEqual({ a: 2 });
  });
});

describe("the extension's time in an event", () => {
  it("is the processor time of its outermost calls, without the page's", () => {
    const events = [
      dispatch("click", 1_000, 900),
      call(OURS, 1_100, 400),
      call(OURS, 1_200, 100),
      call("https://www.facebook.com/", 1_600, 200),
      dispatch("click", 5_000, 900),
      dispatch("pointerdown", 7_000, 900),
      call(OURS, 7_100, 600),
      call(OURS, 5_100, 300, { tid: 2 }),
      call(OURS, 9_000, 300),
    ];
    expect(extensionTimeByEvent(events, "click")).toEqual([0.2, 0]);
  });
});

describe("the time of the main thread", () => {
  const url = "https://x.com/home";
  const opened = at("CommitLoad", 100, 10, { args: { data: { url } } });

  it("counts all tasks after the first parsed element and no other thread", () => {
    const events = [
      opened,
      at("RunTask", 50, 5_000),
      at("ParseHTML", 1_000, 2_000),
      at("ParseHTML", 7_000, 500),
      at("RunTask", 7_000, 1_000),
      at("RunTask", 7_000, 9_000, { tid: 2 }),
    ];
    expect(mainThreadOf(events, url)).toBe(1.5);
  });

  it("throws where the page was not opened or not parsed", () => {
    expect(() => mainThreadOf([], url)).toThrow("was not opened");
    expect(() => mainThreadOf([opened], url)).toThrow("was not parsed");
  });
});
