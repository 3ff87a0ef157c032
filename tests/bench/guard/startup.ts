/**
 * The guard's cost for a page until it can decide, in Chromium: processor time of the page's main thread while a nearly
 * empty page opens, compared with a browser without the extension. This counts all work from the start of our script:
 * the script, reading the rules from storage, the first scan of the page, garbage collection.
 */
import type { ChromiumVisit } from "../../browser/lib/chromium.ts";
import { launch } from "../../browser/lib/launch.ts";
import { pause } from "../../browser/lib/visit.ts";
import { spread } from "./spread.ts";
import { mainThreadOf, traced } from "./trace.ts";

const OPENS = 7;
/** Time by which the rules are loaded, in ms. */
const SETTLED_MS = 800;
const HTML = "<!doctype html><title>.</title><main><p>.</p></main>";

/** Medians in ms, with and without. */
export async function startupCost(url: string): Promise<{ ours: number; plain: number }> {
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
