import type { Engine } from "../../../ruleset/compile/engine.ts";
import { isDigit } from "../../../text/letter-runs.ts";
import { endsSentence, HAND, isInTag, NUMBER, type TokenBuffer, WORD } from "../../../text/token-buffer.ts";
import type { Finding } from "../finding.ts";
import type { NameSpan, Names } from "../names.ts";
import type { TextAnalysis } from "../text-analysis.ts";
import { type Cues, isSameSentence } from "./cues.ts";

/** A possible target of a call. */
export interface Target {
  first: number;
  last: number;
  /** 3: a name, a tag, "nomor urut 2"; 2: "nomor 2", an ambiguous name, a party; 1: a bare number or hand. */
  strength: number;
  ticket: number;
  /** Ballot number, or 0. */
  number: number;
  /** A ballot number beside the name it belongs to. */
  named?: boolean | undefined;
  /** A number beside the party whose list it stands on. */
  ofParty?: boolean | undefined;
  /** A name that only a campaign uses: the pair's, its acronym, its tag. */
  campaign?: boolean | undefined;
  party?: boolean | undefined;
  /** A number that counts nothing. */
  bare?: boolean | undefined;
  /** A hashtag of the campaign. */
  tag?: boolean | undefined;
  /** Written with a leading zero like ballot numbers: "02". */
  padded?: boolean | undefined;
  /** A number that forms a sentence: "… Dua." */
  solo?: boolean | undefined;
  /** A name of two or more words that identifies its bearer, unlike "Pak Slamet" or "EMAS". */
  whole?: boolean | undefined;
  /** One word that stands for a pair ("EMAS"). */
  acronym?: boolean | undefined;
  /** A nickname from the roster ("Pak Slamet"). */
  nickname?: boolean | undefined;
  /** A person who is not in the roster. */
  person?: boolean | undefined;
  /** Another person of the same name: "Bu Sri, tetangga depan rumah", "warung Pak Slamet". */
  namesake?: boolean | undefined;
}

const MAX_NUMBER = 30;
/** Largest bare number that counts as a ballot number. */
const MAX_BARE_NUMBER = 9;

const isFigure = (tokens: TokenBuffer, at: number): boolean =>
  tokens.kind[at] === NUMBER || tokens.kind[at] === HAND;

const isLetter = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);

/** True for a number that is part of a word: "dukung2", "ujung2nya"; not in "no1". */
const isPartOfWord = ({ text, tokens, lists }: TextAnalysis, at: number): boolean =>
  isLetter(text.charCodeAt(tokens.end[at]!)) ||
  (isLetter(text.charCodeAt(tokens.start[at]! - 1)) && !lists.frame.has(tokens, at - 1));

function valueAt(tokens: TokenBuffer, cues: Cues, at: number): number {
  if (at >= tokens.count) return 0;
  let value = isFigure(tokens, at) ? tokens.value[at]! : cues.numbers[at]!;
  // "3️⃣3️⃣3️⃣" is three, said three times.
  const digits = tokens.to[at]! - tokens.from[at]!;
  if (value > MAX_BARE_NUMBER && tokens.end[at]! - tokens.start[at]! >= 2 * digits) {
    const ones = Math.floor(10 ** digits / 9);
    if (value % ones === 0) value /= ones;
  }
  return value >= 1 && value <= MAX_NUMBER ? value : 0;
}

/** True for a number with a leading zero, as ballot numbers are written: "02". */
function isPadded(analysis: TextAnalysis, at: number): boolean {
  const { start, end } = analysis.tokens;
  return end[at]! - start[at]! === 2 && analysis.text.charCodeAt(start[at]!) === 48;
}

/** True for a number that is part of a larger figure: "1,5", "10.30", "2-0", "1:02". */
function isPartOfFigure(analysis: TextAnalysis, at: number): boolean {
  const { text, tokens } = analysis;
  const before = text.charCodeAt(tokens.start[at]! - 2);
  const after = text.charCodeAt(tokens.end[at]! + 1);
  const joins = (unit: number): boolean => unit > 43 && unit < 60 && !isDigit(unit);
  return (
    (joins(text.charCodeAt(tokens.start[at]! - 1)) && isDigit(before)) ||
    (joins(text.charCodeAt(tokens.end[at]!)) && isDigit(after)) ||
    text.charCodeAt(tokens.end[at]!) === 37
  );
}

const DOUBLES = /[-2]/;

