import type { Author, EvidenceField } from "../../../domain/assessment.ts";
import type { Engine } from "../../ruleset/compile/engine.ts";
import { plainName, ticketName } from "../../ruleset/compile/engine.ts";
import { PAYLOAD } from "../../ruleset/compile/format.ts";
import type { Account, AccountKind, TermRole } from "../../ruleset/schema/index.ts";
import { containsAny, isContestRunning, isElectionTime, isLive, type Situation } from "../situation.ts";
import type { Finding } from "./finding.ts";
import { findNames } from "./names.ts";
import { hasElectionWord } from "./terms.ts";
import { analyseText, findingAt, newFinding, type TextAnalysis } from "./text-analysis.ts";

/** What is known about an author or page. */
export interface AuthorProfile {
  account?: Account | undefined;
  /** Listed as an account of a candidate, a team or volunteers. */
  campaign?: boolean | undefined;
  /**
   * Calls itself a team or volunteers of a named ticket or candidate, or bears the name of a ticket whose contest is
   * not over: a campaign account that is not listed.
   */
  selfNamed?: boolean | undefined;
  /** Calls itself a team or volunteers without saying whose. */
  team?: boolean | undefined;
  neutral?: boolean | undefined;
  office?: boolean | undefined;
  party?: boolean | undefined;
  contest?: string | undefined;
}

const NEUTRAL_KINDS: ReadonlySet<AccountKind> = new Set(["kpu", "bawaslu", "government", "press"]);
const CAMPAIGN_KINDS: ReadonlySet<AccountKind> = new Set(["candidate", "team", "volunteer"]);

/** Full names identify whose team it is even when their contest is over. */
const WHOLE_NAMES: ReadonlySet<Finding["signal"]> = new Set(["pair", "full-name", "tagged-name"]);
/** Minimum weight of a word that only teams and volunteers use. */
const MIN_TEAM_WEIGHT = 0.9;
/** Words that identify a team without a candidate's name. "Relawan" alone may mean disaster relief. */
const TEAM_WORDS = /pemenangan|sukses|timses|kampanye|^for |^untuk /;

/** A stable key that identifies one account. */
export function accountKey(site: string, author: Author | undefined): string | undefined {
  if (author === undefined) return undefined;
  if (author.handle) return `${site}:handle:${author.handle.replace(/^@/, "").toLowerCase()}`;
  if (author.id) return `${site}:id:${author.id}`;
  if (author.name) return `${site}:name:${author.name.trim().toLowerCase()}`;
  return undefined;
}

/** Profiles the author or owner of a surface by listed account, name, category and bio. */
export function readAuthor(
  engine: Engine,
  analysis: TextAnalysis,
  author: Author | undefined,
  field: EvidenceField,
  out: Finding[],
  situation: Situation,
): AuthorProfile {
  const profile: AuthorProfile = {};
  if (author === undefined) return profile;
  profile.account = engine.accounts.find(analysis.site, author);
  if (profile.account !== undefined) addListedAccount(engine, profile, author, field, out);
  const { name, category } = author;
  // In a chat the site shows the name of the group as the category.
  const chat = analysis.site === "whatsapp" || analysis.site === "telegram";
  const hint = category === undefined || chat ? NO_HINT : hintOfCategory(engine, analysis, category);
  if (name) readName(engine, analysis, profile, name, field, out, situation, hint);
  if (category && chat) readChatGroup(engine, analysis, profile, category, field, out, situation);
  else if (category) readCategory(engine, analysis, profile, category, out, situation);
  if (author.bio) readBio(engine, analysis, profile, author.bio, out, situation);
  if (!profile.neutral && !profile.campaign)
    addSeenAccount(analysis.site, profile, author, field, out, situation);
  return profile;
}

const NO_HINT = 0;
const POLITICIAN = 1;
const TEAM = 2;

/** What a page's category says of the name above it: volunteers' ("Relawan"), a politician's, or nothing. */
function hintOfCategory(engine: Engine, analysis: TextAnalysis, category: string): number {
  analyseText(engine, analysis, category, "category");
  if ((strongestTerm(engine, analysis, "volunteer-name")?.weight ?? 0) >= MIN_TEAM_WEIGHT)
    return containsAny(engine.lists.aid, analysis) ? NO_HINT : TEAM;
  return strongestTerm(engine, analysis, "category") === undefined ? NO_HINT : POLITICIAN;
}

/** What a team says in its own group belongs to its campaign, whoever of them says it. */
function readChatGroup(
  engine: Engine,
  analysis: TextAnalysis,
  profile: AuthorProfile,
  group: string,
  field: EvidenceField,
  out: Finding[],
  situation: Situation,
): void {
  const own: AuthorProfile = {};
  const found: Finding[] = [];
  readName(engine, analysis, own, group, field, found, situation, NO_HINT);
  if (!own.team && !own.selfNamed) return;
  profile.team = true;
  profile.selfNamed ||= own.selfNamed;
  out.push(...found);
}

