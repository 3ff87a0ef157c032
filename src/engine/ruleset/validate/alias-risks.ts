import { distinctiveWords } from "../compile/short-names.ts";
import type { Contest, Layer, Ruleset } from "../schema/index.ts";

/** Why an alias may warn about the wrong thing. */
type RiskKind = "short" | "ordinary" | "person" | "party" | "pair";

export interface Risk {
  /** In the layer: "set.contests.0.tickets.1". */
  path: string;
  alias: string;
  kind: RiskKind;
  /** Whose name it is, for "person", "party" and "pair". */
  other?: string;
}

const lower = (text: string) => text.toLowerCase().trim();
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "").length;

/** Aliases of the layer's tickets that need a second look within the ruleset they would join. */
export function aliasRisks(layer: Layer, ruleset: Ruleset): Risk[] {
  const known = indexNames(ruleset);
  const ordinary = new Set(ruleset.ordinary.map(lower));
  const risks: Risk[] = [];
  (layer.set.contests ?? []).forEach((contest, at) => {
    contest.tickets.forEach((ticket, on) => {
      const path = `set.contests.${at}.tickets.${on}`;
      const own = ticketLabel(contest, ticket.number);
      const aliases = [
        ...ticket.aliases,
        ...ticket.candidates.flatMap((candidate) => candidate.aliases),
        ...ticket.slogans.filter((slogan) => !slogan.includes(" ")),
      ];
      for (const alias of new Set(aliases)) {
        const risk = riskOf(alias, own, known, ordinary);
        if (risk) risks.push({ path, alias, ...risk });
      }
    });
  });
  return risks;
}

type NameIndex = Record<"person" | "word" | "party" | "pair", Map<string, Set<string>>>;

function riskOf(
  alias: string,
  own: string,
  known: NameIndex,
  ordinary: ReadonlySet<string>,
): Omit<Risk, "path" | "alias"> | undefined {
  const key = lower(alias);
  if (letters(alias) < 4) return { kind: "short" };
  if (ordinary.has(key) || distinctiveWords(alias).every((word) => ordinary.has(lower(word))))
    return { kind: "ordinary" };
  const foreign = (names: Set<string> | undefined) =>
    [...(names ?? [])].find((owner) => !owner.endsWith(own));
  const party = foreign(known.party.get(key));
  if (party) return { kind: "party", other: party };
  const person =
    foreign(known.person.get(key)) ?? (key.includes(" ") ? undefined : foreign(known.word.get(key)));
  if (person) return { kind: "person", other: person };
  const pair = foreign(known.pair.get(key));
  return pair ? { kind: "pair", other: pair } : undefined;
}

const ticketLabel = (contest: Pick<Contest, "name">, number: number) =>
  `(${contest.name.id}, nomor ${number})`;

/** Indexes the names of the ruleset by owner; single words of names separately, for one-word aliases. */
function indexNames(ruleset: Ruleset): NameIndex {
  const known: NameIndex = { person: new Map(), word: new Map(), party: new Map(), pair: new Map() };
  const add = (map: Map<string, Set<string>>, name: string, owner: string) => {
    const key = lower(name);
    map.set(key, (map.get(key) ?? new Set()).add(owner));
  };
  for (const contest of ruleset.roster.contests) {
    for (const ticket of contest.tickets) {
      const label = ticketLabel(contest, ticket.number);
      for (const alias of ticket.aliases) add(known.pair, alias, `${alias} ${label}`);
      for (const { name, aliases } of ticket.candidates) {
        for (const alias of aliases) {
          add(known.person, alias, `${name} ${label}`);
          for (const word of alias.split(" "))
            if (letters(word) > 2) add(known.word, word, `${name} ${label}`);
        }
      }
    }
  }
  for (const party of ruleset.roster.parties) {
    for (const name of [party.name, party.short, ...party.aliases]) add(known.party, name, party.name);
  }
  return known;
}
