import type { Engine } from "../../../ruleset/compile/engine.ts";
import {
  endsSentence,
  NUMBER,
  QUESTION_AFTER,
  STOP_AFTER,
  type TokenBuffer,
  WORD,
} from "../../../text/token-buffer.ts";
import { isContestRunning, isElectionTime, isLive, isLocal, type Situation } from "../../situation.ts";
import type { Finding } from "../finding.ts";
import type { Names } from "../names.ts";
import { findingAt, silentFinding, type TextAnalysis } from "../text-analysis.ts";
import { type Cue, isSameSentence, newCues, REMINDER, readCues } from "./cues.ts";
import { isAboutPast, isMentioned, isQuoted } from "./mention.ts";
import { comparesPromises, isCandidateList } from "./rivals.ts";
import { newTarget, readTargets, type Target } from "./targets.ts";

/**
 * Minimum total of explicit material. A call and its target are both graded; together they must reach this total, in
 * any wording and language of the lexicon and whatever the learnt score is.
 */
const EXPLICIT_TOTAL = 5;
/** Maximum number of words between a call and its target. */
const MAX_CALL_GAP = 12;
const SHORT_TEXT = 30;
/** Maximum length of an answer under a debate whose number refers to a candidate. */
const SHORT_ANSWER = 14;
/** Of a draft this short nobody can tell what its number counts. */
const SHORT_DRAFT = 5;
/** Maximum number of words between "jangan lupa" and its number. */
const MAX_REMINDER_GAP = 6;
/** Maximum number of words between a call and its party. */
const MAX_PARTY_GAP = 3;

const cues = newCues();

interface CallMatch {
  total: number;
  call: Cue | undefined;
  target: Target;
}

/** A match that is explicit without a call. */
const alone = (target: Target): CallMatch => ({ total: EXPLICIT_TOTAL, call: undefined, target });

/** Finds explicit material in a text that was just analysed. `from` is the index of its first finding in `out`. */
export function findExplicit(
  engine: Engine,
  analysis: TextAnalysis,
  names: Names,
  out: Finding[],
  from: number,
  situation: Situation,
): void {
  readCues(engine, analysis, cues);
  if (situation.otherVote) cues.otherElection = 1;
  if (!mayCall(analysis, names, out, from, situation)) return;
  const targets = readTargets(engine, analysis, cues, names, out, from);
  if (targets.length === 0 && !situation.campaign) return;
  const best =
    bestCallMatch(engine, analysis, targets, situation) ?? leaningName(engine, analysis, targets, situation);
  const isProhibition = cues.all.some((cue) => cue.role === "mention" && cue.weight >= 1);
  if (best === undefined) {
    if ((isProhibition && situation.campaign) || cues.otherElection >= 1)
      out.push(silentFinding("spoken-of", analysis.field, 1));
    else if (targets.some(({ namesake }) => namesake)) out.push(silentFinding("spoken-of", analysis.field));
    return;
  }
  const { target, call } = best;
  const first = Math.min(target.first, call?.first ?? target.first);
  const last = Math.max(target.last, call?.last ?? target.last);
  const key = target.number > 0 && target.ticket < 0 ? "ballot-number" : "call-to-vote";
  const values = target.number > 0 ? { number: target.number } : {};
  const more = { key, values, ...(target.ticket < 0 ? {} : { ticket: target.ticket }) };
  if (isMentioned(analysis, cues, call ?? target) || isQuoted(analysis, target)) {
    out.push(silentFinding("spoken-of", analysis.field, isProhibition ? 1 : 0));
    return;
  }
  const running = target.ticket >= 0 && isContestRunning(situation, target.ticket);
  const signal = isAboutPast(cues, running)
    ? "explicit-past"
    : best.total >= EXPLICIT_TOTAL
      ? "explicit"
      : "side";
  const evidenceKey = signal === "side" ? "side" : key;
  out.push(
    findingAt(analysis, signal, first, last, { ...more, key: evidenceKey, strong: true, anchor: true }),
  );
}

/**
 * Finds a name whose contest runs in the author's own talk: no report, no question, no rival of the contest beside it.
 * A partial name ("Pak Slamet", "EMAS") needs a leaning or electoral word; in a draft it does not.
 */
