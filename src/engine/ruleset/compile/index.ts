import { PatternBuilder } from "../../text/pattern-builder.ts";
import { SLANG } from "../../text/slang.ts";
import type { Ruleset } from "../schema/index.ts";
import { CONTEXT_WORDS } from "./context-words.ts";
import {
  COMPILED_FORMAT,
  type CompiledRuleset,
  type ContestRow,
  type Law,
  type ModelFile,
  type TermRow,
  type TicketRow,
} from "./format.ts";
import { addLexicon, addTagWords } from "./lexicon.ts";
import { NamePatterns } from "./name-patterns.ts";
import { flagsOf } from "./term-flags.ts";
import { packTickets } from "./tickets.ts";

export type { Engine } from "./engine.ts";
export type { CompiledRuleset } from "./format.ts";
export { loadCompiled } from "./load.ts";
export { packCompiled } from "./pack.ts";

/** Words that may stand inside a name or between the two names of a pair. */
const SKIPPABLE_WORDS =
  "dan & x and pak bapak bu ibu mas mbak kang teh gus ning cak bang abang bung haji h hj dr kh tgk";

/**
 * Maximum number of tickets whose pair names are also matched as one word; a larger roster would exceed the storage.
 */
const MAX_TICKETS_JOINED = 10_000;

export interface CompileOptions {
  model?: ModelFile | undefined;
  /** Word list to use if there is no model yet (in training). */
  everyday?: string | undefined;
}

/**
 * Compiles a ruleset into the form every page loads: all names and phrases as one matcher, with accounts, tickets and
 * law unchanged. Runs once, on install or update. `model` is the text model to include; without one, unlisted words
 * count for nothing.
 */
export function compileRuleset(ruleset: Ruleset, options: CompileOptions = {}): CompiledRuleset {
  const builder = new PatternBuilder();
  for (const [canonical, variant] of SLANG) builder.addSpelling(canonical, variant);
  /* Site overrides of the layers are delivered separately (src/background/rules/site-overrides.ts). */
  const { roster, lexicon, ordinary, sites: _, ...law } = ruleset;
  const everyday = (options.model?.everyday ?? options.everyday ?? "").split(" ");
  const count = roster.contests.reduce((sum, contest) => sum + contest.tickets.length, 0);
  const names = new NamePatterns(builder, ordinary, everyday, count <= MAX_TICKETS_JOINED);
  const tickets: TicketRow[] = [];
  const contests: ContestRow[] = [];
  for (const contest of roster.contests) {
    const { id, election, kind, region, name } = contest;
    contests.push([id, election, kind, region ?? "", name.id, name.en ?? name.id]);
    for (const ticket of contest.tickets) {
      names.addTicket(ticket, tickets.length);
      const candidateNames = ticket.candidates.map((candidate) => candidate.name);
      tickets.push([ticket.id, ticket.number, contests.length - 1, ...candidateNames]);
    }
  }
  for (const [index, party] of roster.parties.entries()) names.addParty(party, index);
  names.finish();
  addLexicon(builder, lexicon);
  addTagWords(builder, ruleset);
  return {
    compiled: COMPILED_FORMAT,
    law: law satisfies Law,
    matcher: builder.build(SKIPPABLE_WORDS),
    tickets: packTickets(tickets, contests),
    contests,
    parties: roster.parties.map(({ id, number, short, name }) => ({ id, number, short, name })),
    accounts: roster.accounts,
    terms: lexicon.map((term): TermRow => {
      const { text, role, weight, topic = "", number } = term;
      const row = [text, role, weight, topic, flagsOf(term)] as const;
      return number === undefined ? row : [...row, number];
    }),
    beside: CONTEXT_WORDS,
    // The word list is needed only here; a page loads just the weights.
    ...(options.model ? modelParts(options.model) : {}),
  };
}

function modelParts({ trees, ...model }: ModelFile): Pick<CompiledRuleset, "model" | "trees"> {
  return { model: { ...model, everyday: "" }, ...(trees ? { trees } : {}) };
}
