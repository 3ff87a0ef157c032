import type { Engine } from "../../../ruleset/compile/engine.ts";
import { QUESTION_AFTER, STOP_AFTER, type TokenBuffer, WORD } from "../../../text/token-buffer.ts";
import { isElectionTime, isLive, isLocal, isRunningNow, type Situation } from "../../situation.ts";
import type { Found } from "../finding.ts";
import type { Names } from "../names.ts";
import { found, type Reading, silent } from "../text-analysis.ts";
import { type Cue, newCues, REMINDER, readCues, sameSentence } from "./cues.ts";
import { isPast, isQuoted, isSpokenOf } from "./mention.ts";
import { NOBODY, readTargets, type Target } from "./targets.ts";

/**
 * Explicit material: a call and whom it is about. Both are graded; together they must reach `ENOUGH`, in any wording and
 * language of the lexicon, whatever the learnt score says.
 */
const ENOUGH = 5;
/** Words between a call and whom it is about; a short text is one thought. */
const REACH = 12;
const SHORT = 30;
/** Under a debate so short an answer is about whom the number stands for. */
const SHORT_ANSWER = 14;
/** Words between "jangan lupa" and the number that is not to be forgotten. */
const BEHIND_REMINDER = 6;
/** Words between a call and the party it is for. */
const BEHIND_CALL = 3;

const cues = newCues();

interface Best {
  total: number;
  call: Cue | undefined;
  target: Target;
}

/** Finds explicit material in a text that was just read; `from`: where its findings begin in `out`. */
export function findExplicit(
  engine: Engine,
  reading: Reading,
  names: Names,
  out: Found[],
  from: number,
  situation: Situation,
): void {
  readCues(engine, reading, cues);
  if (situation.elsewhere) cues.otherElection = 1;
  if (!mayCall(names, out, from, situation)) return;
  const targets = readTargets(engine, reading, cues, names, out, from);
  if (targets.length === 0 && !situation.campaign) return;
  const best = bestOf(engine, reading, targets, situation) ?? leaningOf(engine, reading, targets, situation);
  const ruled = cues.all.some((cue) => cue.role === "mention" && cue.weight >= 1);
  if (best === undefined) {
    if ((ruled && situation.campaign) || cues.otherElection > 0)
      out.push(silent("spoken-of", reading.field, 1));
    return;
  }
  const { target, call } = best;
  const first = Math.min(target.first, call?.first ?? target.first);
  const last = Math.max(target.last, call?.last ?? target.last);
  const key = target.number > 0 && target.ticket < 0 ? "ballot-number" : "call-to-vote";
  const values = target.number > 0 ? { number: target.number } : {};
  const more = { key, values, ...(target.ticket < 0 ? {} : { ticket: target.ticket }) };
  if (isSpokenOf(reading, cues, call ?? target) || isQuoted(reading, target)) {
    out.push(silent("spoken-of", reading.field, ruled ? 1 : 0));
    return;
  }
  const running = target.ticket >= 0 && isRunningNow(situation, target.ticket);
  const signal = isPast(cues, running) ? "explicit-past" : best.total >= ENOUGH ? "explicit" : "side";
  const said = signal === "side" ? "side" : key;
  out.push(found(reading, signal, first, last, { ...more, key: said, strong: true, anchor: true }));
}

/**
 * A name whose contest runs, in talk of one's own: no report, no question, nobody else of the contest beside it. What is
 * not a whole name ("Pak Slamet", "EMAS") needs a word that leans, or of elections; what one writes oneself does not.
 */
