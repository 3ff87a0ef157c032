import type { Engine } from "../../../ruleset/compile/engine.ts";
import { PAYLOAD } from "../../../ruleset/compile/format.ts";
import { CONTEXT, GRAMMAR, STRENGTH } from "../../../ruleset/compile/term-flags.ts";
import type { TermRole } from "../../../ruleset/schema/index.ts";
import { endsSentence, type TokenBuffer } from "../../../text/token-buffer.ts";
import type { TextAnalysis } from "../text-analysis.ts";

/** A grammar word in a text, at tokens `first … last − 1`. */
export interface Cue {
  role: TermRole;
  weight: number;
  /** Strength of the call; see `STRENGTH`. */
  strength: number;
  first: number;
  last: number;
}

/** The grammar words of one text. Every `readCues` refills it. */
export interface Cues {
  all: Cue[];
  /** True if an election word that asks for nothing occurs: "calon bupati", "paslon", "TPS". */
  context: boolean;
  /** True if a word calls to act. */
  hasCall: boolean;
  otherElection: number;
  /** True if a word occurs that only elections use: "coblos". */
  sure: boolean;
  /** Value of the number word at each token; otherwise 0. */
  readonly numbers: Uint8Array;
  /** True if a number word occurs. */
  numbered: boolean;
}

/** To be filled by `readCues`. */
export const newCues = (): Cues => ({ all: [], numbers: new Uint8Array(16_000) }) as unknown as Cues;

/** Words of trade ("kios") describe an account, not the subject of a text. */
const TRADE_WEIGHT = 0.3;
/** Maximum number of cues per text; only a hostile text has more. */
const MAX_CUES = 200;
/** Weight of "jangan lupa", "inget", "kompak": these call only beside a number that stands for a candidate. */
export const REMINDER = 0.7;
/** Cues of earlier texts, refilled: a feed of posts would otherwise leave thousands behind. */
const cuePool: Cue[] = [];

export function readCues(engine: Engine, { matches, tokens }: TextAnalysis, into: Cues): void {
  const { terms } = engine;
  into.all.length = 0;
  into.context = false;
  into.hasCall = false;
  into.otherElection = 0;
  into.sure = false;
  into.numbers.fill(0, 0, tokens.count);
  into.numbered = false;
  for (let m = 0; m < matches.count && into.all.length < MAX_CUES; m++) {
    const value = matches.payload[m]!;
    if ((value & 15) !== PAYLOAD.term) continue;
    const term = terms[value >>> 4];
    if (term === undefined) continue;
    const { flags } = term;
    if ((flags & CONTEXT) !== 0) into.context = true;
    if ((flags & GRAMMAR) === 0) continue;
    const { role, weight } = term;
    if (role === "number-word") {
      into.numbers[matches.first[m]!] = term.number;
      into.numbered = true;
    } else {
      if (role === "other-election" && weight > Math.max(into.otherElection, TRADE_WEIGHT))
        into.otherElection = weight;
      if (role === "choose" && weight === 1) into.sure = true;
      const strength = flags >> STRENGTH;
      if (strength > 0) into.hasCall = true;
      const cue = cuePool[into.all.length] ?? ({} as Cue);
      cuePool[into.all.length] = cue;
      cue.role = role;
      cue.weight = weight;
      cue.strength = strength;
      cue.first = matches.first[m]!;
      cue.last = matches.last[m]!;
      into.all.push(cue);
    }
  }
}

/** True if no sentence or line ends between two tokens. */
export function isSameSentence(tokens: TokenBuffer, one: number, other: number): boolean {
  const from = Math.min(one, other);
  const to = Math.max(one, other);
  for (let i = from; i < to; i++) if (endsSentence(tokens, i)) return false;
  return true;
}
