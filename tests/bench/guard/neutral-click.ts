/**
 * The time that the guard adds to a click on a neutral post, by the page's own clock, compared with a browser without
 * it.
 */
import { ChromiumVisit } from "../../browser/lib/chromium.ts";
import { launch } from "../../browser/lib/launch.ts";
import type { BrowserKind } from "../../browser/lib/types.ts";
import { pause, type Visit } from "../../browser/lib/visit.ts";
import { benchPage } from "./page.ts";
import { middle, type Spread, spread } from "./spread.ts";
import { extensionTimeByEvent, traced } from "./trace.ts";

/** From the event's own time to the page's first handler, in ms; the guard's work lies between. */
const CLOCK = `(() => { window.__late = [];
  document.addEventListener("click", (e) => __late.push(performance.now() - e.timeStamp), true); })();`;
/** Clicks in a turn: the two browsers take turns, so that both run on the same machine state. */
const TURN = 50;
const RUNS = 3;

export interface Neutral {
  ours: Spread;
  plain: Spread;
  /** Processor time of our scripts for each click, in ms; Chromium only. */
  own?: Spread | undefined;
}

async function run(n: number, kind: BrowserKind, tracing: boolean): Promise<Neutral> {
  const visits = [await launch(kind), await launch(kind, "plain")];
  try {
    for (const visit of visits) await visit.open({ ...benchPage().source, early: CLOCK });
    await pause(1_500);
    for (let at = 0; at < n; at += TURN) for (const visit of visits) await clicks(visit, TURN);
    const [ours, plain] = await Promise.all(
      visits.map(async (visit) => spread(await visit.evaluate<number[]>("__late"))),
    );
    const [guarded] = visits;
    /* Alone: writing the trace costs time. */
    const events =
      tracing && guarded instanceof ChromiumVisit ? await traced(guarded, () => clicks(guarded, n)) : null;
    return {
      ours: ours!,
      plain: plain!,
      own: events ? spread(extensionTimeByEvent(events, "click")) : undefined,
    };
  } finally {
    for (const visit of visits) await visit.close();
  }
}

/** Real clicks on the same control, which switch it on and off. */
async function clicks(visit: Visit, n: number): Promise<void> {
  const at = await visit.pointOf("S.posts[0].like");
  for (let i = 0; i < n; i++) {
    await visit.clickAt(at);
    await visit.movePointerAway();
  }
}

/** The median of three runs of `n` clicks, by the time added at the 99th percentile. */
export async function neutralClick(n: number, kind: BrowserKind): Promise<Neutral> {
  const runs: Neutral[] = [];
  for (let at = 0; at < RUNS; at++) runs.push(await run(n, kind, at === 0));
  return { ...middle(runs, ({ ours, plain }) => ours.p99 - plain.p99), own: runs[0]!.own };
}
