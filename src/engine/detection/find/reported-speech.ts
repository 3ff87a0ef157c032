import { URL } from "../../text/token-buffer.ts";
import type { Found } from "./finding.ts";
import { type Reading, silent } from "./text-analysis.ts";

/**
 * Somebody's words retold with a link to read on: how newsrooms post. Silent, for it is no reason of its own; it only
 * asks a dialog to be surer (REPORT_SURE). Of 41 dialogs on 43,293 texts labelled neutral by their source it kept 20
 * away, and 1.0 of 50.1 points of recall.
 */
export function findReport(reading: Reading, out: Found[]): void {
  const { tokens, beside } = reading;
  if ((tokens.kinds & (1 << URL)) === 0) return;
  for (let i = 0; i < tokens.count; i++) {
    if (!beside.told.has(tokens, i)) continue;
    out.push(silent("report", reading.field, 1));
    return;
  }
}
