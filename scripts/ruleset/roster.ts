import {
  pairAlias,
  personAliases,
  shortName,
  titleCase,
} from "../../src/engine/ruleset/compile/short-names.ts";
import type { Contest, Party, Ticket } from "../../src/engine/ruleset/schema/index.ts";
import type { ContestFact } from "./kpu-list.ts";
import { readSource, sourceNames } from "./source.ts";

type PartyFact = [number, string, string, string | null, string | null, string | null, number | null];
type Aliases = Record<string, { aliases: string[]; candidates: string[][] } | undefined>;

/** Regional elections with a list of pairs, by the names of their files, the oldest first. */
const regionalElections = (): string[] => sourceNames().filter((name) => /^pilkada-\d{4}$/.test(name));
const pairsOf = (election: string) => readSource<{ contests: ContestFact[] }>(election).contests;
export const contestFacts = (): ContestFact[] => regionalElections().flatMap(pairsOf);
export const partyFacts = () => readSource<{ parties: PartyFact[] }>("partai-2024").parties;
export const presidentFacts = () =>
  readSource<{ tickets: { number: number; names: string[]; x: string[]; instagram: string[] }[] }>(
    "presiden-2024",
  ).tickets;

export const partyId = (short: string) => short.toLowerCase().replace(/[^a-z]+/g, "-");
export const ticketId = (contest: string, number: number) => `${contest}/${String(number).padStart(2, "0")}`;

/** "KABUPATEN ACEH SELATAN" is "Aceh Selatan", "DKI JAKARTA" stays in capitals where it is an abbreviation. */
export function regionName(official: string): string {
  return titleCase(official.replace(/^(KABUPATEN|KOTA) /, "")).replace(/^(Dki|Di)\b/, (short) =>
    short.toUpperCase(),
  );
}

export function parties(): Party[] {
  return partyFacts().map(([number, short, name]) => ({
    id: partyId(short),
    number,
    name,
    short,
    aliases: [],
  }));
}

export function contests(ordinary: readonly string[]): Contest[] {
  return [
    presidential(),
    ...regionalElections().flatMap((election) => regional(election, ordinary)),
    ...repeated(),
  ];
}

function presidential(): Contest {
  const id = "pemilu-2024/presiden";
  const known = readSource<Aliases>("aliases");
  return {
    id,
    election: "pemilu-2024",
    kind: "president",
    name: { id: "Pemilihan Presiden 2024", en: "Presidential election 2024" },
    tickets: presidentFacts().map(({ number, names }): Ticket => {
      const extra = known[ticketId(id, number)];
      return {
        id: ticketId(id, number),
        number,
        candidates: names.map((name, at) => ({
          name,
          aliases: extra?.candidates[at] ?? [shortName(name).short],
        })),
        aliases: extra?.aliases ?? [],
        slogans: [],
        hashtags: [],
        parties: partyFacts().flatMap(([, short, , , , , stood]) =>
          stood === number ? [partyId(short)] : [],
        ),
      };
    }),
  };
}

function regional(election: string, ordinary: readonly string[]): Contest[] {
  const facts = pairsOf(election);
  const year = election.slice(-4);
  const everyday = new Set(ordinary.map((word) => word.toLowerCase()));
  const owners = countShortNames(facts);
  // A derived alias must not be another person's short name and must contain a word that is no everyday one.
  const safe = (alias: string) =>
    !owners.has(alias.toLowerCase()) &&
    alias
      .toLowerCase()
      .split(" ")
      .some((word) => !everyday.has(word));
  const made = facts.map(([region, official, ...pairs]): Contest => {
    const id = `${election}/${region}`;
    return {
      id,
      election,
      ...kindAndName(region, official, year),
      region,
      tickets: pairs.map(([number, candidate, mate]): Ticket => {
        const pair = pairAlias(candidate, mate);
        return {
          id: ticketId(id, number),
          number,
          candidates: [candidate, mate].map((name) => ({ name, aliases: personAliases(name, safe) })),
          aliases: pair ? [pair] : [],
          slogans: [],
          hashtags: [],
          parties: [],
        };
      }),
    };
  });
  return dropShared(made);
}

function countShortNames(facts: readonly ContestFact[]): Set<string> {
  return new Set(
    facts.flatMap(([, , ...pairs]) =>
      pairs.flatMap(([, a, b]) => [a, b]).map((n) => shortName(n).short.toLowerCase()),
    ),
  );
}

/** An alias derived for two persons belongs to neither; a person's own short name stays. */
function dropShared(made: Contest[]): Contest[] {
  const count = new Map<string, number>();
  const all = made.flatMap((contest) => contest.tickets.flatMap((ticket) => ticket.candidates));
  for (const { aliases } of all) for (const alias of aliases) count.set(alias, (count.get(alias) ?? 0) + 1);
  const keep = (name: string, alias: string) => count.get(alias) === 1 || alias === shortName(name).short;
  return made.map((contest) => ({
    ...contest,
    tickets: contest.tickets.map((ticket) => ({
      ...ticket,
      candidates: ticket.candidates.map(({ name, aliases }) => ({
        name,
        aliases: aliases.filter((alias) => keep(name, alias)),
      })),
    })),
  }));
}

function kindAndName(region: string, official: string, year: string): Pick<Contest, "kind" | "name"> {
  const name = regionName(official);
  if (region.length === 2) {
    return {
      kind: "governor",
      name: { id: `Pemilihan Gubernur ${name} ${year}`, en: `Election for Governor of ${name} ${year}` },
    };
  }
  return official.startsWith("KOTA ")
    ? {
        kind: "mayor",
        name: { id: `Pemilihan Wali Kota ${name} ${year}`, en: `Election for Mayor of ${name} ${year}` },
      }
    : {
        kind: "regent",
        name: { id: `Pemilihan Bupati ${name} ${year}`, en: `Election for Regent of ${name} ${year}` },
      };
}

/** The two repeated elections of 2025: their calendar is public, their tickets are not. */
function repeated(): Contest[] {
  return [
    {
      region: "1901",
      kind: "regent" as const,
      id: "Pemilihan Bupati Bangka 2025 (ulang)",
      en: "Election for Regent of Bangka 2025 (repeated)",
    },
    {
      region: "1971",
      kind: "mayor" as const,
      id: "Pemilihan Wali Kota Pangkal Pinang 2025 (ulang)",
      en: "Election for Mayor of Pangkal Pinang 2025 (repeated)",
    },
  ].map(({ region, kind, id, en }) => ({
    id: `pilkada-ulang-2025/${region}`,
    election: "pilkada-ulang-2025",
    kind,
    region,
    name: { id, en },
    tickets: [],
  }));
}