function numberStrength(analysis: TextAnalysis, cues: Cues, at: number, value: number): number {
  const { tokens, lists } = analysis;
  const figure = isFigure(tokens, at);
  const stops = endsSentence(tokens, at);
  const follows = at > 0 && !endsSentence(tokens, at - 1);
  if (follows && lists.noBallot.has(tokens, at - 1)) return 0;
  if (!stops && at + 1 < tokens.count && lists.units.has(tokens, at + 1)) return 0;
  if (figure && tokens.kind[at] !== HAND && isPartOfFigure(analysis, at)) return 0;
  // "Dukung2" is a reduplication, not number two.
  if (figure && isPartOfWord(analysis, at)) return 0;
  // "Coblos satu-satu", "dua-duanya" and "dua2nya" are reduplications.
  if (!figure && DOUBLES.test(analysis.text[tokens.end[at]!] ?? "")) return 0;
  if (!figure && analysis.text.charCodeAt(tokens.start[at]! - 1) === 45) return 0;
  let framed = 0;
  // Words of another sentence say nothing about this number: "… di pintu kelas. Nomor 2."
  const same = (i: number): boolean => i >= 0 && !endsSentence(tokens, i);
  for (let i = at - 1; same(i) && at - i <= 2 && framed === 0; i--) {
    if (lists.ballot.has(tokens, i)) framed = 3;
    else if (lists.frame.has(tokens, i)) framed = 2;
  }
  if (framed === 2) {
    for (let i = at - 2; same(i) && at - i <= 4; i--) {
      if (lists.ballot.has(tokens, i)) framed = 3;
      if (lists.noBallot.has(tokens, i)) return 0;
    }
  }
  if (at > 0 && lists.asked.has(tokens, at - 1)) framed = 3;
  for (const cue of cues.all) {
    if (cue.role !== "choose") continue;
    const gap = at - cue.last;
    // "Pilih jo nomor 3" means "pilih nomor 3".
    if (framed === 2 && gap >= 0 && gap <= 2 && standsAlone(analysis, cues, at)) framed = 3;
    if (cue.weight < 0.8) continue;
    if (gap >= 0 && gap <= (framed > 0 ? 5 : 2)) framed = 3;
    const before = cue.first - at - 1;
    if (cue.weight === 1 && before >= 0 && before <= 1 && standsAlone(analysis, cues, at)) framed = 3;
  }
  // "Dua jari" and "satu telunjuk" describe raised fingers.
  if (framed === 0 && at + 1 < tokens.count && lists.fingers.has(tokens, at + 1)) framed = 2;
  if (framed > 0) return framed;
  if (figure && tokens.kind[at] !== HAND && isPadded(analysis, at) && value <= MAX_BARE_NUMBER) return 2;
  return value <= MAX_BARE_NUMBER && standsAlone(analysis, cues, at) ? 1 : 0;
}

const KEYCAP_MARKS = "\ufe0f\u20e3";
const CLOSING_MARKS = ",;:)'\"”’";

/** True if the number counts nothing: no counted noun follows it, or only the number again ("dua dua dua"). */
function standsAlone({ text, tokens, lists }: TextAnalysis, cues: Cues, at: number): boolean {
  if (CLOSING_MARKS.includes(text[tokens.end[at]!] ?? " ")) return true;
  // A keycap ("2️⃣") counts nothing, whatever follows it.
  if (tokens.kind[at] === HAND || KEYCAP_MARKS.includes(text[tokens.end[at]!] ?? " ")) return true;
  if (endsSentence(tokens, at)) return true;
  const next = at + 1;
  if (next >= tokens.count || tokens.kind[next] !== WORD || lists.particle.has(tokens, next)) return true;
  return cues.numbers[next] !== 0 && cues.numbers[next] === valueAt(tokens, cues, at);
}

/** Marks that set a number off: "…, dua", "bisikan: hiji". */
const SET_OFF = ",:";

/** True if only particles share its sentence, or if it is set off at the end. */
function isSolo({ text, tokens, lists }: TextAnalysis, cues: Cues, at: number): boolean {
  let first = at;
  const value = valueAt(tokens, cues, at);
  const little = (i: number): boolean =>
    lists.particle.has(tokens, i) || lists.frame.has(tokens, i) || valueAt(tokens, cues, i) === value;
  while (first > 0 && !endsSentence(tokens, first - 1) && little(first - 1)) first--;
  if (first > 0 && !endsSentence(tokens, first - 1))
    if (!SET_OFF.includes(text[tokens.end[first - 1]!]!)) return false;
  let last = at;
  while (last + 1 < tokens.count && !endsSentence(tokens, last)) {
    if (tokens.kind[last + 1] === WORD && !little(last + 1) && text[tokens.end[last]!] !== ",") return false;
    if (text[tokens.end[last]!] === ",") break;
    last++;
  }
  return true;
}

