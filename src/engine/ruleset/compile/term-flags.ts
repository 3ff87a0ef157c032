import type { Term, TermRole } from "../schema/index.ts";

/** Read only by `src/engine/detection/find/explicit`; these roles have no part in the fitted scores. */
export const GRAMMAR = 1;
/** An election word; beside it an ambiguous name is a candidate's. */
export const ELECTORAL = 2;
/** Election and office words, which tie talk to a running contest. */
export const TALK = 4;
/** A word that only another vote uses: of an idol, a class, a village. */
export const OTHER_ELECTION = 8;
/** An election word that asks for nothing: "calon bupati", "paslon", "TPS". */
export const CONTEXT = 16;
/**
 * First bit of the strength of a call: 3 "coblos"; 2 "pilih", "menangkan", a gift; 1 "gas", "hadir", "paling siap"; 0
 * nothing.
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

/** Minimum weight of an election word, by role. */
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

/** Minimum weight of a word that only volunteers use. */
const MIN_TEAM_WEIGHT = 0.9;
/** Minimum weight of a word that has no other meaning. */
const MIN_SURE_WEIGHT = 0.8;

/** Strength of unambiguous words by role; ambiguous ones have one less. */
const ROLE_STRENGTH: Readonly<Partial<Record<TermRole, number>>> = {
  choose: 3,
  support: 2,
  join: 2,
  gift: 2,
  praise: 1,
  attack: 1,
};

/** Flags of a term that detection needs often, computed when it is compiled. */
export function flagsOf({ role, weight, text }: Term): number {
  let flags = 0;
  if (GRAMMAR_ROLES.has(role)) flags |= GRAMMAR;
  const minimum = MIN_ELECTORAL_WEIGHT[role];
  // "Nomer" alone is used for everything.
  if (minimum !== undefined && weight >= minimum && text !== "nomer") flags |= ELECTORAL;
  if (role === "context" || role === "office") flags |= TALK;
  if (role === "other-election" && weight >= 1) flags |= OTHER_ELECTION;
  if (role === "context" || (role === "volunteer-name" && weight >= MIN_TEAM_WEIGHT)) flags |= CONTEXT;
  const strength = ROLE_STRENGTH[role] ?? 0;
  return flags | ((strength > 0 && weight < MIN_SURE_WEIGHT ? strength - 1 : strength) << STRENGTH);
}
