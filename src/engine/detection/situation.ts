import type { AssessContext } from "../../domain/assessment.ts";
import { type Engine, memoise, wordsOfRegion } from "../ruleset/compile/engine.ts";
import type { WordList } from "../text/word-list.ts";
import type { TextAnalysis } from "./find/text-analysis.ts";

/**
 * State of a contest on a day. Outside every contest a candidate is a public person: praise, health wishes and jokes
 * about an office-holder carry no campaign meaning (without this rule 263 of 400 unread posts of 2026 about the
 * president were marked).
 */
export type ContestState = "running" | "coming" | "over" | "none";
/** A contest counts as coming at most this long before its first stage. */
const MAX_LEAD_DAYS = 365;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** States of the contests on one day by index, computed on demand; `active` tells whether one of them runs. */
interface DayStates {
  states: (ContestState | undefined)[];
  active: boolean | undefined;
}

/** Maximum number of cached days; a page needs one, a command line a few. */
const MAX_DAYS = 16;
const dayStates = memoise(MAX_DAYS, (): DayStates => ({ states: [], active: undefined }));

/** State of a contest, given by its index. An election without listed stages runs on every day. */
export function contestState(engine: Engine, contest: number, date: string): ContestState {
  const { states: clocks } = dayStates(engine, date);
  clocks[contest] ??= computeState(engine, contest, date);
  return clocks[contest];
}

/** First and last day of the running stages of a contest; undefined if its election lists none. */
export function contestSpan(engine: Engine, contest: number): { from: string; until: string } | undefined {
  const row = engine.contests[contest];
  const election = engine.law.phases.elections.find((one) => one.id === row?.[1]);
  if (row === undefined || election === undefined) return undefined;
  let span: { from: string; until: string } | undefined;
  for (const stage of election.stages) {
    if (stage.contests !== undefined && !stage.contests.includes(row[0])) continue;
    if (engine.law.phases.kinds.find((kind) => kind.id === stage.phase)?.running !== true) continue;
    const { from, until } = stage;
    if (span === undefined) span = { from, until };
    else span = { from: from < span.from ? from : span.from, until: until > span.until ? until : span.until };
  }
  return span;
}

function computeState(engine: Engine, contest: number, date: string): ContestState {
  const span = contestSpan(engine, contest);
  if (span !== undefined) {
    if (date < span.from) return daysBetween(date, span.from) <= MAX_LEAD_DAYS ? "coming" : "none";
    return date <= span.until ? "running" : "over";
  }
  const listed = engine.law.phases.elections.some((one) => one.id === engine.contests[contest]?.[1]);
  return listed ? "coming" : "running";
}

/**
 * What is known about the surroundings of a text before it is analysed: the day, the user's region, and what author,
 * page and parent reveal. `find/surroundings.ts` collects it.
 */
export interface Situation {
  readonly engine: Engine;
  date: string;
  day: DayStates;
  region: string | undefined;
  /** See `AssessContext`. */
  seenCampaign: AssessContext["seenCampaign"];
  /** Tickets that author, page or parent name. */
  readonly tickets: Set<number>;
  /** Contests of these tickets, by index. */
  readonly contests: Set<number>;
  /** Whether the text in `searched` names the region of a contest, by contest. */
  readonly regions: Map<number, boolean>;
  searched: string;
  /** True on a page of a listed or self-named campaign and under its posts. */
  campaign: boolean;
  /** True if the parent is about another vote: of an idol, a class, a village. */
  otherVote: boolean;
  /** True under a debate, a question about voting, or news of a contest. */
  thread: boolean;
}

export function newSituation(engine: Engine, context: AssessContext): Situation {
  const situation = {
    engine,
    tickets: new Set(),
    contests: new Set(),
    regions: new Map(),
    searched: "",
  } as unknown as Situation;
  resetSituation(situation, context);
  return situation;
}

/** Resets the object for the next surface, to avoid an allocation. */
export function resetSituation(situation: Situation, context: AssessContext): void {
  if (situation.date !== context.date) {
    situation.date = context.date;
    situation.day = dayStates(situation.engine, context.date);
  }
  situation.region = context.region?.replaceAll(".", "");
  situation.seenCampaign = context.seenCampaign;
  if (situation.tickets.size > 0) situation.tickets.clear();
  if (situation.contests.size > 0) situation.contests.clear();
  situation.campaign = false;
  situation.otherVote = false;
  situation.thread = false;
}

export function contestOfTicket(engine: Engine, ticket: number): number {
  return engine.tickets[ticket]![2];
}

function ticketState({ engine, date, day: { states: clocks } }: Situation, ticket: number): ContestState {
  const contest = contestOfTicket(engine, ticket);
  clocks[contest] ??= computeState(engine, contest, date);
  return clocks[contest];
}

/** True while the contest of a ticket runs or is coming. */
export function isLive(situation: Situation, ticket: number): boolean {
  const clock = ticketState(situation, ticket);
  return clock === "running" || clock === "coming";
}

export function isContestRunning(situation: Situation, ticket: number): boolean {
  return ticketState(situation, ticket) === "running";
}

/** False only if no contest of the tickets in the surroundings runs or is coming. */
export function isAnyLive(situation: Situation): boolean {
  const { tickets } = situation;
  if (tickets.size === 0) return true;
  for (const ticket of tickets) if (isLive(situation, ticket)) return true;
  return false;
}

/** True if any contest runs on the day; talk of elections then refers to it, whoever is meant. */
export function isElectionTime({ engine, date, day }: Situation): boolean {
  day.active ??= engine.contests.some((_, at) => contestState(engine, at, date) === "running");
  return day.active;
}

/**
 * True for every contest but the presidential: presidential names are known nationwide, others only in their region.
 */
export function isLocal(engine: Engine, ticket: number): boolean {
  return engine.contests[contestOfTicket(engine, ticket)]?.[2] !== "president";
}

/**
 * True if a local name is in its region: the surroundings name the ticket or its contest, the user lives there, or the
 * text names the region.
 */
export function isHomeContest(situation: Situation, ticket: number, analysis: TextAnalysis): boolean {
  const { engine, region } = situation;
  const contest = contestOfTicket(engine, ticket);
  if (situation.tickets.has(ticket) || situation.contests.has(contest)) return true;
  const code = engine.contests[contest]?.[3] ?? "";
  if (region && code !== "" && (region.startsWith(code) || code.startsWith(region))) return true;
  // Cached, because a text may contain many names of one contest.
  if (situation.searched !== analysis.text) {
    situation.searched = analysis.text;
    situation.regions.clear();
  }
  let here = situation.regions.get(contest);
  if (here === undefined) {
    here = containsAny(wordsOfRegion(engine, contest), analysis);
    situation.regions.set(contest, here);
  }
  return here;
}

/** True if a text contains one of the words. */
export function containsAny(words: WordList, { tokens }: TextAnalysis): boolean {
  for (let i = 0; i < tokens.count; i++) if (words.has(tokens, i)) return true;
  return false;
}

/** True if a contest that is over now had not ended on the day the page shows: the post was in time. */
export function wasPostedBeforeEnd(
  situation: Situation,
  postedAt: string | undefined,
  ticket: number | undefined,
): boolean {
  if (postedAt === undefined) return false;
  const { engine, date } = situation;
  const contests =
    ticket === undefined ? engine.contests.map((_, at) => at) : [contestOfTicket(engine, ticket)];
  let before = false;
  for (const contest of contests) {
    const span = contestSpan(engine, contest);
    if (span === undefined || postedAt > span.until) continue;
    if (date <= span.until && postedAt >= span.from) return false;
    if (date > span.until) before = true;
  }
  return before;
}