function leaningName(
  engine: Engine,
  analysis: TextAnalysis,
  targets: readonly Target[],
  situation: Situation,
): CallMatch | undefined {
  if (cues.otherElection >= 1 || isAboutPast(cues, true)) return undefined;
  if (isCandidateList(engine, targets) || comparesPromises(engine, cues, targets)) return undefined;
  const draft = analysis.field === "draft";
  const leans = draft || situation.thread || cues.all.some((cue) => cue.strength > 0);
  for (const target of targets) {
    if (target.ticket < 0 || target.namesake || !isContestRunning(situation, target.ticket)) continue;
    if (!isLocal(engine, target.ticket) && !draft) continue;
    // "Stiker manis" is a compliment only if no candidate bears that name.
    const worn = target.acronym && cues.all.some((cue) => cue.strength > 0 && cue.last === target.first);
    const known = target.strength > 2 || (target.strength > 1 && target.nickname);
    // "Cak Mulkan be", "Bu Fina lah!"
    const settled =
      target.strength > 2 &&
      target.first <= 1 &&
      target.last < analysis.tokens.count &&
      analysis.lists.settles.has(analysis.tokens, target.last);
    if (!worn && !(known && (leans || settled || (target.acronym && target.whole && target.strength > 2))))
      continue;
    if (isMentioned(analysis, cues, target) || isInQuestion(analysis.tokens, target.last, target.first))
      continue;
    return { total: 0, call: undefined, target };
  }
  return undefined;
}

const TARGET_SIGNALS: ReadonlySet<Finding["signal"]> = new Set(["ticket-slogan", "party"]);

/** Without a call, a number or tag becomes explicit only through a named ticket or the surroundings. */
function mayCall(
  { field }: TextAnalysis,
  { spans }: Names,
  out: readonly Finding[],
  from: number,
  situation: Situation,
): boolean {
  if (cues.numbered && (field === "draft" || isElectionTime(situation))) return true;
  if (cues.hasCall || cues.otherElection > 0 || spans.length > 0) return true;
  if (situation.campaign || situation.thread) return true;
  for (let i = from; i < out.length; i++) if (TARGET_SIGNALS.has(out[i]!.signal)) return true;
  return false;
}

function bestCallMatch(
  engine: Engine,
  analysis: TextAnalysis,
  targets: readonly Target[],
  situation: Situation,
): CallMatch | undefined {
  if (isCandidateList(engine, targets)) return undefined;
  const around = situation.campaign ? 2 : situation.thread ? 1 : 0;
  let best: CallMatch | undefined;
  for (const target of targets) {
    const one = matchTarget(analysis, target, around, situation);
    if (one === undefined || isOtherElection(one, around)) continue;
    // What the author says counts before what is only spoken of: "ngajak bapak satu suara … satu ya pa".
    if (best !== undefined) {
      const [before, now] = [best, one].map((match) =>
        isMentioned(analysis, cues, match.call ?? match.target),
      );
      if (before === now ? one.total <= best.total : now) continue;
    }
    best = one;
  }
  if (best?.call?.role === "join" && comparesPromises(engine, cues, targets)) return undefined;
  best ??= situation.campaign ? callUnderCampaign() : undefined;
  return best === undefined || best.total >= EXPLICIT_TOTAL || takesSide(best, situation) ? best : undefined;
}

