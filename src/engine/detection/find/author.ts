import type { Author, EvidenceField } from "../../../domain/assessment.ts";
import type { Engine } from "../../ruleset/compile/engine.ts";
import { plainName, ticketName } from "../../ruleset/compile/engine.ts";
import { PAYLOAD } from "../../ruleset/compile/format.ts";
import type { Account, AccountKind, TermRole } from "../../ruleset/schema/index.ts";
import { isLive, type Situation } from "../situation.ts";
import type { Found } from "./finding.ts";
import { findNames } from "./names.ts";
import { isElectoral } from "./terms.ts";
import { found, type Reading, read } from "./text-analysis.ts";

/** What is known of an author or page. */
export interface Who {
  account: Account | undefined;
  /** A campaign's own account: of a candidate, a team, volunteers. */
  campaign: boolean;
  /**
   * Calls itself a team or volunteers of a named ticket or candidate, or bears the name of a ticket whose contest is
   * not over: a campaign's own account, though not listed.
   */
  ownWord: boolean;
  /** Calls itself a team or volunteers, nobody knows whose. */
  team: boolean;
  neutral: boolean;
  office: boolean;
  party: boolean;
  contest: string | undefined;
}

const NEUTRAL: ReadonlySet<AccountKind> = new Set(["kpu", "bawaslu", "government", "press"]);
const CAMPAIGN: ReadonlySet<AccountKind> = new Set(["candidate", "team", "volunteer"]);

/** A team's name says whose it is when their contest is over, too. */
const WHOLE: ReadonlySet<Found["signal"]> = new Set(["pair", "full-name", "tagged-name"]);
/** From this weight on a word is of teams and volunteers alone. */
const SURE_TEAM = 0.9;
/** "Relawan" alone may help after a flood; these words say it all without a candidate's name. */
const TELLING = /pemenangan|sukses|timses|kampanye|^for |^untuk /;

/** A stable key for "the same account". */
export function accountKey(site: string, author: Author | undefined): string | undefined {
  if (author === undefined) return undefined;
  if (author.handle) return `${site}:handle:${author.handle.replace(/^@/, "").toLowerCase()}`;
  if (author.id) return `${site}:id:${author.id}`;
  if (author.name) return `${site}:name:${author.name.trim().toLowerCase()}`;
  return undefined;
}

/** Reads who wrote or owns a surface: known account, name, category, bio. */
export function readWho(
  engine: Engine,
  reading: Reading,
  author: Author | undefined,
  field: EvidenceField,
  out: Found[],
  situation: Situation,
): Who {
  const who: Who = {
    account: undefined,
    campaign: false,
    ownWord: false,
    team: false,
    neutral: false,
    office: false,
    party: false,
    contest: undefined,
  };
  if (author === undefined) return who;
  who.account = engine.accounts.find(reading.site, author);
  if (who.account !== undefined) listed(engine, who, author, field, out);
  if (author.name) readName(engine, reading, who, author.name, field, out, situation);
  if (author.category) readCategory(engine, reading, who, author.category, out);
  if (author.bio) readBio(engine, reading, who, author.bio, out, situation);
  if (!who.neutral && !who.campaign) readSeen(reading.site, who, author, field, out, situation);
  return who;
}

/** What it wrote before counts like its own word. */
function readSeen(
  site: string,
  who: Who,
  author: Author,
  field: EvidenceField,
  out: Found[],
  situation: Situation,
): void {
  const key = situation.seenCampaign && accountKey(site, author);
  if (key === undefined || !situation.seenCampaign!(key)) return;
  who.ownWord = true;
  const text = author.name || author.handle || key;
  const at = { field, start: 0, end: text.length, text, share: 1, strong: true };
  out.push({ ...at, signal: "page-name", key: "account-seen", values: {} });
}

function listed(engine: Engine, who: Who, author: Author, field: EvidenceField, out: Found[]): void {
  const account = who.account!;
  const name = author.name ?? account.name ?? `@${account.handle ?? ""}`;
  who.neutral = NEUTRAL.has(account.kind);
  who.campaign = CAMPAIGN.has(account.kind);
  who.office = account.kind === "office-holder";
  who.party = account.kind === "party";
  const ticket =
    account.ticket === undefined ? -1 : engine.tickets.findIndex((row) => row[0] === account.ticket);
  who.contest =
    account.contest ?? (ticket < 0 ? undefined : engine.contests[engine.tickets[ticket]![2]]?.[0]);
  const party = engine.parties.find((one) => one.id === account.party);
  const signal = who.neutral ? "neutral-author" : who.campaign ? "campaign-account" : "party-account";
  out.push({
    signal,
    field,
    start: 0,
    end: name.length,
    text: name,
    share: 1,
    strong: who.campaign,
    key: who.neutral ? "neutral-account" : `account-${account.kind}`,
    values: {
      name,
      ticket: ticket < 0 ? "" : ticketName(engine, ticket),
      number: ticket < 0 ? "" : engine.tickets[ticket]![1],
      party: party?.short ?? name,
    },
    ref: account.id,
    ...(ticket < 0 ? {} : { ticket }),
  });
}

/** "PPKn" is taught at school: where a letter is doubled an abbreviation is another, though words are matched without. */
function isOther({ text, values: { party } }: Found): boolean {
  const [said, short] = [text, String(party)].map((one) => one.toLowerCase());
  return said !== short && said!.replace(/(.)\1/g, "$1") === short;
}

