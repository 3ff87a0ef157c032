import type { Engine, LoadedTerm } from "../ruleset/compiled/engine.ts";
import type { TermRole } from "../ruleset/types.ts";

/** Read by `src/detect/explicit` alone; in the scores that were fitted these roles have no place. */
export const GRAMMAR = 1;
/** A word of elections: beside it a name that many bear is a candidate's. */
export const ELECTORAL = 2;
/** Words of elections and offices, which tie talk to a contest while one runs. */
export const TALK = 4;
/** Of nothing but another election: an idol's, a class's, a village's. */
export const OTHER_ELECTION = 8;

const GRAMMAR_ROLES: ReadonlySet<TermRole> = new Set<TermRole>([
  "choose",
  "support",
  "join",
  "gift",
  "praise",
  "attack",
  "mention",
  "other-election",
  "past",
  "number-word",
]);

/** From this weight on a term of the role is a word of elections. */
const LEAST: Readonly<Partial<Record<TermRole, number>>> = {
  context: 0.5,
  "call-to-vote": 0.9,
  "ballot-number": 0.9,
  slogan: 0.7,
  victory: 0.8,
  "volunteer-name": 0.9,
  programme: 0.6,
  event: 0.7,
  attribute: 0.6,
  choose: 0.9,
};

function flagsOf({ role, weight, text }: LoadedTerm): number {
  let flags = 0;
  if (GRAMMAR_ROLES.has(role)) flags |= GRAMMAR;
  const least = LEAST[role];
  // "Nomer" alone is said of everything.
  if (least !== undefined && weight >= least && text !== "nomer") flags |= ELECTORAL;
  if (role === "context" || role === "office") flags |= TALK;
  if (role === "other-election" && weight >= 1) flags |= OTHER_ELECTION;
  return flags;
}

const kept = new WeakMap<Engine, Uint8Array>();

/** What detection asks of a term again and again, by its index. */
export function termFlags(engine: Engine): Uint8Array {
  let flags = kept.get(engine);
  if (flags === undefined) {
    flags = Uint8Array.from(engine.terms, flagsOf);
    kept.set(engine, flags);
  }
  return flags;
}
