/**
 * Figures of detection, one JSON line each: `npm run bench:detect`. Absolute times stand beside a calibration loop of
 * the same run (`calibration`: milliseconds for ten million integer multiplications), median of three runs.
 */
import { brotliCompressSync } from "node:zlib";
import { shippedModel } from "../../scripts/model/load-engine.ts";
import { bundledRuleset } from "../../scripts/ruleset/bundle.ts";
import type { AssessContext, Surface } from "../../src/domain/assessment.ts";
import { createAssessor } from "../../src/engine/detection/assess.ts";
import { compileRuleset, loadCompiled } from "../../src/engine/ruleset/compile/index.ts";
import { normalise } from "../../src/engine/text/normalise.ts";
import { TokenBuffer } from "../../src/engine/text/token-buffer.ts";
import { tokenise } from "../../src/engine/text/tokenise.ts";
import { generatePosts, generateRuleset } from "./generated.ts";
import { inChromium } from "./in-chromium.ts";
import { calibration, middle, round, say, timed } from "./measure.ts";
import { against } from "./rivals.ts";
import { slowestText } from "./slow-texts.ts";

const context: AssessContext = { date: "2026-11-21" };

const bundled = bundledRuleset();
const model = shippedModel();
const posts = generatePosts(2_000, 600);

function assessing(names: number): void {
  const ruleset = generateRuleset(bundled, names);
  const from = performance.now();
  const compiled = compileRuleset(ruleset, { model });
  const made = performance.now() - from;
  const json = JSON.stringify(compiled);
  const engine = loadCompiled(JSON.parse(json));
  const assess = createAssessor(engine);
  const surfaces = posts.map((text): Surface => ({ site: "x", kind: "post", text }));
  say("assess-post", { names, units: 600, ...timed(surfaces, (surface) => void assess(surface, context)) });
  say("compile", {
    names,
    ms: round(made),
    jsonKB: round(json.length / 1024),
    calibration: round(calibration()),
  });
}

function sizes(): void {
  const compiled = compileRuleset(bundled, { model });
  const json = JSON.stringify(compiled);
  const parts = JSON.stringify([
    compiled.matcher,
    compiled.model,
    compiled.tickets,
    compiled.terms,
    compiled.parties,
  ]);
  const loads = Array.from({ length: 9 }, () => {
    const parsed: unknown = JSON.parse(json);
    const from = performance.now();
    loadCompiled(parsed);
    return performance.now() - from;
  });
  say("bundled-size", {
    jsonKB: round(json.length / 1024),
    modelAndMatcherCompressedKB: round(brotliCompressSync(parts).length / 1024),
    heapKB: round(heapOf(json)),
  });
  say("bundled-load", {
    firstMs: round(loads[0]!),
    medianMs: round(middle(loads)),
    calibration: round(calibration()),
  });
}

/** Growth of heap and array buffers by one engine with its assessor. */
function heapOf(json: string): number {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (collect === undefined) return Number.NaN;
  const used = (): number => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  const kept = createAssessor(loadCompiled(JSON.parse(json)));
  kept({ site: "x", kind: "post", text: "coblos nomor dua" }, context);
  const grown = used() - before;
  return kept.length >= 0 ? grown / 1024 : 0;
}

function stages(): void {
  const tokens = new TokenBuffer();
  say("tokenise-post", { units: 600, ...timed(posts, (text) => tokenise(text, tokens)) });
  say("normalise-post", { units: 600, ...timed(posts, (text) => void normalise(text)) });
}

stages();
assessing(3_000);
assessing(100_000);
sizes();
against(posts, 3_000);
slowestText(createAssessor(loadCompiled(compileRuleset(bundled, { model }))), context);
if (process.argv.includes("--chromium")) await inChromium(generateRuleset(bundled, 3_000), model, posts);
