import type { AssessContext } from "../../domain/assessment.ts";
import { type Engine, memoise, wordsOfRegion } from "../ruleset/compile/engine.ts";
import type { WordList } from "../text/word-list.ts";
import type { Reading } from "./find/text-analysis.ts";

/**
 * Where a contest stands on a day. Outside every contest a candidate is a public person: praise, health wishes and
 * jokes about somebody in office say nothing (263 of 400 unread posts of 2026 about the president were marked before).
 */
export type Clock = "running" | "coming" | "over" | "none";
/** Nobody is a candidate a year before the first stage. */
const COMING_DAYS = 365;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Clocks of contests on one day, by place in the list, as far as they were asked for; and whether one of them runs. */
interface Day {
  clocks: (Clock | undefined)[];
  busy: boolean | undefined;
}

/** Days of assessment kept; a page has one, a command line a few. */
const KEPT_DAYS = 16;
const dayOf = memoise(KEPT_DAYS, (): Day => ({ clocks: [], busy: undefined }));

/** The clock of a contest, by its place in the list. An election without listed stages runs on every day. */
export function clockOf(engine: Engine, contest: number, date: string): Clock {
  const { clocks } = dayOf(engine, date);
  clocks[contest] ??= readClock(engine, contest, date);
  return clocks[contest];
}

/** First and last day of the stages of a contest; undefined where its election lists none that run. */
export function spanOf(engine: Engine, contest: number): { from: string; until: string } | undefined {
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

function readClock(engine: Engine, contest: number, date: string): Clock {
  const span = spanOf(engine, contest);
  if (span !== undefined) {
    if (date < span.from) return daysBetween(date, span.from) <= COMING_DAYS ? "coming" : "none";
    return date <= span.until ? "running" : "over";
  }
  const listed = engine.law.phases.elections.some((one) => one.id === engine.contests[contest]?.[1]);
  return listed ? "coming" : "running";
}

/**
 * What is known around a text before it is read: the day, the user's region, and what author, page and parent say of
 * themselves. Who gathers it is `src/engine/detection/find/surroundings.ts`.
 */
export interface Situation {
  readonly engine: Engine;
  date: string;
  day: Day;
  region: string | undefined;
  /** See `AssessContext`. */
  seenCampaign: AssessContext["seenCampaign"];
  /** Tickets that author, page or parent name. */
  readonly tickets: Set<number>;
  /** Their contests, by place in the list. */
  readonly contests: Set<number>;
  /** Contests whose region the text last looked in names, or not. */
  readonly regions: Map<number, boolean>;
  lookedIn: string;
  /** It stands on a page of a listed or self-named campaign, or under its post. */
  campaign: boolean;
  /** What it stands under is about another election: an idol's, a class's, a village's. */
  elsewhere: boolean;
  /** It stands under a debate, a question whom people choose, or news of a contest. */
  thread: boolean;
}

export function newSituation(engine: Engine, context: AssessContext): Situation {
  const region = context.region?.replaceAll(".", "");
  return {
    engine,
    date: context.date,
    day: dayOf(engine, context.date),
    region,
    seenCampaign: context.seenCampaign,
    tickets: new Set(),
    contests: new Set(),
    regions: new Map(),
    lookedIn: "",
    campaign: false,
    elsewhere: false,
    thread: false,
  };
}

/** The same object for the next surface: assessing allocates little. */
export function renew(situation: Situation, context: AssessContext): void {
  if (situation.date !== context.date) {
    situation.date = context.date;
    situation.day = dayOf(situation.engine, context.date);
  }
  situation.region = context.region?.replaceAll(".", "");
  situation.seenCampaign = context.seenCampaign;
  if (situation.tickets.size > 0) situation.tickets.clear();
  if (situation.contests.size > 0) situation.contests.clear();
  situation.campaign = false;
  situation.elsewhere = false;
  situation.thread = false;
}

export function contestOfTicket(engine: Engine, ticket: number): number {
  return engine.tickets[ticket]![2];
}

function clockOfTicket({ engine, date, day: { clocks } }: Situation, ticket: number): Clock {
  const contest = contestOfTicket(engine, ticket);
  clocks[contest] ??= readClock(engine, contest, date);
  return clocks[contest];
}

/** True while the contest of a ticket runs or comes. */
export function isLive(situation: Situation, ticket: number): boolean {
  const clock = clockOfTicket(situation, ticket);
  return clock === "running" || clock === "coming";
}

export function isRunningNow(situation: Situation, ticket: number): boolean {
  return clockOfTicket(situation, ticket) === "running";
}

/** Unless all whom the surroundings name stand for nothing yet, a year and more before the first stage. */
export function isNear(situation: Situation): boolean {
  const { tickets } = situation;
  if (tickets.size === 0) return true;
  for (const ticket of tickets) if (clockOfTicket(situation, ticket) !== "none") return true;
  return false;
}

/** Some contest runs on the day: talk of elections is about it, whoever is meant. */
export function isElectionTime({ engine, date, day }: Situation): boolean {
  day.busy ??= engine.contests.some((_, at) => clockOf(engine, at, date) === "running");
  return day.busy;
}

/** Presidential names are known in the whole country, those of other contests at home. */
export function isLocal(engine: Engine, ticket: number): boolean {
  return engine.contests[contestOfTicket(engine, ticket)]?.[2] !== "president";
}

/** A local name is at home here: surroundings name it or its contest, the user lives there, or the text names the region. */
export function isAtHome(situation: Situation, ticket: number, reading: Reading): boolean {
  const { engine, region } = situation;
  const contest = contestOfTicket(engine, ticket);
  if (situation.tickets.has(ticket) || situation.contests.has(contest)) return true;
  const code = engine.contests[contest]?.[3] ?? "";
  if (region && code !== "" && (region.startsWith(code) || code.startsWith(region))) return true;
  // A text has many names of one contest.
  if (situation.lookedIn !== reading.text) {
    situation.lookedIn = reading.text;
    situation.regions.clear();
  }
  let here = situation.regions.get(contest);
  if (here === undefined) {
    here = isNamed(wordsOfRegion(engine, contest), reading);
    situation.regions.set(contest, here);
  }
  return here;
}

function isNamed(words: WordList, { tokens }: Reading): boolean {
  for (let i = 0; i < tokens.count; i++) if (words.has(tokens, i)) return true;
  return false;
}

/** A contest that is over had not ended on the day the page shows: what was said then was said in time. */
export function wasSaidBeforeTheEnd(
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
    const span = spanOf(engine, contest);
    if (span === undefined || postedAt > span.until) continue;
    if (date <= span.until && postedAt >= span.from) return false;
    if (date > span.until) before = true;
  }
  return before;
}
