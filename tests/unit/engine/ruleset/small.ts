import type { Ruleset } from "../../../../src/engine/ruleset/schema/index.ts";
import { bundled } from "./bundled.ts";

/** A valid ruleset with a little of everything: quick to parse a hundred thousand times. */
export function small(): Ruleset {
  made ??= make();
  return structuredClone(made);
}

let made: Ruleset | undefined;

function make(): Ruleset {
  const all = bundled();
  const rules = all.rules.filter((rule) => rule.id === "R1" || rule.id === "X1");
  const contests = all.roster.contests
    .filter((contest) => ["pemilu-2024/presiden", "pilkada-2024/36"].includes(contest.id))
    .map((contest) => ({
      ...contest,
      tickets: contest.tickets.map((ticket) => ({ ...ticket, parties: [] })),
    }));
  const elections = all.phases.elections
    .slice(0, 2)
    .map((election) => ({ ...election, stages: election.stages.filter((stage) => !stage.contests) }));
  const sanctions = all.sanctions.filter((sanction) => !sanction.rules).slice(0, 3);
  const used = new Set([
    ...rules.flatMap((r) => r.triggers.flatMap((t) => t.bases)),
    ...sanctions.flatMap((s) => s.bases),
  ]);
  const one = <T extends { sources: readonly unknown[] }>(item: T): T => ({
    ...item,
    sources: item.sources.slice(0, 1),
  });
  const bases = all.bases.filter((basis) => used.has(basis.id)).map(one);
  const named = new Set(bases.map((basis) => basis.instrument));
  const instruments = all.instruments.filter((i) => named.has(i.id)).map(one);
  return {
    ...all,
    rules,
    bases,
    instruments,
    sanctions,
    phases: { kinds: all.phases.kinds, elections },
    roster: {
      contests,
      parties: all.roster.parties.slice(0, 2),
      accounts: all.roster.accounts
        .filter((account) => !account.ticket && !account.party)
        .slice(0, 5)
        .concat(
          all.roster.accounts.filter((account) => account.ticket?.startsWith("pilkada-2024/36")).slice(0, 1),
        ),
    },
    lexicon: all.lexicon.slice(0, 5),
    ordinary: all.ordinary.slice(0, 3),
    sites: {
      x: {
        hosts: ["x.com"],
        selectors: { post: ['article[data-testid="tweet"] > div'] },
        labels: { like: ["Suka"] },
      },
    },
    statistics: all.statistics.slice(0, 1),
    channels: all.channels.slice(0, 2),
  };
}
