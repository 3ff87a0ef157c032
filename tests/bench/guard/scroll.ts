/**
 * A timeline of X that grows while it is scrolled, with and without the extension, in Chromium: time of our scripts for
 * each post, long tasks and memory. Our time comes from the browser's trace of functions in the extension's files;
 * nested functions count once.
 */
import type { CDPSession } from "@playwright/test";
import type { ChromiumVisit } from "../../browser/lib/chromium.ts";
import { launch } from "../../browser/lib/launch.ts";
import { pagesOf, type TestPage } from "../../browser/lib/pages.ts";
import { pause } from "../../browser/lib/visit.ts";
import { CAMPAIGN, NEUTRAL } from "../../browser/matrix/content.ts";
import type { Figure } from "../pages.ts";
import { type TraceEvent, traced } from "./trace.ts";

const POSTS = 1_000;
const BATCH = 20;
/** One post in this many is a campaign's: some marks are drawn, most posts are clear. */
const CAMPAIGN_EVERY = 50;

interface Scrolled {
  /** Milliseconds of our scripts for each post. */
  perPost: number;
  /** Longest uninterrupted run of our scripts, ms. */
  longest: number;
  /** Tasks above 50 ms while posts were added. */
  longTasks: number;
  /** MB of script memory after the first and after the second thousand, above the start. */
  grown: [number, number];
  page: string;
}

const LONG_TASKS = `(() => { window.__long = 0;
  new PerformanceObserver((list) => { __long += list.getEntries().length; }).observe({ type: "longtask" }); })();`;

/** The saved timeline, or the hand-made one without saved pages. */
function timeline(): TestPage {
  const pages = pagesOf("x");
  return pages.find((page) => page.name.startsWith("x_home_en")) ?? pages.find((page) => page.handMade)!;
}

async function heapMB(cdp: CDPSession): Promise<number> {
  for (let i = 0; i < 2; i++) await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  return usedSize / 1e6;
}

async function grow(visit: ChromiumVisit, from: number): Promise<void> {
  for (let at = from; at < from + POSTS; at += BATCH) {
    const posts = Array.from({ length: BATCH }, (_, i) => ({
      author: `Warga ${at + i}`,
      handle: `warga_${at + i}`,
      text: `${(at + i) % CAMPAIGN_EVERY ? NEUTRAL : CAMPAIGN} ${at + i}`,
    }));
    await visit.evaluate(
      `new Promise((done) => { __append(${BATCH}, ${JSON.stringify(posts)}); scrollTo(0, document.documentElement.scrollHeight);
        requestAnimationFrame(() => setTimeout(done, 30)); })`,
    );
  }
  await pause(500);
}

/** Milliseconds of outermost functions whose script is the extension's, and the longest of them. */
function ours(events: readonly TraceEvent[]): { sum: number; longest: number } {
  const calls = events
    .filter(
      (e) => e.name === "FunctionCall" && e.ph === "X" && e.args?.data?.url?.startsWith("chrome-extension:"),
    )
    .sort((a, b) => a.ts - b.ts);
  const until = new Map<number, number>();
  let sum = 0;
  let longest = 0;
  for (const { ts, dur = 0, tdur = dur, tid } of calls) {
    const last = until.get(tid) ?? 0;
    if (ts < last) continue;
    until.set(tid, ts + dur);
    sum += tdur / 1000;
    longest = Math.max(longest, tdur / 1000);
  }
  return { sum, longest };
}

/** Extends the timeline twice by a thousand posts. @param guarded false: a browser without the extension. */
async function scrollOnce(guarded: boolean): Promise<Scrolled> {
  const page = timeline();
  const visit = (await launch("chromium", guarded ? "extension" : "plain")) as ChromiumVisit;
  try {
    await visit.open({ ...page.source, early: LONG_TASKS });
    await pause(1_500);
    const cdp = await visit.context.newCDPSession(visit.raw);
    const start = await heapMB(cdp);
    await visit.evaluate("void (__long = 0)");
    const events = await traced(visit, () => grow(visit, 0));
    const longTasks = await visit.evaluate<number>("__long");
    const first = (await heapMB(cdp)) - start;
    await grow(visit, POSTS);
    const second = (await heapMB(cdp)) - start;
    const { sum, longest } = ours(events);
    return { perPost: sum / POSTS, longest, longTasks, grown: [first, second], page: page.name };
  } finally {
    await visit.close();
  }
}

const RUNS = 3;
const middle = (list: number[]): number => list.sort((a, b) => a - b)[list.length >> 1]!;

/** Medians of three runs, each compared with one without the extension. */
export async function scrollFigures(): Promise<Figure[]> {
  const runs: { ours: Scrolled; plain: Scrolled }[] = [];
  for (let run = 0; run < RUNS; run++)
    runs.push({ ours: await scrollOnce(true), plain: await scrollOnce(false) });
  const of = (value: (run: (typeof runs)[number]) => number) => middle(runs.map(value));
  const { page } = runs[0]!.ours;
  const longest = of(({ ours }) => ours.longest);
  const grown = (at: 0 | 1) => of(({ ours, plain }) => ours.grown[at] - plain.grown[at]);
  return [
    {
      name: "timeline: our scripts a post",
      value: of(({ ours }) => ours.perPost),
      unit: "ms",
      limit: 0.25,
      note: `median of ${RUNS}, ${POSTS} posts, ${page}; longest stretch ${longest.toFixed(1)} ms`,
    },
    {
      name: "timeline: long tasks added",
      value: of(({ ours, plain }) => ours.longTasks - plain.longTasks),
      unit: "tasks",
      limit: 0,
      note: `above 50 ms; without us ${of(({ plain }) => plain.longTasks)}`,
    },
    { name: "timeline: memory, 1,000 posts", value: grown(0), unit: "MB", limit: 8 },
    {
      name: "timeline: memory, the next 1,000",
      value: grown(1) - grown(0),
      unit: "MB",
      limit: 1,
      note: "wanted flat",
    },
  ];
}
