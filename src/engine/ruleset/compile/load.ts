import { errorText } from "../../../domain/error-text.ts";
import { loadTrees } from "../../text/decision-trees.ts";
import { Matcher } from "../../text/matcher.ts";
import { loadModel } from "../../text/model.ts";
import { WordList } from "../../text/word-list.ts";
import { AccountTable } from "./accounts.ts";
import type { Engine, LoadedTerm } from "./engine.ts";
import {
  COMPILED_FORMAT,
  type CompiledRuleset,
  type PackedRuleset,
  type TermRow,
  type TicketRow,
} from "./format.ts";
import { accountsOfSite, describeMissingPart, isRecord, partsOf } from "./pack.ts";
import { unpackTickets } from "./tickets.ts";

/** A compiled form that this version cannot read; it must be compiled again. */
class CompiledError extends Error {
  override name = "CompiledError";
}

function checkFormat(json: unknown): CompiledRuleset | PackedRuleset {
  if (!isRecord(json)) throw new CompiledError("compiled ruleset: not an object");
  if (json.compiled !== COMPILED_FORMAT) {
    throw new CompiledError(
      `compiled ruleset: format ${String(json.compiled)}, this version reads ${COMPILED_FORMAT}`,
    );
  }
  if (typeof json.tickets !== "string") throw new CompiledError('compiled ruleset: "tickets" is not a text');
  for (const part of ["matcher", "beside"])
    if (!isRecord(json[part])) throw new CompiledError(`compiled ruleset: "${part}" is missing`);
  const problem = describeMissingPart(json);
  if (problem) throw new CompiledError(`compiled ruleset: ${problem}`);
  return json as unknown as CompiledRuleset | PackedRuleset;
}

/** Reads rows by index: destructuring costs three times as much in code that runs once per page. */
function loadTerms(rows: readonly TermRow[]): LoadedTerm[] {
  const calls = new Set<string>();
  for (const row of rows) if (row[1] === "call-to-vote") calls.add(row[0]);
  return rows.map((row) => ({
    text: row[0],
    role: row[1],
    weight: row[2],
    topic: row[3],
    flags: row[4],
    number: row[5] ?? 0,
    calls: row[1] === "ballot-number" && row[0].split(" ").some((word) => calls.has(word)),
  }));
}

/**
 * Loads a compiled ruleset, packed or not. Of a packed one, lexicon, roster and law are parsed when a text first
 * matches them, and a site's accounts when the first author is looked up. @throws CompiledError if it cannot be read.
 */
export function loadCompiled(stored: unknown): Engine {
  const data = checkFormat(stored);
  try {
    const part = partsOf(data);
    let tickets: TicketRow[] | undefined;
    let terms: LoadedTerm[] | undefined;
    return {
      get law() {
        return part("law");
      },
      matcher: new Matcher(data.matcher),
      model: data.model === undefined ? undefined : loadModel(data.model),
      trees: data.trees === undefined ? undefined : loadTrees(data.trees),
      get tickets() {
        tickets ??= unpackTickets(data.tickets, part("contests"));
        return tickets;
      },
      get contests() {
        return part("contests");
      },
      get parties() {
        return part("parties");
      },
      get terms() {
        terms ??= loadTerms(part("terms"));
        return terms;
      },
      lists: Object.fromEntries(
        Object.entries(data.beside).map(([role, words]) => [role, new WordList(words)]),
      ) as Engine["lists"],
      accounts: new AccountTable(
        () => part("accounts"),
        (site) => accountsOfSite(data, site),
      ),
    };
  } catch (error) {
    throw new CompiledError(`compiled ruleset: damaged (${errorText(error)})`);
  }
}
