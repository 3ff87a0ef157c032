import type { Roster, Ruleset } from "../schema/index.ts";
import { LIMITS } from "../schema/limits.ts";
import { type ValidationError, validationError } from "./errors.ts";

type Path = readonly (string | number)[];

/** Checks what a schema cannot: unique ids, valid references, order of days, number of names. */
export function checkReferences(ruleset: Ruleset): ValidationError[] {
  const faults: ValidationError[] = [];
  const names = countNames(ruleset.roster) + ruleset.lexicon.length;
  if (names > LIMITS.names) return [validationError("roster", "too-many-names", [names, LIMITS.names])];

  const { rules, instruments, bases, sanctions, phases, roster } = ruleset;
  const ids = {
    Aturan: collectUniqueIds(rules, ["rules"], faults),
    Peraturan: collectUniqueIds(instruments, ["instruments"], faults),
    Dasar: collectUniqueIds(bases, ["bases"], faults),
    Tahapan: collectUniqueIds(phases.kinds, ["phases", "kinds"], faults),
    Pemilu: collectUniqueIds(phases.elections, ["phases", "elections"], faults),
    Partai: collectUniqueIds(roster.parties, ["roster", "parties"], faults),
    Pemilihan: collectUniqueIds(roster.contests, ["roster", "contests"], faults),
    Paslon: new Set<string>(),
  };
  collectUniqueIds(sanctions, ["sanctions"], faults);
  collectUniqueIds(roster.accounts, ["roster", "accounts"], faults);
  collectUniqueIds(ruleset.statistics, ["statistics"], faults);
  collectUniqueIds(ruleset.channels, ["channels"], faults);

  const requireId = (kind: keyof typeof ids, value: string | undefined, path: Path) => {
    if (value !== undefined && !ids[kind].has(value))
      faults.push(validationError(path, "no-such", [kind, value]));
  };
  const requireIds = (kind: keyof typeof ids, values: readonly string[] | undefined, path: Path) => {
    values?.forEach((value, at) => {
      requireId(kind, value, [...path, at]);
    });
  };

  rules.forEach((rule, at) => {
    rule.triggers.forEach((trigger, on) => {
      requireIds("Dasar", trigger.bases, ["rules", at, "triggers", on, "bases"]);
    });
  });
  instruments.forEach((instrument, at) => {
    requireId("Peraturan", instrument.supersededBy, ["instruments", at, "supersededBy"]);
    checkDayOrder(instrument.validFrom, instrument.validUntil, ["instruments", at], faults);
  });
  bases.forEach((basis, at) => {
    requireId("Peraturan", basis.instrument, ["bases", at, "instrument"]);
    checkDayOrder(basis.validFrom, basis.validUntil, ["bases", at], faults);
  });
  sanctions.forEach((sanction, at) => {
    requireIds("Tahapan", sanction.phases, ["sanctions", at, "phases"]);
    requireIds("Aturan", sanction.rules, ["sanctions", at, "rules"]);
    requireIds("Dasar", sanction.bases, ["sanctions", at, "bases"]);
  });
  phases.elections.forEach((election, at) => {
    election.stages.forEach((stage, on) => {
      const path = ["phases", "elections", at, "stages", on];
      requireId("Tahapan", stage.phase, [...path, "phase"]);
      requireIds("Pemilihan", stage.contests, [...path, "contests"]);
      checkDayOrder(stage.from, stage.until, path, faults);
    });
  });
  checkContests(roster, ids, faults);
  roster.accounts.forEach((account, at) => {
    const path = ["roster", "accounts", at];
    requireId("Pemilihan", account.contest, [...path, "contest"]);
    requireId("Paslon", account.ticket, [...path, "ticket"]);
    requireId("Partai", account.party, [...path, "party"]);
    if (!account.handle && !account.siteId && !account.url) faults.push(validationError(path, "no-handle"));
  });
  checkDayOrder(ruleset.meta.validFrom, ruleset.meta.validUntil, ["meta"], faults);
  return faults.slice(0, 50);
}

function checkContests(
  roster: Roster,
  ids: Record<"Pemilu" | "Partai" | "Paslon", Set<string>>,
  faults: ValidationError[],
) {
  roster.contests.forEach((contest, at) => {
    const path = ["roster", "contests", at];
    if (!ids.Pemilu.has(contest.election)) {
      faults.push(validationError([...path, "election"], "no-such", ["Pemilu", contest.election]));
    }
    if (!contest.id.startsWith(`${contest.election}/`)) {
      faults.push(validationError([...path, "id"], "contest-id", [contest.election]));
    }
    const numbers = new Set<number>();
    contest.tickets.forEach((ticket, on) => {
      const ticketPath = [...path, "tickets", on];
      if (ids.Paslon.has(ticket.id))
        faults.push(validationError([...ticketPath, "id"], "twice", [ticket.id]));
      ids.Paslon.add(ticket.id);
      if (numbers.has(ticket.number))
        faults.push(validationError([...ticketPath, "number"], "same-number", [ticket.number]));
      numbers.add(ticket.number);
      for (const party of ticket.parties) {
        if (!ids.Partai.has(party))
          faults.push(validationError([...ticketPath, "parties"], "no-such", ["Partai", party]));
      }
    });
  });
}

function collectUniqueIds(
  list: readonly { id: string }[],
  path: Path,
  faults: ValidationError[],
): Set<string> {
  const seen = new Set<string>();
  list.forEach((item, at) => {
    if (seen.has(item.id)) faults.push(validationError([...path, at, "id"], "twice", [item.id]));
    seen.add(item.id);
  });
  return seen;
}

function checkDayOrder(
  from: string | undefined,
  until: string | undefined,
  path: Path,
  faults: ValidationError[],
) {
  if (from !== undefined && until !== undefined && until < from)
    faults.push(validationError(path, "day-order"));
}

/** Number of names that pages would match, which the limit of 100,000 counts. */
export function countNames(roster: Roster): number {
  let names = roster.accounts.length;
  for (const party of roster.parties) names += 2 + party.aliases.length;
  for (const contest of roster.contests) {
    for (const ticket of contest.tickets) {
      names += ticket.aliases.length + ticket.slogans.length + ticket.hashtags.length;
      for (const candidate of ticket.candidates) names += 1 + candidate.aliases.length;
    }
  }
  return names;
}
