import type { Engine } from "../../ruleset/compiled/engine.ts";
import { PAYLOAD } from "../../ruleset/compiled/types.ts";
import type { TermRole } from "../../ruleset/types.ts";
import { STOP_AFTER, type TokenBuffer } from "../../text/buffer.ts";
import type { Reading } from "../reading.ts";

/** A word of the grammar in a text: tokens `first … last − 1`. */
export interface Cue {
  role: TermRole;
  weight: number;
  first: number;
  last: number;
}

/** The grammar's words in one text. Refilled by every `readCues`. */
export interface Cues {
  all: Cue[];
  /** Words of elections that ask for nothing: "calon bupati", "paslon", "TPS". */
  context: boolean;
  otherElection: number;
  /** What a number word at a token means; 0 elsewhere. */
  numbers: Map<number, number>;
}

export const newCues = (): Cues => ({ all: [], context: false, otherElection: 0, numbers: new Map() });

/** More cues than this a text only has in order to have them. */
const MOST = 200;

const ROLES: ReadonlySet<TermRole> = new Set<TermRole>([
  "choose",
  "support",
  "join",
  "gift",
  "praise",
  "attack",
  "mention",
  "other-election",
  "past",
]);

export function readCues(engine: Engine, { matches }: Reading, into: Cues): void {
  into.all.length = 0;
  into.context = false;
  into.otherElection = 0;
  into.numbers.clear();
  for (let m = 0; m < matches.count && into.all.length < MOST; m++) {
    const value = matches.payload[m]!;
    if ((value & 15) !== PAYLOAD.term) continue;
    const term = engine.terms[value >>> 4];
    if (term === undefined) continue;
    const first = matches.first[m]!;
    const last = matches.last[m]!;
    const { role, weight } = term;
    if (role === "number-word") into.numbers.set(first, term.number);
    else if (role === "context" || (role === "volunteer-name" && weight >= 0.9)) into.context = true;
    else if (role === "other-election") {
      into.otherElection = Math.max(into.otherElection, weight);
      into.all.push({ role, weight, first, last });
    } else if (ROLES.has(role)) into.all.push({ role, weight, first, last });
  }
}

/** True where no sentence or line ends between two tokens. */
export function sameSentence(tokens: TokenBuffer, one: number, other: number): boolean {
  const from = Math.min(one, other);
  const to = Math.max(one, other);
  for (let i = from; i < to; i++) if ((tokens.flags[i]! & STOP_AFTER) !== 0) return false;
  return true;
}
