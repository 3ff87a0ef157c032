import { pairAlias, personAliases } from "../../src/ruleset/names.ts";
import type { Account, Contest, ContestKind, Party, Ruleset, Ticket } from "../../src/ruleset/types.ts";
import { SITE_IDS, type SiteId } from "../../src/words.ts";

/** A pair as roster files write it: the shape of the public Pilkada list, with optional lists of our own. */
interface RosterPair {
  jenis?: string;
  kode_wilayah?: string;
  wilayah_kemendagri?: string;
  id_kpu?: string;
  nomor_urut: number;
  nama_resmi?: string;
  calon?: string;
  wakil?: string;
  alias?: string[];
  slogan?: string[];
  tagar?: string[];
  partai?: string[];
  akun?: { situs?: string; nama?: string; handle?: string; jenis?: string }[];
}

const KINDS: Readonly<Record<string, ContestKind>> = {
  gubernur: "governor",
  bupati: "regent",
  walikota: "mayor",
  "wali kota": "mayor",
  presiden: "president",
};

const SITES: Readonly<Record<string, SiteId>> = {
  twitter: "x",
  fb: "facebook",
  ig: "instagram",
  yt: "youtube",
  wa: "whatsapp",
};

/** "fb" and "Facebook" are facebook; what is no known site stays undefined. */
export function siteOf(name: string | undefined): SiteId | undefined {
  const plain = (name ?? "").trim().toLowerCase();
  return SITES[plain] ?? SITE_IDS.find((site) => site === plain);
}

const texts = (list: unknown): string[] =>
  Array.isArray(list)
    ? list.filter((one): one is string => typeof one === "string" && one.trim() !== "")
    : [];

/** Names of the two candidates; "A - B" of the official name where they are not given apart. */
function people(pair: RosterPair): string[] {
  const apart = [pair.calon, pair.wakil].filter((name): name is string => Boolean(name?.trim()));
  if (apart.length > 0) return apart;
  return (pair.nama_resmi ?? "").split(/\s+[-–—]\s+/).filter((name) => name !== "");
}

/** Adds the pairs of a roster file to a ruleset. Throws a clear error where the file has another shape. */
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
  for (const [at, raw] of list.entries()) {
    const pair = raw as RosterPair;
    const names = people(pair);
    if (names.length === 0) throw new Error(`roster file: pair ${at + 1} has no names`);
    const region = (pair.kode_wilayah ?? "").replaceAll(".", "");
    const jenis = (pair.jenis ?? "lain").toLowerCase();
    const id = `berkas/${jenis.replaceAll(" ", "-")}-${region || "00"}`;
    const contest = contests.get(id) ?? newContest(id, jenis, region, pair.wilayah_kemendagri ?? region);
    contests.set(id, contest);
    const behind: string[] = [];
    for (const name of texts(pair.partai)) {
      const partyId =
        known.get(name.toLowerCase()) ?? `berkas-${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
      if (!known.has(name.toLowerCase()))
        parties.set(partyId, { id: partyId, name, short: name, aliases: [] });
      behind.push(partyId);
    }
    const ticket = toTicket(pair, names, `${id}/${pair.nomor_urut}-${at}`, behind);
    contest.tickets.push(ticket);
    accounts.push(...toAccounts(pair, ticket.id, id));
  }
  return {
    ...ruleset,
    roster: {
      contests: [...ruleset.roster.contests, ...contests.values()],
      parties: [...ruleset.roster.parties, ...parties.values()],
      accounts: [...ruleset.roster.accounts, ...accounts],
    },
  };
}

function newContest(
  id: string,
  jenis: string,
  region: string,
  name: string,
): Contest & { tickets: Ticket[] } {
  return {
    id,
    election: "berkas",
    kind: KINDS[jenis] ?? "other",
    ...(region ? { region } : {}),
    name: { id: name, en: name },
    tickets: [],
  };
}

function toTicket(pair: RosterPair, names: string[], id: string, parties: string[]): Ticket {
  const together = names[0] && names[1] ? pairAlias(names[0], names[1]) : undefined;
  return {
    id,
    number: pair.nomor_urut,
    candidates: names.map((name) => ({ name, aliases: personAliases(name, () => true) })),
    aliases: [...texts(pair.alias), ...(together ? [together] : [])],
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