/** Matches the target with the strongest call that may refer to it. */
function matchTarget(
  analysis: TextAnalysis,
  target: Target,
  around: number,
  situation: Situation,
): CallMatch | undefined {
  const { tokens } = analysis;
  const named = target.ticket >= 0;
  const live = named && isLive(situation, target.ticket);
  const running = named && isContestRunning(situation, target.ticket);
  const nickname = running && target.strength === 2;
  const electoral = (cues.context || target.campaign) && target.strength >= 2 ? 1 : 0;
  const bonus = around + electoral;
  // The name stands beside its number: "Mursi ja … asa!"
  const own = target.named && live && !(target.strength === 3 && cues.context);
  if (own) return alone(target);
  if (target.tag && live) return alone(target);
  let best: CallMatch | undefined;
  for (const call of cues.all) {
    const { strength } = call;
    if (strength === 0 || (named && !live && strength < 3)) continue;
    // Before its first stage a candidate may be liked: "Bang Fahmi orangnya sederhana".
    if (named && !running && (call.role === "praise" || call.role === "attack")) continue;
    if (target.namesake && call.role !== "choose" && call.role !== "support") continue;
    const gap = target.first >= call.last ? target.first - call.last : call.first - target.last;
    // In "Partai X dukung …" the party calls for somebody else.
    if (target.party && (target.first < call.last || gap > MAX_PARTY_GAP)) continue;
    if (target.person && !mayCallPerson(call, target)) continue;
    if (gap > MAX_CALL_GAP && tokens.count > SHORT_TEXT) continue;
    if (call.first >= target.first && call.last <= target.last) continue;
    if (target.number > 0 && !named && around === 0 && !isBallot(tokens, target, call, gap)) continue;
    const sure = call.role === "choose" && call.weight >= 0.8;
    if (!sure && isInQuestion(tokens, call.last, target.first)) continue;
    const reminds = call.weight === REMINDER && target.bare && target.strength === 2;
    const reminded = reminds && target.first >= call.last && gap <= MAX_REMINDER_GAP ? 2 : 0;
    const known =
      nickname && gap <= MAX_NUMBER_GAP && isSameSentence(tokens, target.first, call.first) ? 1 : 0;
    const written = target.padded && target.bare && target.strength === 2 && gap <= 1 ? 1 : 0;
    const total = target.strength + strength + reminded + known + written + bonus;
    if (best === undefined || total > best.total) best = { total, call, target };
  }
  if (
    (best?.total ?? 0) < EXPLICIT_TOTAL &&
    target.number > 0 &&
    isElectionTime(situation) &&
    (isChanted(target) || isPose(analysis, target))
  )
    return alone(target);
  const bare = target.strength >= 2 || target.solo || (tokens.count <= SHORT_ANSWER && tokens.count > 1);
  const numbered = target.number > 0 && target.bare && bare;
  if (
    (best?.total ?? 0) < EXPLICIT_TOTAL &&
    target.number > 0 &&
    isClosingNumber(analysis, target, situation)
  )
    return alone(target);
  if (
    best === undefined &&
    ((situation.campaign && target.bare) || (situation.thread && numbered && isOnlyFigure(tokens, target)))
  )
    best = alone(target);
  return best;
}

/**
 * True if a call may be for a person who is not in the roster: right before the name, or any but praise if he is said
 * to stand.
 */
function mayCallPerson({ role, strength, last }: Cue, { first, strength: known }: Target): boolean {
  if (role === "praise" || role === "attack") return false;
  if (known > 2 && (strength > 1 || role === "support" || role === "choose")) return true;
  if (strength < 2 || (role !== "choose" && role !== "support")) return false;
  return last <= first && first - last < MAX_PARTY_GAP;
}

/** Number of times that make a chant of a number: "sada sada sada". */
const CHANTED = 3;

const isChanted = ({ number, first }: Target): boolean =>
  cues.otherElection < 1 &&
  cues.numbers[first] === number &&
  cues.numbers[first + 1] === number &&
  cues.numbers[first + CHANTED - 1] === number;

/** True for raised fingers in a picture: "foto dua jari", "pose satu telunjuk". */
function isPose({ tokens, lists, field }: TextAnalysis, { first, last }: Target): boolean {
  // Descriptions of pictures count fingers of everybody.
  if (field === "imageAlt") return false;
  const shown =
    (last < tokens.count && lists.fingers.has(tokens, last)) ||
    (first > 0 && lists.fingers.has(tokens, first - 1));
  if (!shown || cues.otherElection > 0 || isInQuestion(tokens, last, first)) return false;
  for (let i = 0; i < tokens.count; i++) if (lists.pose.has(tokens, i)) return true;
  return false;
}

/** True at the end of a sentence, or if no other figure is near: "menit 18 mic calon 2 mati 40 detik" is about a film. */
function isOnlyFigure(tokens: TokenBuffer, { number, last }: Target): boolean {
  if (last === tokens.count || endsSentence(tokens, last - 1)) return true;
  for (let i = 0; i < tokens.count; i++)
    if (tokens.kind[i] === NUMBER && tokens.value[i] !== number) return false;
  return true;
}

