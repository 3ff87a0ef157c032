import type { Engine } from "../../ruleset/compiled/engine.ts";
import { PAYLOAD } from "../../ruleset/compiled/types.ts";
import type { TermRole } from "../../ruleset/types.ts";
import { STOP_AFTER, type TokenBuffer } from "../../text/buffer.ts";
import type { Reading } from "../reading.ts";
import { GRAMMAR, termFlags } from "../term-flags.ts";

/** A word of the grammar in a text: tokens `first … last − 1`. */
export interface Cue {
  role: TermRole;
  weight: number;
  /** How much it calls: 3 "coblos", 2 "pilih", "menangkan", a gift, 1 "gas", "hadir", "paling siap", 0 nothing. */
  strength: number;
  first: number;
  last: number;
}

/** The grammar's words in one text. Refilled by every `readCues`. */
export interface Cues {
  all: Cue[];
  /** Words of elections that ask for nothing: "calon bupati", "paslon", "TPS". */
  context: boolean;
  otherElection: number;
  /** A word of nothing but elections: "coblos". */
  ballot: boolean;
  /** What a number word at a token means; nothing elsewhere. */
  numbers: Map<number, number>;
}

export const newCues = (): Cues => ({
  all: [],
  context: false,
  otherElection: 0,
  ballot: false,
  numbers: new Map(),
});

/** More cues than this a text only has in order to have them. */
const MOST = 200;
/** Cues are many and short-lived: made once, filled again. */
const pool: Cue[] = [];

function add(into: Cues, role: TermRole, weight: number, first: number, last: number): void {
  const at = into.all.length;
  let cue = pool[at];
  if (cue === undefined) {
    cue = { role, weight, strength: strengthOf(role, weight), first, last };
    pool.push(cue);
  } else {
    cue.role = role;
    cue.weight = weight;
    cue.strength = strengthOf(role, weight);
    cue.first = first;
    cue.last = last;
  }
  into.all.push(cue);
}

/** Weight of "jangan lupa", "inget", "kompak": beside a number that stands for somebody they call. */
export const REMINDER = 0.7;
/** From this weight on a word of a role is of nothing else. */
const SURE = 0.8;

function strengthOf(role: TermRole, weight: number): number {
  switch (role) {
    case "choose":
      return weight >= SURE ? 3 : 2;
    case "support":
    case "join":
    case "gift":
      return weight >= SURE ? 2 : 1;
    case "praise":
    case "attack":
      return weight >= SURE ? 1 : 0;
    default:
      return 0;
  }
}

/** From this weight on a word of volunteers is of nobody else. */
const TEAM = 0.9;

export function readCues(engine: Engine, { matches }: Reading, into: Cues): void {
  const flags = termFlags(engine);
  into.all.length = 0;
  into.context = false;
  into.otherElection = 0;
  into.ballot = false;
  if (into.numbers.size > 0) into.numbers.clear();
  for (let m = 0; m < matches.count && into.all.length < MOST; m++) {
    const value = matches.payload[m]!;
    if ((value & 15) !== PAYLOAD.term) continue;
    const index = value >>> 4;
    const term = engine.terms[index];
    if (term === undefined) continue;
    const { role, weight } = term;
    if ((flags[index]! & GRAMMAR) === 0) {
      if (role === "context" || (role === "volunteer-name" && weight >= TEAM)) into.context = true;
      continue;
    }
    if (role === "number-word") into.numbers.set(matches.first[m]!, term.number);
    else {
      if (role === "other-election" && weight > into.otherElection) into.otherElection = weight;
      if (role === "choose" && weight === 1) into.ballot = true;
      add(into, role, weight, matches.first[m]!, matches.last[m]!);
    }
  }
}

/** True where no sentence or line ends between two tokens. */
export function sameSentence(tokens: TokenBuffer, one: number, other: number): boolean {
  const from = Math.min(one, other);
  const to = Math.max(one, other);
  for (let i = from; i < to; i++) if ((tokens.flags[i]! & STOP_AFTER) !== 0) return false;
  return true;
}
