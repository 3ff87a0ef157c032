import type { Surface } from "../../../domain/assessment.ts";
import type { Engine } from "../../ruleset/compile/engine.ts";
import { contestOfTicket, isElectionTime, isLive, type Situation } from "../situation.ts";
import { readWho, type Who } from "./author.ts";
import type { Found } from "./finding.ts";
import { findNames } from "./names.ts";
import { isElectoral, isElsewhere, isTalk } from "./terms.ts";
import { type Reading, read } from "./text-analysis.ts";

/** The ticket that something around a text names is known in the text by its nicknames, too. */
function remember(situation: Situation, found: readonly Found[]): void {
  for (const { ticket } of found) {
    if (ticket === undefined) continue;
    situation.tickets.add(ticket);
    situation.contests.add(contestOfTicket(situation.engine, ticket));
  }
}

/** A parent says of a comment what is being talked about; it may add to what the comment says, never take away. */
export function readParent(
  engine: Engine,
  reading: Reading,
  parent: Surface | undefined,
  situation: Situation,
  out: Found[],
): void {
  if (parent === undefined) return;
  const by: Found[] = [];
  const who = readWho(engine, reading, parent.author, "inner", by, situation);
  rememberWho(situation, who, by);
  for (const one of by) if (ADDS.has(one.signal)) out.push({ ...one, share: one.share / 2, strong: false });
  readTalk(engine, reading, parent, situation);
  if (parent.page !== undefined) readPageOf(engine, reading, parent.page, situation, []);
}

const ADDS: ReadonlySet<Found["signal"]> = new Set([
  "campaign-account",
  "page-ticket",
  "page-name",
  "party-account",
]);

/** What a parent's own words are about: a contest, or tickets of one that is not over. */
function readTalk(engine: Engine, reading: Reading, parent: Surface, situation: Situation): void {
  const text = [parent.text, ...(parent.imageAlt ?? [])].join("\n");
  if (text.trim() === "") return;
  read(engine, reading, text, "inner");
  if (reading.matches.count === 0) return;
  const electoral = isElectoral(engine, reading);
  const named: Found[] = [];
  findNames(engine, reading, named, situation, electoral);
  const sure = named.filter((one) => one.ticket !== undefined && one.strong);
  const live = sure.filter((one) => isLive(situation, one.ticket!));
  remember(situation, live);
  if (live.length === 0 && isElsewhere(engine, reading)) situation.elsewhere = true;
  else if (live.length > 0 || electoral || (isElectionTime(situation) && isTalk(engine, reading)))
    situation.thread = true;
}

/** A page, group, event or channel that a text stands on. */
export function readPageOf(
  engine: Engine,
  reading: Reading,
  page: NonNullable<Surface["page"]>,
  situation: Situation,
  out: Found[],
): Who {
  const who = readWho(engine, reading, page, "page", out, situation);
  rememberWho(situation, who, out);
  return who;
}

const isCampaign = (who: Who): boolean => who.campaign || who.ownWord;

/** Whoever writes is known before the text is read: a nickname under a team's own name is its candidate's. */
export function rememberWho(situation: Situation, who: Who, out: readonly Found[]): void {
  if (isCampaign(who)) situation.campaign = true;
  else if (who.team) situation.thread = true;
  else return;
  remember(situation, out);
}