interface TermHit {
  first: number;
  last: number;
  weight: number;
  text: string;
}

function has(engine: Engine, reading: Reading, role: TermRole): TermHit | undefined {
  let best: TermHit | undefined;
  const { matches } = reading;
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
  reading: Reading,
  who: Who,
  name: string,
  field: EvidenceField,
  out: Found[],
  situation: Situation,
): void {
  read(engine, reading, name, field);
  if (reading.matches.count === 0) return;
  const team = has(engine, reading, "volunteer-name");
  const neutral = has(engine, reading, "neutral-name");
  const named: Found[] = [];
  const electoral = (team?.weight ?? 0) >= SURE_TEAM || isElectoral(engine, reading);
  findNames(engine, reading, named, situation, electoral);
  const ticket = named.find(
    (one) => one.ticket !== undefined && (one.strong || (team !== undefined && WHOLE.has(one.signal))),
  );
  // "Kabar Relawan …" and "Berita Paslon …" carry the press's words, not its trade.
  // "Bu Endah TU", "Kasi Pemdes" are people.
  const agency = neutral !== undefined && !reading.beside.officer.has(reading.tokens, 0);
  if (agency && team === undefined && ticket === undefined && !who.campaign && !who.party) {
    who.neutral = true;
    out.push(
      found(reading, "neutral-author", neutral.first, neutral.last, {
        key: "neutral-name",
        values: { name },
      }),
    );
    return;
  }
  const party = named.find((one) => one.signal === "party" && one.strong && !isOther(one));
  const value = { name, ticket: ticket?.ticket === undefined ? name : ticketName(engine, ticket.ticket) };
  const about = { ref: ticket?.ref, ticket: ticket?.ticket };
  const all = reading.tokens.count;
  if (team !== undefined && (ticket !== undefined || party !== undefined || TELLING.test(team.text))) {
    out.push(
      found(reading, "page-ticket", 0, all, { key: "page-team", values: value, strong: true, ...about }),
    );
    who.ownWord = ticket !== undefined;
    who.team = true;
  } else if (ticket !== undefined) {
    const pair = ticket.signal === "pair";
    const signal = pair ? "page-ticket" : "page-name";
    const whole = pair || ticket.signal === "full-name";
    // "Bakery Om Novry" bakes.
    who.ownWord =
      whole && isLive(situation, ticket.ticket!) && has(engine, reading, "other-election") === undefined;
    out.push(
      found(reading, signal, 0, all, { key: "page-candidate", values: value, strong: pair, ...about }),
    );
  } else if (team !== undefined) {
    who.team = team.weight >= SURE_TEAM;
    const more = { key: "page-volunteer", values: value, share: team.weight };
    out.push(found(reading, "page-name", team.first, team.last, more));
  }
  if (party !== undefined && who.account === undefined) {
    who.party = true;
    out.push(
      found(reading, "party-account", 0, all, {
        key: "page-party",
        values: { name, ...party.values },
        share: 0.7,
      }),
    );
  }
  officeHolder(engine, reading, who, name, out);
}

function officeHolder(engine: Engine, reading: Reading, who: Who, name: string, out: Found[]): void {
  const office = has(engine, reading, "office");
  if (office === undefined || who.office || who.neutral) return;
  who.office = true;
  out.push(
    found(reading, "office", office.first, office.last, {
      key: "office-holder",
      values: { name: plainName(name) },
    }),
  );
}

function readCategory(engine: Engine, reading: Reading, who: Who, category: string, out: Found[]): void {
  read(engine, reading, category, "category");
  // In a chat the site shows the group's name there.
  const chat = reading.site === "whatsapp" || reading.site === "telegram";
  const neutral = chat ? undefined : has(engine, reading, "neutral-name");
  const speaks = out.some((one) => one.signal === "page-ticket" || one.signal === "page-name");
  if (neutral !== undefined && !speaks && !who.campaign && !who.party && !who.neutral) {
    who.neutral = true;
    const more = { key: "neutral-name", values: { name: category } };
    out.push(found(reading, "neutral-author", 0, reading.tokens.count, more));
    return;
  }
  const known = has(engine, reading, "category");
  if (known !== undefined && !who.neutral) {
    const more = { key: "page-category", values: { category }, share: known.weight };
    out.push(found(reading, "category", 0, reading.tokens.count, more));
  }
}

function readBio(
  engine: Engine,
  reading: Reading,
  who: Who,
  bio: string,
  out: Found[],
  situation: Situation,
): void {
  read(engine, reading, bio, "bio");
  if (reading.matches.count === 0) return;
  const team = has(engine, reading, "volunteer-name");
  const named: Found[] = [];
  findNames(engine, reading, named, situation, team !== undefined || isElectoral(engine, reading));
  const ticket = named.find((one) => one.ticket !== undefined && one.strong);
  if (team !== undefined && (ticket !== undefined || TELLING.test(team.text)) && !who.neutral) {
    // The sentence quotes the words found; nothing else of the bio is shown.
    const more = { key: "bio-team", values: {}, strong: true, ref: ticket?.ref, ticket: ticket?.ticket };
    out.push(found(reading, "page-ticket", team.first, team.last, more));
    who.team = true;
  }
  officeHolder(engine, reading, who, bio, out);
}
