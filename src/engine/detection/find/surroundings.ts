import type { Surface } from "../../../domain/assessment.ts";
import type { Engine } from "../../ruleset/compile/engine.ts";
import { contestOfTicket, isElectionTime, isLive, type Situation } from "../situation.ts";
import { type AuthorProfile, readAuthor } from "./author.ts";
import type { Finding } from "./finding.ts";
import { findNames } from "./names.ts";
import { hasElectionTalk, hasElectionWord, hasOtherElection } from "./terms.ts";
import { analyseText, type TextAnalysis } from "./text-analysis.ts";

/** Adds the tickets of findings to the situation; the text then recognises their nicknames. */
function addTickets(situation: Situation, findings: readonly Finding[]): void {
  for (const { ticket } of findings) {
    if (ticket === undefined) continue;
    situation.tickets.add(ticket);
    situation.contests.add(contestOfTicket(situation.engine, ticket));
  }
}

/**
 * Reads the parent of a comment for what the talk is about. It may add to what the comment says but never reduce it.
 */
export function readParent(
  engine: Engine,
  analysis: TextAnalysis,
  parent: Surface | undefined,
  situation: Situation,
  out: Finding[],
): void {
  if (parent === undefined) return;
  const authorFindings: Finding[] = [];
  const profile = readAuthor(engine, analysis, parent.author, "inner", authorFindings, situation);
  addAuthor(situation, profile, authorFindings);
  for (const one of authorFindings)
    if (INHERITED_SIGNALS.has(one.signal)) out.push({ ...one, share: one.share / 2, strong: false });
  readParentText(engine, analysis, parent, situation);
  if (parent.page !== undefined) readPage(engine, analysis, parent.page, situation, []);
}

const INHERITED_SIGNALS: ReadonlySet<Finding["signal"]> = new Set([
  "campaign-account",
  "page-ticket",
  "page-name",
  "party-account",
]);

/** Reads what the parent's own words are about: a contest, or tickets of one that is not over. */
function readParentText(engine: Engine, analysis: TextAnalysis, parent: Surface, situation: Situation): void {
  const text = [parent.text, ...(parent.imageAlt ?? [])].join("\n");
  if (text.trim() === "") return;
  analyseText(engine, analysis, text, "inner");
  if (analysis.matches.count === 0) return;
  const electoral = hasElectionWord(engine, analysis);
  const named: Finding[] = [];
  findNames(engine, analysis, named, situation, electoral);
  const sure = named.filter((one) => one.ticket !== undefined && one.strong);
  const live = sure.filter((one) => isLive(situation, one.ticket!));
  addTickets(situation, live);
  if (live.length === 0 && hasOtherElection(engine, analysis)) situation.otherVote = true;
  else if (live.length > 0 || electoral || (isElectionTime(situation) && hasElectionTalk(engine, analysis)))
    situation.thread = true;
}

/** Reads the page, group, event or channel that holds the text. */
export function readPage(
  engine: Engine,
  analysis: TextAnalysis,
  page: NonNullable<Surface["page"]>,
  situation: Situation,
  out: Finding[],
): AuthorProfile {
  const profile = readAuthor(engine, analysis, page, "page", out, situation);
  addAuthor(situation, profile, out);
  return profile;
}

const isCampaignAuthor = (profile: AuthorProfile): boolean =>
  (profile.campaign || profile.selfNamed) === true;

/**
 * Adds what the author reveals before the text is analysed: a nickname under a team's own name belongs to its
 * candidate.
 */
export function addAuthor(situation: Situation, profile: AuthorProfile, out: readonly Finding[]): void {
  if (isCampaignAuthor(profile)) situation.campaign = true;
  else if (profile.team) situation.thread = true;
  else return;
  addTickets(situation, out);
}
