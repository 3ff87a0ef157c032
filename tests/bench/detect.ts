/**
 * Figures of detection, one JSON line each: `npm run bench:detect`. Absolute times stand beside a calibration loop of
 * the same run (`calibration`: milliseconds for ten million integer multiplications), median of three runs.
 */
import { brotliCompressSync } from "node:zlib";
import AhoCorasick from "modern-ahocorasick";
import { BUNDLED, readJson, shippedModel } from "../../scripts/detect/load.ts";
import { createAssessor } from "../../src/detect/assess.ts";
import type { AssessContext, Surface } from "../../src/detect/types.ts";
import { compileRuleset, loadCompiled } from "../../src/ruleset/compile.ts";
import type { Ruleset } from "../../src/ruleset/types.ts";
import { TokenBuffer } from "../../src/text/buffer.ts";
import { Matcher, Matches } from "../../src/text/matcher.ts";
import { normalise } from "../../src/text/normalise.ts";
import { PatternBuilder } from "../../src/text/patterns.ts";
import { tokenise } from "../../src/text/tokenise.ts";
import { madeNames, madePosts, madeRuleset, worstTexts } from "./made.ts";

const RUNS = 3;
const context: AssessContext = { date: "2026-11-21" };

const say = (figure: string, values: Record<string, number | string>): void =>
  console.log(JSON.stringify({ figure, ...values }));
const round = (value: number, digits = 2): number => Number(value.toFixed(digits));
const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const share = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))]!;

function calibration(): number {
  const from = performance.now();
  let value = 1;
  for (let i = 0; i < 10_000_000; i++) value = Math.imul(value ^ i, 0x01000193);
  return value === 0 ? 0 : performance.now() - from;
}

/** Microseconds of each call, after one round to warm up. */
function each<T>(items: readonly T[], work: (item: T) => void): number[] {
  for (const item of items) work(item);
  return items.map((item) => {
    const from = performance.now();
    work(item);
    return (performance.now() - from) * 1000;
  });
}

/** Median of three runs: median and 99th percentile in microseconds. */
function timed<T>(
  items: readonly T[],
  work: (item: T) => void,
): { median: number; p99: number; calibration: number } {
  const runs = Array.from({ length: RUNS }, () => ({ times: each(items, work), calibration: calibration() }));
  return {
    median: round(middle(runs.map((run) => middle(run.times)))),
    p99: round(middle(runs.map((run) => share(run.times, 0.99)))),
    calibration: round(middle(runs.map((run) => run.calibration))),
  };
}

const bundled = readJson(BUNDLED) as Ruleset;
const model = shippedModel();
const posts = madePosts(2_000, 600);

function assessing(names: number): void {
  const ruleset = madeRuleset(bundled, names);
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
  const engine = loadCompiled(JSON.parse(json));
  say("bundled-size", {
    jsonKB: round(json.length / 1024),
    modelAndMatcherCompressedKB: round(brotliCompressSync(parts).length / 1024),
    tablesInMemoryKB: round((engine.matcher.bytes + (engine.model?.weights.byteLength ?? 0)) / 1024),
    heapKB: round(heapOf(json)),
  });
  say("bundled-load", {
    firstMs: round(loads[0]!),
    medianMs: round(middle(loads)),
    calibration: round(calibration()),
  });
}

/** Growth of heap and array buffers by one loaded engine with its assessor. */
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

/** Matching alone, the same names for all: ours with folding, one expression, an Aho-Corasick automaton. */
function against(count: number): void {
  const names = madeNames(count);
  const builder = new PatternBuilder();
  for (const [i, name] of names.entries()) builder.add(name, i);
  const matcher = new Matcher(builder.build(""));
  const tokens = new TokenBuffer();
  const matches = new Matches();
  const lower = posts.map((text) => text.toLowerCase());
  const ours = timed(posts, (text) => {
    tokenise(text, tokens);
    matcher.find(tokens, matches);
  });
  say("match-ours", { names: count, with: "folding, positions", ...ours });
  const escaped = names.map((name) => name.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const expression = new RegExp(`\\b(?:${escaped.join("|")})\\b`, "g");
  const few = lower.slice(0, count > 10_000 ? 20 : 200);
  const regex = timed(few, (text) => void text.match(expression));
  say("match-regex", { names: count, ...regex, timesOurs: round(regex.median / ours.median) });
  const automaton = new AhoCorasick(names.map((name) => name.toLowerCase()));
  const other = timed(lower, (text) => void automaton.search(text));
  say("match-modern-ahocorasick", { names: count, ...other, timesOurs: round(other.median / ours.median) });
}

function worst(): void {
  const engine = loadCompiled(compileRuleset(bundled, { model }));
  const assess = createAssessor(engine);
  let slowest = 0;
  let which = "";
  let above = 0;
  let crashed = 0;
  const texts = worstTexts(10_000);
  for (const text of texts) {
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < RUNS; run++) {
      const from = performance.now();
      try {
        assess({ site: "x", kind: "post", text }, context);
      } catch {
        crashed++;
      }
      best = Math.min(best, performance.now() - from);
    }
    if (best > 1) above++;
    if (best > slowest) {
      slowest = best;
      which = text.slice(0, 24);
    }
  }
  say("worst-texts", {
    texts: texts.length,
    slowestMs: round(slowest, 3),
    above1ms: above,
    crashed,
    which,
    calibration: round(calibration()),
  });
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
against(3_000);
worst();
