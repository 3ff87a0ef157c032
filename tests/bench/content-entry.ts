/** Runs as a content script in Chromium: assesses posts in batches and leaves the times on the page's root element. */
import { createAssessor } from "../../src/engine/detection/assess.ts";
import { loadCompiled } from "../../src/engine/ruleset/compile/index.ts";
import { calibration } from "./measure.ts";

const BATCH = 100;
/** Rounds over all posts before a run and within it. */
const WARM_UP = 3;
const ROUNDS = 10;

const { benchData } = globalThis as unknown as {
  benchData: { compiled: unknown; posts: string[]; runs: number };
};
const assess = createAssessor(loadCompiled(benchData.compiled));
const { posts } = benchData;

function batch(from: number): number {
  const start = performance.now();
  for (let i = from; i < from + BATCH; i++)
    assess({ site: "x", kind: "post", text: posts[i]! }, { date: "2026-11-21" });
  return ((performance.now() - start) * 1000) / BATCH;
}

function batches(rounds: number): number[] {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (let from = 0; from + BATCH <= posts.length; from += BATCH) times.push(batch(from));
  return times;
}

batches(WARM_UP);
const runs = Array.from({ length: benchData.runs }, () => ({
  calibration: calibration(),
  batches: batches(ROUNDS),
}));
document.documentElement.dataset.bench = JSON.stringify(runs);
