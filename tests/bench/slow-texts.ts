import type { AssessContext } from "../../src/domain/assessment.ts";
import type { Assess } from "../../src/engine/detection/assess.ts";
import { slowTexts } from "./generated.ts";
import { calibration, middle, RUNS, round, say } from "./measure.ts";

/** Limit in milliseconds for every text. */
const LIMIT = 1;

/** 10,000 texts built to be slow, in three runs over all of them; the best time of each counts. */
export function slowestText(assess: Assess, context: AssessContext): void {
  const texts = slowTexts(10_000);
  const wall = new Float64Array(texts.length).fill(Number.POSITIVE_INFINITY);
  let crashed = 0;
  for (let run = 0; run < RUNS; run++) {
    for (const [i, text] of texts.entries()) {
      const from = performance.now();
      try {
        assess({ site: "x", kind: "post", text }, context);
      } catch {
        crashed++;
      }
      wall[i] = Math.min(wall[i]!, performance.now() - from);
    }
  }
  const slowest = wall.indexOf(Math.max(...wall));
  say("worst-texts", {
    texts: texts.length,
    medianMs: round(middle([...wall]), 3),
    slowestMs: round(wall[slowest]!, 3),
    above1ms: wall.filter((ms) => ms > LIMIT).length,
    crashed,
    which: texts[slowest]!.slice(0, 24),
    calibration: round(calibration()),
  });
}