/** Refilled for every text. */
const targets: Target[] = [];

/** A target whose properties are all still unset: what was not found is false. */
export const newTarget = (first: number, last: number, strength: number, ticket = -1): Target => ({
  first,
  last,
  strength,
  ticket,
  number: 0,
});

function addTarget(first: number, last: number, strength: number, ticket: number): Target {
  const target = newTarget(first, last, strength, ticket);
  targets.push(target);
  return target;
}

/**
 * Collects names, tags, parties and numbers of one text, unordered; valid until the next call. `out` holds the findings
 * of the text from index `from` on.
 */
export function readTargets(
  engine: Engine,
  analysis: TextAnalysis,
  cues: Cues,
  names: Names,
  out: readonly Finding[],
  from: number,
): Target[] {
  const { tokens } = analysis;
  targets.length = 0;
  for (const span of names.spans) {
    // "Tuan Guru" inside "Tuan Guru Mahsun" refers to nobody else.
    if (names.spans.some((one) => one !== span && isCoveredBy(one, span))) continue;
    const { first, last, ticket, sure, bare, common, pair, long, blend } = span;
    const strength = sure ? 3 : (bare || common) && !long ? 1 : 2;
    const target = addTarget(first, last, strength, ticket);
    target.campaign = sure && pair && !long;
    target.acronym = last - first === 1 && (pair || blend);
    target.nickname = long && analysis.lists.person.has(tokens, first);
    target.whole = long ? !target.nickname : blend;
    const titled = first > 0 && analysis.lists.person.has(tokens, first - 1);
    target.namesake = (long ? target.nickname : titled) && isNamesake(analysis, first, last);
  }
  for (let i = from; i < out.length; i++) {
    const one = out[i]!;
    if (one.signal !== "ticket-slogan" && one.signal !== "party") continue;
    let first = 0;
    while (first + 1 < tokens.count && tokens.end[first]! <= one.start) first++;
    const party = one.signal === "party";
    const tag = !party && isInTag(tokens, first);
    const strength = party ? (one.strong ? 2 : 1) : tag ? 3 : 2;
    const target = addTarget(first, first + 1, strength, one.ticket ?? -1);
    target.campaign = !party;
    target.party = party;
    target.tag = tag;
  }
  if (cues.context || cues.sure) addPersons(analysis, cues, names);
  const numbers = cues.numbered || (tokens.kinds & ((1 << NUMBER) | (1 << HAND))) !== 0;
  for (let i = 0; numbers && i < tokens.count; i++) {
    if (cues.numbers[i] === 0 && !isFigure(tokens, i)) continue;
    const number = valueAt(tokens, cues, i);
    if (number === 0 || (isInTag(tokens, i) && !isFigure(tokens, i))) continue;
    const strength = numberStrength(analysis, cues, i, number);
    if (strength === 0) continue;
    const target = addTarget(i, i + 1, strength, -1);
    target.number = number;
    target.bare = standsAlone(analysis, cues, i);
    target.padded = isFigure(tokens, i) && isPadded(analysis, i);
    target.solo = isSolo(analysis, cues, i);
  }
  for (const target of targets) if (target.number > 0) attachNumber(engine, analysis, targets, target);
  return targets;
}

/**
 * True if the name is that of a neighbour or tradesman (said right after it) or of a shop owner (said right before it).
 */
function isNamesake({ tokens, lists }: TextAnalysis, first: number, last: number): boolean {
  const continues = (at: number): boolean => at > 0 && !endsSentence(tokens, at - 1);
  const before = lists.person.has(tokens, first) ? first : first - 1;
  if (continues(before) && lists.namesake.has(tokens, before - 1)) return true;
  return last < tokens.count && continues(last) && lists.namesake.has(tokens, last);
}

const isCapital = (text: string, at: number): boolean => text[at] !== text[at]!.toLowerCase();

/** Maximum number of words between a call and the person it is for. */
const MAX_CALL_GAP = 14;
/** Maximum number of words between a person and the office he stands for. */
const MAX_OFFICE_GAP = 3;

