import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { compileRuleset } from "../../src/engine/ruleset/compile/index.ts";
import type { Ruleset } from "../../src/engine/ruleset/schema/index.ts";
import type { ModelData } from "../../src/engine/text/model.ts";
import { launch } from "../browser/lib/launch.ts";
import { pause } from "../browser/lib/visit.ts";
import { middle, RUNS, round, say, share } from "./measure.ts";

const ENTRY = fileURLToPath(new URL("./content-entry.ts", import.meta.url));
const PAGE = "https://www.facebook.com/";
const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const MANIFEST = {
  manifest_version: 3,
  name: "Bench",
  version: "1",
  permissions: ["tabs"],
  background: { service_worker: "background.js" },
  content_scripts: [{ matches: [`${PAGE}*`], js: ["data.js", "bench.js"], run_at: "document_idle" }],
};

function put(file: string, content: string | Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** One run: microseconds for each post, one figure for each batch, with the calibration loop. */
interface Run {
  batches: number[];
  calibration: number;
}

/**
 * Times the same posts in a content script of Chromium, in batches of 100 because clocks of pages are coarse. A small
 * extension of its own contains only the core, the rules and the posts.
 */
export async function inChromium(
  ruleset: Ruleset,
  model: ModelData | undefined,
  posts: readonly string[],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jn-bench-"));
  try {
    await build({
      configFile: false,
      publicDir: false,
      logLevel: "error",
      build: {
        outDir: folder,
        emptyOutDir: false,
        lib: { entry: ENTRY, formats: ["iife"], name: "bench", fileName: () => "bench.js" },
      },
    });
    const compiled = compileRuleset(ruleset, { model });
    put(
      join(folder, "data.js"),
      `globalThis.benchData = JSON.parse(${JSON.stringify(JSON.stringify({ compiled, posts, runs: RUNS }))});`,
    );
    put(join(folder, "manifest.json"), JSON.stringify(MANIFEST));
    put(join(folder, "background.js"), "chrome.runtime.onInstalled.addListener(() => undefined);");
    put(join(folder, "icon/16.png"), Buffer.from(PIXEL, "base64"));
    const visit = await launch("chromium", "plain", { extension: folder });
    try {
      await visit.open({ url: PAGE, html: "<!doctype html><title>Bench</title><p>Bench" });
      let answer = "";
      for (let i = 0; i < 600 && answer === ""; i++) {
        await pause(200);
        answer = await visit.evaluate<string>("document.documentElement.dataset.bench ?? ''");
      }
      if (answer === "") throw new Error("the content script gave no answer within two minutes");
      const runs = JSON.parse(answer) as Run[];
      say("chromium-post", {
        names: 3_000,
        units: 600,
        batch: 100,
        median: round(middle(runs.map((run) => middle(run.batches)))),
        p99: round(middle(runs.map((run) => share(run.batches, 0.99)))),
        calibration: round(middle(runs.map((run) => run.calibration))),
      });
    } finally {
      await visit.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
