import { SITE_IDS, type SiteId } from "../../src/domain/sites.ts";
import { pairAlias, personAliases } from "../../src/engine/ruleset/compile/short-names.ts";
import type {
  Account,
  Contest,
  ContestKind,
  Election,
  Party,
  Ruleset,
  Ticket,
} from "../../src/engine/ruleset/schema/index.ts";
import { isDay } from "../../src/engine/ruleset/schema/parts.ts";

/** A pair in a roster file: the format of the public Pilkada list, with optional fields of our own. */
export interface RosterPair {
  jenis?: string;
  /** Id of its contest; by default pairs of one kind and region share a contest. */
  kontes?: string;
  kode_wilayah?: string;
  wilayah_kemendagri?: string;
  wilayah?: string;
  id_kpu?: string;
  nomor_urut?: number;
  nomor?: number;
  nama_resmi?: string;
  calon?: string;
  wakil?: string;
  /** Acronym of the pair. */
  sebutan?: string;
  alias?: string[];
  slogan?: string[];
  tagar?: string[];
  partai?: string[];
  akun?: { situs?: string; nama?: string; handle?: string; jenis?: string }[];
  /** First day of its contest's stages, and day of the vote: "YYYY-MM-DD". */
  mulai?: string;
  pemungutan?: string;
}

/** Fields that are read, and fields of the public list that are ignored. */
const FIELDS: ReadonlySet<string> = new Set(
  (
    "jenis kontes kode_wilayah wilayah_kemendagri wilayah id_kpu nomor_urut nomor nama_resmi calon wakil sebutan alias " +
    "slogan tagar partai akun mulai pemungutan warna petahana kode_wilayah_kpu nama_wilayah provinsi kabupaten " +
    "sumber catatan url foto status partai_nomor"
  ).split(" "),
);

const KINDS: Readonly<Record<string, ContestKind>> = {
  gubernur: "governor",
  bupati: "regent",
  walikota: "mayor",
  "wali kota": "mayor",
  presiden: "president",
  pilpres: "president",
};
const LEGISLATIVE = /^(?:dpr|dprd|dpd|dprri|pileg|parpol|partai|legislatif)/;

const SITES: Readonly<Record<string, SiteId>> = {
  twitter: "x",
  fb: "facebook",
  ig: "instagram",
  yt: "youtube",
  wa: "whatsapp",
};

/** "fb" and "Facebook" are facebook; an unsupported site is undefined. */
export function siteOf(name: string | undefined): SiteId | undefined {
  const plain = (name ?? "").trim().toLowerCase();
  return SITES[plain] ?? SITE_IDS.find((site) => site === plain);
}

const texts = (list: unknown): string[] =>
  Array.isArray(list)
    ? list.filter((one): one is string => typeof one === "string" && one.trim() !== "")
    : [];

/** Names of the two candidates; split from "A - B" of the official name where they are not given separately. */
function people(pair: RosterPair): string[] {
  const apart = [pair.calon, pair.wakil].filter((name): name is string => Boolean(name?.trim()));
  if (apart.length > 0) return apart;
  return (pair.nama_resmi ?? "").split(/\s+[-–—]\s+/).filter((name) => name !== "");
}

