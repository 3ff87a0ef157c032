import { type Engine, ticketName } from "../../ruleset/compile/engine.ts";
import { MENTION } from "../../text/token-buffer.ts";
import type { Finding } from "./finding.ts";
import { findingAt, type TextAnalysis } from "./text-analysis.ts";

/** Maximum number of mentions looked up in one text; spam tags hundreds. */
const MAX_MENTIONS = 8;
const CAMPAIGN_KINDS: ReadonlySet<string> = new Set(["candidate", "team", "volunteer", "party"]);

/** Finds "@name" of a listed account of a candidate, a team, volunteers or a party. */
export function findMentions(engine: Engine, analysis: TextAnalysis, out: Finding[]): void {
  const { tokens } = analysis;
  let seen = 0;
  for (let i = 0; i < tokens.count && seen < MAX_MENTIONS; i++) {
    if (tokens.kind[i] !== MENTION) continue;
    seen++;
    const handle = analysis.text.slice(tokens.start[i]! + 1, tokens.end[i]!);
    const account = engine.accounts.findMentioned(analysis.site, handle);
    if (account === undefined || !CAMPAIGN_KINDS.has(account.kind)) continue;
    const name = account.name ?? `@${account.handle ?? handle}`;
    const ticket = engine.tickets.findIndex((row) => row[0] === account.ticket);
    const values = { name, ticket: ticket < 0 ? name : ticketName(engine, ticket) };
    out.push(
      findingAt(analysis, "mention", i, i + 1, {
        key: "mention",
        values,
        ref: account.id,
        ...(ticket < 0 ? {} : { ticket }),
      }),
    );
    return;
  }
}