/** An account that campaigned repeatedly counts like one that calls itself a campaign. */
function addSeenAccount(
  site: string,
  profile: AuthorProfile,
  author: Author,
  field: EvidenceField,
  out: Finding[],
  situation: Situation,
): void {
  const key = situation.seenCampaign && accountKey(site, author);
  if (key === undefined || !situation.seenCampaign!(key)) return;
  profile.selfNamed = true;
  const text = author.name || author.handle || key;
  out.push(newFinding("page-name", field, 0, text.length, text, { key: "account-seen", strong: true }));
}

function addListedAccount(
  engine: Engine,
  profile: AuthorProfile,
  author: Author,
  field: EvidenceField,
  out: Finding[],
): void {
  const account = profile.account!;
  const name = author.name ?? account.name ?? `@${account.handle ?? ""}`;
  profile.neutral = NEUTRAL_KINDS.has(account.kind);
  profile.campaign = CAMPAIGN_KINDS.has(account.kind);
  profile.office = account.kind === "office-holder";
  profile.party = account.kind === "party";
  const ticket =
    account.ticket === undefined ? -1 : engine.tickets.findIndex((row) => row[0] === account.ticket);
  profile.contest =
    account.contest ?? (ticket < 0 ? undefined : engine.contests[engine.tickets[ticket]![2]]?.[0]);
  const party = engine.parties.find((one) => one.id === account.party);
  const signal = profile.neutral ? "neutral-author" : profile.campaign ? "campaign-account" : "party-account";
  const values = {
    name,
    ticket: ticket < 0 ? "" : ticketName(engine, ticket),
    number: ticket < 0 ? "" : engine.tickets[ticket]![1],
    party: party?.short ?? name,
  };
  const more = {
    strong: profile.campaign === true,
    key: profile.neutral ? "neutral-account" : `account-${account.kind}`,
    values,
    ref: account.id,
    ...(ticket < 0 ? {} : { ticket }),
  };
  out.push(newFinding(signal, field, 0, name.length, name, more));
}

/**
 * True if the text is another abbreviation than the party's, or a word written like one. Matching ignores doubled letters, so the school subject
 * "PPKn" matches "PKN".
 */
function isOtherAbbreviation({ text, values: { party } }: Finding): boolean {
  const [written, short] = [text, String(party)].map((one) => one.toLowerCase());
  // "Pan Jero" is a father in Bali.
  if (/^[A-Z][a-z]+$/.test(text) && party === String(party).toUpperCase()) return true;
  return written !== short && written!.replace(/(.)\1/g, "$1") === short;
}

interface RoleMatch {
  first: number;
  last: number;
  weight: number;
  text: string;
}

function strongestTerm(engine: Engine, analysis: TextAnalysis, role: TermRole): RoleMatch | undefined {
  let best: RoleMatch | undefined;
  const { matches } = analysis;
  for (let m = 0; m < matches.count; m++) {
    if ((matches.payload[m]! & 15) !== PAYLOAD.term) continue;
    const term = engine.terms[matches.payload[m]! >>> 4];
    if (term === undefined || term.role !== role) continue;
    if (best === undefined || term.weight > best.weight) {
      best = { first: matches.first[m]!, last: matches.last[m]!, weight: term.weight, text: term.text };
    }
  }
  return best;
}

