import type { Engine } from "../../ruleset/compile/engine.ts";
import { extractFeatures, TextFeatures, tokenPulls } from "../../text/model.ts";
import { formOf } from "../score/stacking.ts";
import { MODEL_FLOOR, MODEL_SAID, MODEL_STRONG } from "../score/weights.ts";
import type { Found } from "./finding.ts";
import type { Reading } from "./text-analysis.ts";

/** Words named as those that weighed most. */
const SAID_WORDS = 3;

const features = new TextFeatures();
const pulls = new Float64Array(16_000);

/** The text model's word on a reading. It always counts; it is named as a reason only where it speaks up. */
export function modelFound(engine: Engine, reading: Reading): Found | undefined {
  if (engine.model === undefined || reading.tokens.count === 0) return undefined;
  const { logit } = reading;
  const words = logit >= MODEL_SAID ? heaviest(engine, reading) : [];
  return {
    signal: "model",
    field: reading.field,
    start: 0,
    end: 0,
    text: words.join(", "),
    share: Math.max(logit, MODEL_FLOOR),
    strong: logit >= MODEL_STRONG,
    key: "model",
    values: { words: words.join(", ") },
    form: formOf(reading),
  };
}

function heaviest(engine: Engine, reading: Reading): string[] {
  const { tokens } = reading;
  extractFeatures(tokens, reading.masked, features);
  tokenPulls(engine.model!, features, tokens.count, pulls);
  const chosen: number[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const pull = pulls[i]!;
    if (pull <= 0 || tokens.to[i]! - tokens.from[i]! < 2) continue;
    if (chosen.length === SAID_WORDS && pull <= pulls[chosen[SAID_WORDS - 1]!]!) continue;
    let at = chosen.length;
    while (at > 0 && pulls[chosen[at - 1]!]! < pull) at--;
    chosen.splice(at, 0, i);
    if (chosen.length > SAID_WORDS) chosen.pop();
  }
  return chosen.map((i) => reading.text.slice(tokens.start[i]!, tokens.end[i]!));
}