/** True for a number by itself at the end of an electoral or leaning text: "… lapak gratis setahun. Dua." */
function isClosingNumber(
  { tokens, field }: TextAnalysis,
  { solo, ofParty, bare, strength, first, last }: Target,
  situation: Situation,
): boolean {
  if (cues.otherElection >= 1 || !isElectionTime(situation)) return false;
  // "Pilih nu tegas … no 3 eta no 3"
  if (bare && strength > 1 && last === tokens.count && cues.all.some((cue) => cue.role === "choose"))
    return true;
  if (!(solo || ofParty)) return false;
  if (ofParty) return true;
  if (strength < 2 && tokens.kind[first] !== WORD) return false;
  if (cues.context || situation.thread || cues.all.some((cue) => cue.strength > 0)) return true;
  return field === "draft" && last === tokens.count && tokens.count > SHORT_DRAFT;
}

/** Maximum number of words between a call and a number that nothing else marks as a ballot number. */
const MAX_NUMBER_GAP = 5;

/** True if a bare number is a ballot number: beside "coblos", or beside other calls if it counts nothing. */
function isBallot(tokens: TokenBuffer, target: Target, call: Cue, gap: number): boolean {
  // "No brp? Dua!"
  if (call.role === "support" && gap === 0 && target.first === call.last) return true;
  if (gap > MAX_NUMBER_GAP || !isSameSentence(tokens, target.first, call.first)) return false;
  if (call.role === "choose" && call.weight === 1) return true;
  if (call.weight === REMINDER) return target.bare === true;
  const forSomebody = call.role === "choose" || call.role === "support";
  return call.strength >= 2 && (target.bare === true || (forSomebody && cues.context));
}

/** Maximum number of words between a call and the question mark that belongs to it. */
const MAX_QUESTION_GAP = 12;

/** True inside a question: "kok nggak dukung …?", "siapa yang pilih …?" */
function isInQuestion(tokens: TokenBuffer, last: number, target: number): boolean {
  const until = Math.min(tokens.count, Math.max(last, target) + MAX_QUESTION_GAP);
  for (let i = last - 1; i < until; i++) {
    const flags = tokens.flags[i]!;
    // In "No brp? Dua!" the question expects the answer.
    if ((flags & STOP_AFTER) !== 0) return (flags & QUESTION_AFTER) !== 0 && target <= i;
  }
  return false;
}

/** Under a campaign's own post a reply that joins in needs no name: "sa daftar, bisa jaga TPS". */
function callUnderCampaign(): CallMatch | undefined {
  const call = cues.all.find((cue) => cue.strength >= 2);
  if (call === undefined) return undefined;
  const target = newTarget(call.first, call.last, 2);
  target.campaign = true;
  return { total: EXPLICIT_TOTAL, call, target };
}

/**
 * True if the match belongs to another election, a menu or a queue. A name beside such words needs a call that only
 * elections use.
 */
function isOtherElection({ target, call }: CallMatch, around: number): boolean {
  if (cues.otherElection === 0 || around > 0) return false;
  if (target.ticket >= 0 && (target.strength === 3 || target.named || target.campaign)) {
    // A name beside its own number, or a whole name that is called for, stands in a recipe as well as on a poster.
    if (cues.otherElection < 1 && target.whole && (target.named || (call?.weight ?? 0) >= 0.8)) return false;
    const chosen = call?.role === "choose" && call.weight >= 0.8;
    // "Calon nomor tigo Datuak" of a village: one word and nicknames are borne there too.
    if (cues.otherElection >= 1 && (target.named || !target.whole) && !chosen) return true;
    return !cues.context && !target.campaign && !chosen;
  }
  return cues.otherElection >= 1 || !(target.ofParty || (call?.role === "choose" && call.weight === 1));
}

/** True for a certain name of a running contest beside a word that takes a side. */
function takesSide({ call, target }: CallMatch, situation: Situation): boolean {
  if (call === undefined || target.ticket < 0 || target.strength < 3) return false;
  return call.weight >= 0.8 && isContestRunning(situation, target.ticket);
}