function readName(
  engine: Engine,
  analysis: TextAnalysis,
  profile: AuthorProfile,
  name: string,
  field: EvidenceField,
  out: Finding[],
  situation: Situation,
  hint: number,
): void {
  analyseText(engine, analysis, name, field);
  if (hint === TEAM) {
    profile.team = true;
    // While a contest runs volunteers are some candidate's, unless their name says that they help.
    if (isElectionTime(situation) && !containsAny(engine.lists.aid, analysis)) profile.selfNamed = true;
  }
  if (analysis.matches.count === 0) return;
  const team = strongestTerm(engine, analysis, "volunteer-name");
  const neutral = strongestTerm(engine, analysis, "neutral-name");
  const named: Finding[] = [];
  const electoral =
    hint > NO_HINT || (team?.weight ?? 0) >= MIN_TEAM_WEIGHT || hasElectionWord(engine, analysis);
  findNames(engine, analysis, named, situation, electoral);
  const ticket = named.find(
    (one) => one.ticket !== undefined && (one.strong || (team !== undefined && WHOLE_NAMES.has(one.signal))),
  );
  // "Kabar Relawan …" and "Berita Paslon …" contain press words but are not press accounts;
  // "Bu Endah TU" and "Kasi Pemdes" are people.
  const agency = neutral !== undefined && !analysis.lists.officer.has(analysis.tokens, 0);
  if (agency && team === undefined && ticket === undefined && !profile.campaign && !profile.party) {
    profile.neutral = true;
    out.push(
      findingAt(analysis, "neutral-author", neutral.first, neutral.last, {
        key: "neutral-name",
        values: { name },
      }),
    );
    return;
  }
  const party = named.find((one) => one.signal === "party" && one.strong && !isOtherAbbreviation(one));
  const value = { name, ticket: ticket?.ticket === undefined ? name : ticketName(engine, ticket.ticket) };
  const about = { ref: ticket?.ref, ticket: ticket?.ticket };
  const all = analysis.tokens.count;
  if (team !== undefined && (ticket !== undefined || party !== undefined || TEAM_WORDS.test(team.text))) {
    out.push(
      findingAt(analysis, "page-ticket", 0, all, { key: "page-team", values: value, strong: true, ...about }),
    );
    profile.selfNamed ||= ticket !== undefined;
    profile.team = true;
  } else if (ticket !== undefined) {
    const pair = ticket.signal === "pair";
    const signal = pair ? "page-ticket" : "page-name";
    const whole = pair || ticket.signal === "full-name";
    // A person is a candidate while the contest runs; a pair's name and volunteers exist for it alone.
    const counts = pair || hint === TEAM ? isLive : isContestRunning;
    // "Bakery Om Novry" is a bakery.
    profile.selfNamed ||=
      (whole || hint > NO_HINT) &&
      counts(situation, ticket.ticket!) &&
      strongestTerm(engine, analysis, "other-election") === undefined;
    out.push(
      findingAt(analysis, signal, 0, all, { key: "page-candidate", values: value, strong: pair, ...about }),
    );
  } else if (team !== undefined) {
    profile.team ||= team.weight >= MIN_TEAM_WEIGHT;
    const more = { key: "page-volunteer", values: value, share: team.weight };
    out.push(findingAt(analysis, "page-name", team.first, team.last, more));
  }
  if (party !== undefined && profile.account === undefined) {
    profile.party = true;
    out.push(
      findingAt(analysis, "party-account", 0, all, {
        key: "page-party",
        values: { name, ...party.values },
        share: 0.7,
      }),
    );
  }
  addOffice(engine, analysis, profile, name, out);
}

function addOffice(
  engine: Engine,
  analysis: TextAnalysis,
  profile: AuthorProfile,
  name: string,
  out: Finding[],
): void {
  const office = strongestTerm(engine, analysis, "office");
  if (office === undefined || profile.office || profile.neutral) return;
  profile.office = true;
  out.push(
    findingAt(analysis, "office", office.first, office.last, {
      key: "office-holder",
      values: { name: plainName(name) },
    }),
  );
}

function readCategory(
  engine: Engine,
  analysis: TextAnalysis,
  profile: AuthorProfile,
  category: string,
  out: Finding[],
  situation: Situation,
): void {
  analyseText(engine, analysis, category, "category");
  // "Kepala puskesmas" and "Bidan desa" are people.
  const person = analysis.lists.officer.has(analysis.tokens, 0);
  const neutral = person ? undefined : strongestTerm(engine, analysis, "neutral-name");
  const isCampaignName = out.some((one) => one.signal === "page-ticket" || one.signal === "page-name");
  if (neutral !== undefined && !isCampaignName && !profile.campaign && !profile.party && !profile.neutral) {
    profile.neutral = true;
    const more = { key: "neutral-name", values: { name: category } };
    out.push(findingAt(analysis, "neutral-author", 0, analysis.tokens.count, more));
    return;
  }
  const pageCategory = strongestTerm(engine, analysis, "category");
  if (pageCategory !== undefined && !profile.neutral) {
    const more = { key: "page-category", values: { category }, share: pageCategory.weight };
    out.push(findingAt(analysis, "category", 0, analysis.tokens.count, more));
    // While a contest runs the talk under a politician's post is of it.
    if (isElectionTime(situation)) profile.team = true;
  }
}

function readBio(
  engine: Engine,
  analysis: TextAnalysis,
  profile: AuthorProfile,
  bio: string,
  out: Finding[],
  situation: Situation,
): void {
  analyseText(engine, analysis, bio, "bio");
  if (analysis.matches.count === 0) return;
  const team = strongestTerm(engine, analysis, "volunteer-name");
  const named: Finding[] = [];
  findNames(engine, analysis, named, situation, team !== undefined || hasElectionWord(engine, analysis));
  const ticket = named.find((one) => one.ticket !== undefined && one.strong);
  if (team !== undefined && (ticket !== undefined || TEAM_WORDS.test(team.text)) && !profile.neutral) {
    // The sentence quotes only the matched words; nothing else of the bio is shown.
    const more = { key: "bio-team", values: {}, strong: true, ref: ticket?.ref, ticket: ticket?.ticket };
    out.push(findingAt(analysis, "page-ticket", team.first, team.last, more));
    profile.team = true;
    if (ticket !== undefined && team.weight >= MIN_TEAM_WEIGHT && isLive(situation, ticket.ticket!))
      profile.selfNamed = true;
  }
  addOffice(engine, analysis, profile, bio, out);
}
