/** Reads Chromium's trace of a period, including the processor time of our scripts. */
import type { ChromiumVisit } from "../../browser/lib/chromium.ts";

export interface TraceEvent {
  name: string;
  /** "X": an event with a duration. */
  ph: string;
  /** Times in microseconds. */
  ts: number;
  dur?: number;
  /** Processor time; absent where the system does not provide it. */
  tdur?: number;
  tid: number;
  pid: number;
  args?: { data?: { url?: string; type?: string } };
}

/** Events of the browser's timeline while `work` ran. @param tasks with every task of every thread ("RunTask"). */
export async function traced(
  visit: ChromiumVisit,
  work: () => Promise<void>,
  tasks = false,
): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const browser = visit.context.browser();
  const tracer = browser
    ? await browser.newBrowserCDPSession()
    : await visit.context.newCDPSession(visit.raw);
  tracer.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) events.push(event);
  });
  const complete = new Promise<void>((done) => tracer.once("Tracing.tracingComplete", () => done()));
  await tracer.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      includedCategories: ["devtools.timeline", ...(tasks ? ["disabled-by-default-devtools.timeline"] : [])],
      recordMode: "recordAsMuchAsPossible",
    },
  });
  try {
    await work();
  } finally {
    await tracer.send("Tracing.end");
    await complete;
  }
  return events;
}

/**
 * Processor time of our scripts in each event of a type, in ms; nested listeners count once. Events without a listener
 * of ours count as 0.
 */
export function extensionTimeByEvent(events: readonly TraceEvent[], type: string): number[] {
  const whole = events.filter((event) => event.ph === "X");
  const calls = whole.filter(
    ({ name, args }) => name === "FunctionCall" && args?.data?.url?.startsWith("chrome-extension:"),
  );
  const end = ({ ts, dur = 0 }: TraceEvent) => ts + dur;
  const within = (inner: TraceEvent, outer: TraceEvent) =>
    inner !== outer &&
    inner.pid === outer.pid &&
    inner.tid === outer.tid &&
    inner.ts >= outer.ts &&
    end(inner) <= end(outer);
  const outermost = calls.filter((call) => !calls.some((other) => within(call, other)));
  return whole
    .filter(({ name, args }) => name === "EventDispatch" && args?.data?.type === type)
    .map(
      (event) =>
        outermost
          .filter((call) => within(call, event))
          .reduce((sum, { tdur, dur = 0 }) => sum + (tdur ?? dur), 0) / 1000,
    );
}

/**
 * Processor time, in ms, of the main thread that opened this address, from the parsing of its first element: that is
 * when content scripts start. The browser's earlier work for the document and for script worlds is left out.
 */
export function mainThreadOf(events: readonly TraceEvent[], url: string): number {
  const opened = events.find(({ name, args }) => name === "CommitLoad" && args?.data?.url === url);
  if (!opened) throw new Error(`${url} was not opened`);
  const there = events.filter(
    ({ ph, pid, tid, ts }) => ph === "X" && pid === opened.pid && tid === opened.tid && ts >= opened.ts,
  );
  const parsed = there.filter(({ name }) => name === "ParseHTML").sort((a, b) => a.ts - b.ts)[0];
  if (!parsed) throw new Error(`${url} was not parsed`);
  const later = there.filter(({ name, ts }) => name === "RunTask" && ts > parsed.ts);
  return [parsed, ...later].reduce((sum, { tdur, dur = 0 }) => sum + (tdur ?? dur), 0) / 1000;
}
