import type { Account, Ruleset } from "../schema/index.ts";

/**
 * Removes references to switched-off items, so that one switched-off party or basis does not invalidate the rest. A
 * trigger without any basis is removed too, because every rule needs one.
 */
export function pruneReferences(ruleset: Ruleset): Ruleset {
  const { roster, phases } = ruleset;
  const bases = new Set(ruleset.bases.map((basis) => basis.id));
  const rules = new Set(ruleset.rules.map((rule) => rule.id));
  const parties = new Set(roster.parties.map((party) => party.id));
  const elections = new Set(phases.elections.map((election) => election.id));
  const contests = roster.contests.filter((contest) => elections.has(contest.election));
  const contestIds = new Set(contests.map((contest) => contest.id));
  const tickets = new Set(contests.flatMap((contest) => contest.tickets.map((ticket) => ticket.id)));
  return {
    ...ruleset,
    rules: ruleset.rules.map((rule) => ({
      ...rule,
      triggers: rule.triggers
        .map((trigger) => ({ ...trigger, bases: trigger.bases.filter((id) => bases.has(id)) }))
        .filter((trigger) => trigger.bases.length > 0),
    })),
    sanctions: ruleset.sanctions
      .map((sanction) => ({
        ...sanction,
        bases: sanction.bases.filter((id) => bases.has(id)),
        ...(sanction.rules ? { rules: sanction.rules.filter((id) => rules.has(id)) } : {}),
      }))
      .filter((sanction) => sanction.rules === undefined || sanction.rules.length > 0),
    phases: {
      ...phases,
      elections: phases.elections.map((election) => ({
        ...election,
        stages: election.stages
          .map((stage) =>
            stage.contests
              ? { ...stage, contests: stage.contests.filter((id) => contestIds.has(id)) }
              : stage,
          )
          .filter((stage) => stage.contests === undefined || stage.contests.length > 0),
      })),
    },
    roster: {
      ...roster,
      contests: contests.map((contest) => ({
        ...contest,
        tickets: contest.tickets.map((ticket) => ({
          ...ticket,
          parties: ticket.parties.filter((id) => parties.has(id)),
        })),
      })),
      accounts: roster.accounts.map((account) => pruneAccount(account, contestIds, tickets, parties)),
    },
  };
}

/** Keeps the account (a campaign account, for example) and removes only its broken links. */
function pruneAccount(
  account: Account,
  contests: ReadonlySet<string>,
  tickets: ReadonlySet<string>,
  parties: ReadonlySet<string>,
): Account {
  const { contest, ticket, party, ...rest } = account;
  return {
    ...rest,
    ...(contest !== undefined && contests.has(contest) ? { contest } : {}),
    ...(ticket !== undefined && tickets.has(ticket) ? { ticket } : {}),
    ...(party !== undefined && parties.has(party) ? { party } : {}),
  };
}