/** Adds the pairs of a roster file to a ruleset. @throws Error where the file has another shape */
export function addRoster(ruleset: Ruleset, file: unknown): Ruleset {
  const list = (file as { paslon?: unknown } | null)?.paslon;
  if (!Array.isArray(list)) throw new Error("roster file: an object with a list “paslon” is expected");
  const contests = new Map<string, Contest & { tickets: Ticket[] }>();
  const accounts: Account[] = [];
  const parties = new Map<string, Party>();
  const known = new Map<string, string>();
  for (const party of ruleset.roster.parties) {
    for (const name of [party.short, party.name, ...party.aliases]) known.set(name.toLowerCase(), party.id);
  }
  const days = new Map<string, Days>();
  for (const [at, raw] of list.entries()) {
    const pair = raw as RosterPair;
    const unknown = Object.keys(pair).find((key) => !FIELDS.has(key));
    if (unknown !== undefined) throw new Error(`roster file: pair ${at + 1}: field “${unknown}” is unknown`);
    const names = people(pair);
    if (names.length === 0) throw new Error(`roster file: pair ${at + 1} has no names`);
    const region = (pair.kode_wilayah ?? "").replaceAll(".", "");
    const jenis = (pair.jenis ?? "lain").toLowerCase();
    const own = pair.kontes?.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    const election = `berkas-${own ?? `${jenis.replaceAll(" ", "-")}-${region || "00"}`}`;
    const id = `${election}/0`;
    const called = pair.wilayah_kemendagri ?? pair.wilayah ?? region;
    const contest = contests.get(id) ?? newContest(id, election, jenis, region, called);
    contests.set(id, contest);
    const behind: string[] = [];
    noteDays(days, election, pair, at + 1);
    const number = pair.nomor_urut ?? pair.nomor ?? 0;
    for (const name of texts(pair.partai)) {
      const partyId =
        known.get(name.toLowerCase()) ?? `berkas-${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
      if (!known.has(name.toLowerCase()))
        parties.set(partyId, { id: partyId, name, short: name, aliases: [] });
      behind.push(partyId);
    }
    const ticket = toTicket(pair, names, number, `${id}/${number}-${at}`, behind);
    contest.tickets.push(ticket);
    accounts.push(...toAccounts(pair, ticket.id, id));
  }
  return {
    ...ruleset,
    phases: {
      ...ruleset.phases,
      elections: [...ruleset.phases.elections, ...[...days].flatMap(toElection)],
    },
    roster: {
      contests: [...ruleset.roster.contests, ...contests.values()],
      parties: [...ruleset.roster.parties, ...parties.values()],
      accounts: [...ruleset.roster.accounts, ...accounts],
    },
  };
}

/** The days of a contest, taken from the first pair that has them. */
interface Days {
  from?: string;
  vote?: string;
}

function noteDays(days: Map<string, Days>, election: string, pair: RosterPair, at: number): void {
  const known = days.get(election) ?? {};
  for (const field of ["mulai", "pemungutan"] as const) {
    const day = pair[field];
    if (day === undefined || day === null) continue;
    if (!isDay(day)) throw new Error(`roster file: pair ${at}: “${field}” ${String(day)} is no day`);
  }
  const from = known.from ?? pair.mulai;
  const vote = known.vote ?? pair.pemungutan;
  if (from && vote && from > vote)
    throw new Error(`roster file: pair ${at}: “pemungutan” lies before “mulai”`);
  days.set(election, { ...(from ? { from } : {}), ...(vote ? { vote } : {}) });
}

/** An election without days is not listed at all: it is always running (`src/engine/detection/situation.ts`). */
function toElection([id, { from, vote }]: [string, Days]): Election[] {
  if (from === undefined && vote === undefined) return [];
  const stage = { phase: "kampanye", from: from ?? "0001-01-01", until: vote ?? "9999-12-31" };
  return [{ id, name: { id, en: id }, scope: "regional", stages: [stage], sources: [] }];
}

function newContest(
  id: string,
  election: string,
  jenis: string,
  region: string,
  name: string,
): Contest & { tickets: Ticket[] } {
  return {
    id,
    election,
    kind: KINDS[jenis] ?? (LEGISLATIVE.test(jenis) ? "legislative" : "other"),
    ...(region ? { region } : {}),
    name: { id: name, en: name },
    tickets: [],
  };
}

function toTicket(pair: RosterPair, names: string[], number: number, id: string, parties: string[]): Ticket {
  const together = names[0] && names[1] ? pairAlias(names[0], names[1]) : undefined;
  return {
    id,
    number,
    candidates: names.map((name) => ({ name, aliases: personAliases(name, () => true) })),
    aliases: [...texts([pair.sebutan]), ...texts(pair.alias), ...(together ? [together] : [])],
    slogans: texts(pair.slogan),
    hashtags: texts(pair.tagar).map((tag) => tag.replace(/^#/, "")),
    parties,
  };
}

function toAccounts(pair: RosterPair, ticket: string, contest: string): Account[] {
  return (pair.akun ?? []).flatMap((one, at): Account[] => {
    const site = siteOf(one.situs) ?? "x";
    if (!one.handle && !one.nama) return [];
    const kind = one.jenis?.toLowerCase() === "relawan" ? "volunteer" : "team";
    return [
      {
        id: `${ticket}/akun-${at}`,
        site,
        kind,
        ticket,
        contest,
        ...(one.handle ? { handle: one.handle.replace(/^@/, "") } : {}),
        ...(one.nama ? { name: one.nama } : {}),
      },
    ];
  });
}