function leaningOf(
  engine: Engine,
  reading: Reading,
  targets: readonly Target[],
  situation: Situation,
): Best | undefined {
  if (cues.otherElection >= 1 || isPast(cues, true) || isList(engine, targets)) return undefined;
  const draft = reading.field === "draft";
  const leans = draft || situation.thread || cues.all.some((cue) => cue.strength > 0);
  for (const target of targets) {
    if (target.ticket < 0 || target.namesake || !isRunningNow(situation, target.ticket)) continue;
    if (!isLocal(engine, target.ticket) && !draft) continue;
    // "Stiker manis" is sweet only where nobody stands by that name.
    const worn = target.acronym && cues.all.some((cue) => cue.strength > 0 && cue.last === target.first);
    const known = target.strength > 2 || (target.strength > 1 && target.nickname);
    if (!worn && !(known && (leans || (target.acronym && target.whole && target.strength > 2)))) continue;
    if (isSpokenOf(reading, cues, target) || isAsked(reading.tokens, target.last, target.first)) continue;
    return { total: 0, call: undefined, target };
  }
  return undefined;
}

const MEANT: ReadonlySet<Found["signal"]> = new Set(["ticket-slogan", "party"]);

/** Without a call only a named ticket, or what a text stands under, can make a number or tag explicit. */
function mayCall({ spans }: Names, out: readonly Found[], from: number, situation: Situation): boolean {
  if (cues.calls || cues.otherElection > 0 || spans.length > 0) return true;
  if (situation.campaign || situation.thread) return true;
  for (let i = from; i < out.length; i++) if (MEANT.has(out[i]!.signal)) return true;
  return false;
}

function bestOf(
  engine: Engine,
  reading: Reading,
  targets: readonly Target[],
  situation: Situation,
): Best | undefined {
  if (isList(engine, targets)) return undefined;
  const around = situation.campaign ? 2 : situation.thread ? 1 : 0;
  let best: Best | undefined;
  for (const target of targets) {
    const one = withCall(reading, target, around, situation);
    if (one === undefined || isElsewhere(one, around)) continue;
    if (best === undefined || one.total > best.total) best = one;
  }
  best ??= situation.campaign ? joined() : undefined;
  return best === undefined || best.total >= ENOUGH || isSide(best, situation) ? best : undefined;
}

/** The target with the strongest call that may be about it. */
function withCall(
  { tokens }: Reading,
  target: Target,
  around: number,
  situation: Situation,
): Best | undefined {
  const named = target.ticket >= 0;
  const live = named && isLive(situation, target.ticket);
  const nickname = named && target.strength === 2 && isRunningNow(situation, target.ticket);
  const electoral = (cues.context || target.campaign) && target.strength >= 2 ? 1 : 0;
  const bonus = around + electoral;
  // The name is there too: "Mursi ja … asa!"
  const own = target.own && live && !(target.strength === 3 && cues.context);
  if (own) return { total: ENOUGH, call: undefined, target };
  if (target.tag && live) return { total: ENOUGH, call: undefined, target };
  let best: Best | undefined;
  for (const call of cues.all) {
    const { strength } = call;
    if (strength === 0 || (named && !live && strength < 3)) continue;
    if (target.namesake && call.role !== "choose" && call.role !== "support") continue;
    const gap = target.first >= call.last ? target.first - call.last : call.first - target.last;
    // A party that calls ("Partai X dukung …") is no party that is called for.
    if (target.party && (target.first < call.last || gap > BEHIND_CALL)) continue;
    if (target.person && (call.last > target.first || target.first - call.last > BEHIND_CALL)) continue;
    if (gap > REACH && tokens.count > SHORT) continue;
    if (call.first >= target.first && call.last <= target.last) continue;
    if (target.number > 0 && !named && around === 0 && !isBallot(tokens, target, call, gap)) continue;
    const sure = call.role === "choose" && call.weight >= 0.8;
    if (!sure && isAsked(tokens, call.last, target.first)) continue;
    const reminds = call.weight === REMINDER && target.alone && target.strength === 2;
    const reminded = reminds && target.first >= call.last && gap <= BEHIND_REMINDER ? 2 : 0;
    const known = nickname && gap <= NUMBER_GAP && sameSentence(tokens, target.first, call.first) ? 1 : 0;
    const written = target.padded && target.alone && target.strength === 2 && gap <= 1 ? 1 : 0;
    const total = target.strength + strength + reminded + known + written + bonus;
    if (best === undefined || total > best.total) best = { total, call, target };
  }
  const bare = target.strength >= 2 || target.solo || (tokens.count <= SHORT_ANSWER && tokens.count > 1);
  const numbered = target.number > 0 && target.alone && bare;
  if ((best?.total ?? 0) < ENOUGH && target.number > 0 && closes(tokens, target, situation))
    return { total: ENOUGH, call: undefined, target };
  if (
    best === undefined &&
    ((situation.campaign && (target.alone || target.number === 0)) || (situation.thread && numbered))
  )
    best = { total: ENOUGH, call: undefined, target };
  return best;
}

