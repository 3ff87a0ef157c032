import { OUTSIDE } from "../law/phase.ts";
import type { Ruleset } from "../schema/index.ts";
import { daysBetween } from "./cells/days.ts";
import type { SECTION } from "./columns.ts";

/** What sheets may refer to although they do not have it: the bundled ruleset, in the terms of the sheets. */
export interface Known {
  /** Ids of the stages. */
  phases: readonly string[];
  /** Stages that an election of its region has, in their order. */
  expectedPhases: readonly string[];
  /** Days of the longest known stage of each kind. */
  longest: ReadonlyMap<string, number>;
  elections: readonly string[];
  /** Ids of the tickets by contest. */
  contests: ReadonlyMap<string, ReadonlySet<string>>;
  parties: readonly { id: string; names: readonly string[] }[];
  /** What can be switched off, by section. */
  ids: Readonly<Partial<Record<string, ReadonlySet<string>>>>;
}

export function knownOf(ruleset: Ruleset): Known {
  const { phases, roster } = ruleset;
  const longest = new Map<string, number>();
  const used = new Set<string>();
  for (const { scope, stages } of phases.elections) {
    for (const { phase, from, until, contests } of stages) {
      longest.set(phase, Math.max(longest.get(phase) ?? 0, daysBetween(from, until) + 1));
      if (scope === "regional" && !contests) used.add(phase);
    }
  }
  const kinds = phases.kinds.map((kind) => kind.id);
  const idsOf = (list: readonly { id: string }[]) => new Set(list.map((item) => item.id));
  const lists: Partial<Record<(typeof SECTION)[string], readonly { id: string }[]>> = {
    rules: ruleset.rules,
    bases: ruleset.bases,
    sanctions: ruleset.sanctions,
    elections: phases.elections,
    contests: roster.contests,
    parties: roster.parties,
    accounts: roster.accounts,
    statistics: ruleset.statistics,
    channels: ruleset.channels,
  };
  return {
    phases: kinds.filter((id) => id !== OUTSIDE),
    expectedPhases: kinds.filter((id) => used.has(id)),
    longest,
    elections: phases.elections.map((election) => election.id),
    contests: new Map(roster.contests.map(({ id, tickets }) => [id, idsOf(tickets)])),
    parties: roster.parties.map(({ id, name, short, aliases }) => ({ id, names: [short, name, ...aliases] })),
    ids: Object.fromEntries(Object.entries(lists).map(([section, list]) => [section, idsOf(list!)])),
  };
}
