import type { Engine } from "../../ruleset/compile/engine.ts";
import { extractFeatures, TextFeatures, tokenPulls } from "../../text/model.ts";
import { textForm } from "../score/stacking.ts";
import { MIN_MODEL_LOGIT, MODEL_SHOWN_AT, MODEL_STRONG_AT } from "../score/weights.ts";
import type { Finding } from "./finding.ts";
import type { TextAnalysis } from "./text-analysis.ts";

/** Number of words shown as the heaviest. */
const SHOWN_WORDS = 3;

const features = new TextFeatures();
const pulls = new Float64Array(16_000);

/** Turns the text model's score into a finding. It always counts, but shows words only from `MODEL_SHOWN_AT` on. */
export function modelFinding(engine: Engine, analysis: TextAnalysis): Finding | undefined {
  if (engine.model === undefined || analysis.tokens.count === 0) return undefined;
  const { logit } = analysis;
  const words = logit >= MODEL_SHOWN_AT ? heaviestWords(engine, analysis) : [];
  return {
    signal: "model",
    field: analysis.field,
    start: 0,
    end: 0,
    text: words.join(", "),
    share: Math.max(logit, MIN_MODEL_LOGIT),
    strong: logit >= MODEL_STRONG_AT,
    key: "model",
    values: { words: words.join(", ") },
    form: textForm(analysis),
  };
}

function heaviestWords(engine: Engine, analysis: TextAnalysis): string[] {
  const { tokens } = analysis;
  extractFeatures(tokens, analysis.masked, features);
  tokenPulls(engine.model!, features, tokens.count, pulls);
  const chosen: number[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const pull = pulls[i]!;
    if (pull <= 0 || tokens.to[i]! - tokens.from[i]! < 2) continue;
    if (chosen.length === SHOWN_WORDS && pull <= pulls[chosen[SHOWN_WORDS - 1]!]!) continue;
    let at = chosen.length;
    while (at > 0 && pulls[chosen[at - 1]!]! < pull) at--;
    chosen.splice(at, 0, i);
    if (chosen.length > SHOWN_WORDS) chosen.pop();
  }
  return chosen.map((i) => analysis.text.slice(tokens.start[i]!, tokens.end[i]!));
}
