/** Processor time of the page under test: a figure that other work on the machine hardly changes. */
import type { ChromiumVisit } from "./chromium.ts";
import { inFirefoxChromeWindow } from "./firefox-chrome-window.ts";
import type { Visit } from "./visit.ts";

/** Processor time so far, in ns, of the process that shows this address; -1 without such a process. */
const SO_FAR = (
  address: string,
) => `const tabs = [...Services.wm.getEnumerator("navigator:browser")].flatMap((w) => w.gBrowser.browsers);
  const tab = tabs.find((one) => one.currentURI.spec === ${JSON.stringify(address)});
  const pid = tab?.browsingContext.currentWindowGlobal?.osPid;
  return (await ChromeUtils.requestProcInfo()).children.find((one) => one.pid === pid)?.cpuTime ?? -1;`;

/** @throws Error where the tab has no process */
async function soFarInFirefox(visit: Visit): Promise<number> {
  const time = await inFirefoxChromeWindow<number>(
    visit,
    SO_FAR(await visit.evaluate<string>("location.href")),
  );
  if (time < 0) throw new Error("no process of the tab");
  return time / 1e6;
}

/**
 * Time in ms that the tab spent while `work` ran: in Chromium its main thread, in Firefox its whole process, which tabs
 * of other sites do not share.
 */
export async function processorTime(visit: Visit, work: () => Promise<void>): Promise<number> {
  if (visit.kind === "firefox") {
    const before = await soFarInFirefox(visit);
    await work();
    return (await soFarInFirefox(visit)) - before;
  }
  const { context, raw } = visit as ChromiumVisit;
  const session = await context.newCDPSession(raw);
  const soFar = async () =>
    (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration")!
      .value * 1_000;
  try {
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const before = await soFar();
    await work();
    return (await soFar()) - before;
  } finally {
    await session.detach();
  }
}
