/**
 * What the guard costs a page until it is ready to decide, in Chromium: processor time of the page's main thread while
 * a page with next to nothing in it is opened, beside the same in a browser without us. So everything counts that is
 * done for us from the start of our script: the script, the rules out of storage, the first look at the page, the memory
 * cleaned up.
 */
import type { ChromiumVisit } from "../../browser/lib/chromium.ts";
import { launch } from "../../browser/lib/launch.ts";
import { pause } from "../../browser/lib/visit.ts";
import { spread } from "./spread.ts";
import { mainThreadOf, traced } from "./trace.ts";

const OPENS = 7;
/** By then the rules are there, in ms. */
const SETTLED_MS = 800;
const HTML = "<!doctype html><title>.</title><main><p>.</p></main>";

/** Medians in ms, with and without. */
export async function readyToDecide(url: string): Promise<{ ours: number; plain: number }> {
  return { ours: await opened(url, "extension"), plain: await opened(url, "plain") };
}

async function opened(url: string, what: "extension" | "plain"): Promise<number> {
  const visit = (await launch("chromium", what)) as ChromiumVisit;
  try {
    await visit.open({ url, html: HTML });
    const times: number[] = [];
    for (let at = 0; at < OPENS; at++) {
      const open = async () => {
        await visit.open({ url, html: HTML });
        await pause(SETTLED_MS);
      };
      times.push(mainThreadOf(await traced(visit, open, true), url));
    }
    return spread(times).median;
  } finally {
    await visit.close();
  }
}
