import { Matcher } from "../../text/matcher.ts";
import { loadModel } from "../../text/model.ts";
import { loadTrees } from "../../text/trees.ts";
import { AccountTable } from "./accounts.ts";
import type { Engine, LoadedTerm } from "./engine.ts";
import { unpackTickets } from "./tickets.ts";
import { COMPILED_FORMAT, type CompiledRuleset, type TermRow } from "./types.ts";

/** A compiled form this version cannot read: compile again from the source. */
export class CompiledError extends Error {
  override name = "CompiledError";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function check(json: unknown): CompiledRuleset {
  if (!isRecord(json)) throw new CompiledError("compiled ruleset: not an object");
  if (json.compiled !== COMPILED_FORMAT) {
    throw new CompiledError(
      `compiled ruleset: format ${String(json.compiled)}, this version reads ${COMPILED_FORMAT}`,
    );
  }
  if (typeof json.tickets !== "string") throw new CompiledError('compiled ruleset: "tickets" is not a text');
  for (const key of ["contests", "parties", "accounts", "terms"]) {
    if (!Array.isArray(json[key])) throw new CompiledError(`compiled ruleset: "${key}" is not a list`);
  }
  for (const key of ["law", "matcher"]) {
    if (!isRecord(json[key])) throw new CompiledError(`compiled ruleset: "${key}" is missing`);
  }
  return json as unknown as CompiledRuleset;
}

function loadTerms(rows: readonly TermRow[]): LoadedTerm[] {
  const calls = new Set(rows.filter((row) => row[1] === "call-to-vote").map((row) => row[0]));
  return rows.map(([text, role, weight, topic]) => ({
    text,
    role,
    weight,
    topic,
    calls: role === "ballot-number" && text.split(" ").some((word) => calls.has(word)),
  }));
}

/** Makes a compiled ruleset ready for looking up. Throws CompiledError where it cannot be read. */
export function loadCompiled(json: unknown): Engine {
  const data = check(json);
  try {
    return {
      law: data.law,
      matcher: new Matcher(data.matcher),
      model: data.model === undefined ? undefined : loadModel(data.model),
      trees: data.trees === undefined ? undefined : loadTrees(data.trees),
      tickets: unpackTickets(data.tickets, data.contests),
      contests: data.contests,
      parties: data.parties,
      terms: loadTerms(data.terms),
      accounts: new AccountTable(data.accounts),
    };
  } catch (error) {
    throw new CompiledError(
      `compiled ruleset: damaged (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}
