import { URL } from "../../text/token-buffer.ts";
import type { Finding } from "./finding.ts";
import { silentFinding, type TextAnalysis } from "./text-analysis.ts";

/**
 * Somebody's words retold with a link to read on: how newsrooms post. Silent, for it is no reason of its own; it only
 * asks a dialog to be surer (REPORT_SURE). Of 41 dialogs on 43,293 texts labelled neutral by their source it kept 20
 * away, and 1.0 of 50.1 points of recall.
 */
export function findReportedSpeech(analysis: TextAnalysis, out: Finding[]): void {
  const { tokens, lists } = analysis;
  if ((tokens.kinds & (1 << URL)) === 0) return;
  for (let i = 0; i < tokens.count; i++) {
    if (!lists.told.has(tokens, i)) continue;
    out.push(silentFinding("report", analysis.field, 1));
    return;
  }
}