/**
 * Adds people who are not in the roster; in an electoral text a call may be for them ("dukung bang Dul jadi wabup").
 * Who is said to stand ("Haji Syamsir, calon wakil wali kota") is named as surely as one of the roster.
 */
function addPersons(analysis: TextAnalysis, cues: Cues, names: Names): void {
  const { text, tokens, lists } = analysis;
  let from = tokens.count;
  let until = 0;
  for (const { role, strength, first, last } of cues.all) {
    if (strength < 2 && (strength === 0 || (role !== "choose" && role !== "support"))) continue;
    from = Math.min(from, first - MAX_CALL_GAP);
    until = Math.max(until, last + MAX_CALL_GAP);
  }
  for (let i = Math.max(0, from); i + 1 < Math.min(until, tokens.count); i++) {
    if (tokens.kind[i + 1] !== WORD || !lists.person.has(tokens, i)) continue;
    // "Bu, maaf" and "Pak kalau" address somebody.
    if (!" .".includes(text[tokens.end[i]!] ?? "")) continue;
    if (isCapital(text, tokens.start[i]!) && !isCapital(text, tokens.start[i + 1]!)) continue;
    if (lists.candidate.has(tokens, i + 1) || lists.stands.has(tokens, i + 1)) continue;
    if (lists.noName.has(tokens, i + 1) || lists.person.has(tokens, i + 1)) continue;
    if (tokens.to[i + 1]! - tokens.from[i + 1]! < 3) continue;
    if (names.spans.some(({ sure, first, last }) => sure && first < i + 2 && i < last)) continue;
    let stands = false;
    for (let k = Math.max(0, i - MAX_OFFICE_GAP); k < Math.min(tokens.count, i + 2 + MAX_OFFICE_GAP); k++)
      // "Calon mertua" is no candidate.
      if (
        lists.stands.has(tokens, k) ||
        (lists.candidate.has(tokens, k) && !lists.namesake.has(tokens, k + 1))
      )
        stands = true;
    const target = addTarget(i, i + 2, stands ? 3 : 2, -1);
    target.person = true;
    target.namesake = isNamesake(analysis, i, i + 2);
  }
}

function isCoveredBy(long: NameSpan, short: NameSpan): boolean {
  if (long.first > short.first || long.last < short.last) return false;
  return long.last - long.first > short.last - short.first && long.ticket !== short.ticket;
}

/** Maximum number of words between a name and its number ("Abah Syamsul, asa!"). */
const MAX_NAME_GAP = 8;
/** The same for a pair's acronym in small letters and a number by itself ("kak batari janji … tellu"). */
const MAX_ACRONYM_GAP = 20;
/** The same for a weak name and number. */
const MAX_WEAK_GAP = 3;

/** Links a ballot number to the named ticket it belongs to. */
function attachNumber(
  engine: Engine,
  { tokens }: TextAnalysis,
  targets: readonly Target[],
  number: Target,
): void {
  for (const name of targets) {
    if ((name.ticket < 0 && !name.party) || name.number !== 0 || name.namesake) continue;
    const gap = number.first >= name.last ? number.first - name.last : name.first - number.last;
    if (name.party && gap >= 0 && name.strength > 1) {
      // "Golkar dua" and "nomor 2, PKS" name a candidate by the number on the party's list.
      if (number.strength > 1 ? gap <= MAX_WEAK_GAP : gap === 0 && number.bare) number.ofParty = true;
      continue;
    }
    if (name.strength < 2 && !number.solo) continue;
    // A raised hand refers to a candidate; a number may refer to anything.
    const shown = number.strength + (tokens.kind[number.first] === HAND ? 1 : 0);
    const reach = name.strength + shown < 4 ? MAX_WEAK_GAP : MAX_NAME_GAP;
    const far = name.strength > 1 || (name.acronym && gap <= MAX_ACRONYM_GAP);
    if (gap < 0 || (gap > reach && (!number.solo || !far))) continue;
    if (
      !number.solo &&
      gap > MAX_WEAK_GAP &&
      !name.campaign &&
      !isSameSentence(tokens, name.first, number.first)
    )
      continue;
    if (engine.tickets[name.ticket]![1] !== number.number) continue;
    number.ticket = name.ticket;
    number.named = true;
    number.whole = name.nickname || (name.strength === 3 && !name.acronym);
    return;
  }
}