/** A text about an election, or one that leans, and at its end a number by itself: "… lapak gratis setahun. Dua." */
function closes(
  tokens: TokenBuffer,
  { solo, ofParty, strength, first }: Target,
  situation: Situation,
): boolean {
  if (cues.otherElection >= 1 || !(solo || ofParty) || !isElectionTime(situation)) return false;
  if (ofParty) return true;
  if (strength < 2 && tokens.kind[first] !== WORD) return false;
  return cues.context || situation.thread || cues.all.some((cue) => cue.strength > 0);
}

/** Words between a call and a number that nothing else says is a ballot's. */
const NUMBER_GAP = 5;

/** A number alone is a ballot's beside "coblos"; beside other calls where nothing is counted by it. */
function isBallot(tokens: TokenBuffer, target: Target, call: Cue, gap: number): boolean {
  // "No brp? Dua!"
  if (call.role === "support" && gap === 0 && target.first === call.last) return true;
  if (gap > NUMBER_GAP || !sameSentence(tokens, target.first, call.first)) return false;
  if (call.role === "choose" && call.weight === 1) return true;
  if (call.weight === REMINDER) return target.alone;
  const forSomebody = call.role === "choose" || call.role === "support";
  return call.strength >= 2 && (target.alone || (forSomebody && cues.context));
}

/** "Kok nggak dukung …?", "siapa yang pilih …?": asked, not called. */
function isAsked(tokens: TokenBuffer, last: number, target: number): boolean {
  for (let i = last - 1; i < tokens.count; i++) {
    const flags = tokens.flags[i]!;
    // "No brp? Dua!" is asked to be answered.
    if ((flags & STOP_AFTER) !== 0) return (flags & QUESTION_AFTER) !== 0 && target <= i;
  }
  return false;
}

/** Under a campaign's own post whoever joins in needs to name nobody: "sa daftar, bisa jaga TPS". */
function joined(): Best | undefined {
  const call = cues.all.find((cue) => cue.strength >= 2);
  if (call === undefined) return undefined;
  const { first, last } = call;
  return {
    total: ENOUGH,
    call,
    target: { ...NOBODY, first, last, strength: 2, campaign: true },
  };
}

/** Of another election, a menu, a queue; a name beside such words needs a call that only elections know. */
function isElsewhere({ target, call }: Best, around: number): boolean {
  if (cues.otherElection === 0 || around > 0) return false;
  if (target.ticket >= 0 && target.strength === 3)
    return !cues.context && !target.campaign && !(call?.role === "choose" && call.weight >= 0.8);
  return cues.otherElection >= 1 || !(call?.role === "choose" && call.weight === 1);
}

/** While a contest runs: a sure name of it, and a word that takes a side. */
function isSide({ call, target }: Best, situation: Situation): boolean {
  if (call === undefined || target.ticket < 0 || target.strength < 3) return false;
  return call.weight >= 0.8 && isRunningNow(situation, target.ticket);
}

/** Several tickets, or several numbers without a name, side by side are all who stand: a poll, news, a report. */
function isList(engine: Engine, targets: readonly Target[]): boolean {
  let number = 0;
  let numbers = false;
  let name = 0;
  for (const target of targets) {
    if (target.number > 0 && target.ticket < 0 && target.strength >= 2) {
      numbers ||= number > 0 && number !== target.number;
      number = target.number;
    } else if (target.ticket >= 0 && target.strength === 3) {
      const own = engine.tickets[target.ticket]![1];
      if (name > 0 && name !== own) return true;
      name = own;
    }
  }
  return name === 0 && numbers;
}
