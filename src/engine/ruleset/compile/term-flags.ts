import type { Term, TermRole } from "../schema/index.ts";

/** Read by `src/engine/detection/find/explicit` alone; in the scores that were fitted these roles have no place. */
export const GRAMMAR = 1;
/** A word of elections: beside it a name that many bear is a candidate's. */
export const ELECTORAL = 2;
/** Words of elections and offices, which tie talk to a contest while one runs. */
export const TALK = 4;
/** Of nothing but another election: an idol's, a class's, a village's. */
export const OTHER_ELECTION = 8;
/** Of elections, and asks for nothing: "calon bupati", "paslon", "TPS". */
export const CONTEXT = 16;
/**
 * From this bit on: how much a word calls. 3 "coblos", 2 "pilih", "menangkan", a gift, 1 "gas", "hadir", "paling siap",
 * 0 nothing.
 */
export const STRENGTH = 5;

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
const MIN_ELECTORAL_WEIGHT: Readonly<Partial<Record<TermRole, number>>> = {
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

/** From this weight on a word of volunteers is of nobody else. */
const MIN_TEAM_WEIGHT = 0.9;
/** From this weight on a word of a role is of nothing else. */
const MIN_SURE_WEIGHT = 0.8;

/** Of words of a role, the strength of those that are of nothing else; of the others it is one less. */
const ROLE_STRENGTH: Readonly<Partial<Record<TermRole, number>>> = {
  choose: 3,
  support: 2,
  join: 2,
  gift: 2,
  praise: 1,
  attack: 1,
};

/** What detection asks of a term again and again; known when it is compiled. */
export function flagsOf({ role, weight, text }: Term): number {
  let flags = 0;
  if (GRAMMAR_ROLES.has(role)) flags |= GRAMMAR;
  const minimum = MIN_ELECTORAL_WEIGHT[role];
  // "Nomer" alone is said of everything.
  if (minimum !== undefined && weight >= minimum && text !== "nomer") flags |= ELECTORAL;
  if (role === "context" || role === "office") flags |= TALK;
  if (role === "other-election" && weight >= 1) flags |= OTHER_ELECTION;
  if (role === "context" || (role === "volunteer-name" && weight >= MIN_TEAM_WEIGHT)) flags |= CONTEXT;
  const strength = ROLE_STRENGTH[role] ?? 0;
  return flags | ((strength > 0 && weight < MIN_SURE_WEIGHT ? strength - 1 : strength) << STRENGTH);
}
