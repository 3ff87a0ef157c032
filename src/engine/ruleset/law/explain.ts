import type { LocalizedText } from "../../../domain/localized-text.ts";
import type { Action, RuleId, Status, Strength, SurfaceKind, Topic } from "../../../domain/vocabulary.ts";
import type {
  AccountKind,
  Basis,
  Instrument,
  Phase,
  Rule,
  RuleBook,
  Sanction,
  SourceRef,
  Trigger,
} from "../schema/index.ts";
import { phaseOf } from "./phase.ts";

export interface RuleQuery {
  action: Action;
  surface: SurfaceKind;
  status: Status;
  /** ISO day. */
  date: string;
  contest?: string | undefined;
  /** True if the user says that a spouse stands in this contest. */
  spouse?: boolean | undefined;
  /** Topics of the surface, from the terms found on it. */
  topics?: readonly Topic[] | undefined;
  /** Kind of the listed account it refers to, if any. */
  account?: AccountKind | undefined;
  /** Restricts the answer to this rule. */
  rule?: RuleId | undefined;
}

/** A basis as the dialog shows it, in force on the given day. */
interface BasisInForce {
  id: string;
  instrument: Instrument;
  article: string;
  text: LocalizedText;
  since?: string | undefined;
  source?: SourceRef | undefined;
}

export interface Explanation {
  rule: Rule;
  trigger: Trigger;
  strength: Strength;
  holds: boolean;
  note?: LocalizedText | undefined;
  /** Strongest first; empty only if nothing is in force on that day. */
  bases: readonly BasisInForce[];
  sanction?: LocalizedText | undefined;
  sanctionLevel?: Sanction["level"] | undefined;
  phase: Phase;
  /** Other rules that the same action touches, in the order of the ruleset. */
  also: readonly RuleId[];
}

/**
 * Finds the rule for an action on a kind of surface, or null. Among several rules the one for spouses wins, then one
 * that holds, then one for the topic, then one for the kind of account, then the order of the ruleset.
 */
export function explain(ruleset: RuleBook, query: RuleQuery): Explanation | null {
  const matches: { rule: Rule; trigger: Trigger; rank: number }[] = [];
  for (const rule of ruleset.rules) {
    if (!bindsUser(rule, query)) continue;
    for (const trigger of rule.triggers) {
      if (triggerMatches(trigger, query)) matches.push({ rule, trigger, rank: rank(rule, trigger) });
    }
  }
  let best = matches[0];
  if (!best) return null;
  for (const one of matches) if (one.rank > best.rank) best = one;
  const { rule, trigger } = best;
  const phase = phaseOf(ruleset, query.date, query.contest);
  const sanction = sanctionFor(ruleset, rule.id, phase.id, query.status);
  return {
    rule,
    trigger,
    strength: trigger.strength,
    holds: trigger.holds,
    note: trigger.note,
    bases: basesInForce(ruleset, trigger.bases, query, phase),
    sanction: sanction?.text,
    sanctionLevel: sanction?.level,
    phase,
    also: [...new Set(matches.map((one) => one.rule.id))].filter((id) => id !== rule.id),
  };
}

function bindsUser(rule: Rule, { status, spouse, rule: only }: RuleQuery): boolean {
  return (
    (only === undefined || rule.id === only) &&
    rule.binds.includes(status) &&
    (rule.only !== "spouse" || spouse === true)
  );
}

function triggerMatches(trigger: Trigger, { action, surface, topics, account }: RuleQuery): boolean {
  return (
    trigger.actions.includes(action) &&
    trigger.surfaces.includes(surface) &&
    (trigger.topic === undefined || (topics?.includes(trigger.topic) ?? false)) &&
    (trigger.accounts === undefined || (account !== undefined && trigger.accounts.includes(account)))
  );
}

const rank = (rule: Rule, trigger: Trigger) =>
  (rule.only === "spouse" ? 8 : 0) +
  (trigger.holds ? 4 : 0) +
  (trigger.topic ? 2 : 0) +
  (trigger.accounts ? 1 : 0);

/** The sanction for rule, phase and status; one that names the rule takes precedence. */
export function sanctionFor(
  ruleset: RuleBook,
  rule: RuleId,
  phase: string,
  status: Status,
): Sanction | undefined {
  const fits = ruleset.sanctions.filter((s) => s.phases.includes(phase) && s.statuses.includes(status));
  return fits.find((s) => s.rules?.includes(rule)) ?? fits.find((s) => s.rules === undefined);
}

function basesInForce(
  ruleset: RuleBook,
  ids: readonly string[],
  { date, status }: Pick<RuleQuery, "date" | "status">,
  phase: Phase,
): BasisInForce[] {
  const shown: BasisInForce[] = [];
  for (const id of ids) {
    const basis = ruleset.bases.find((one) => one.id === id);
    const instrument = basis && ruleset.instruments.find((one) => one.id === basis.instrument);
    if (!basis || !instrument || !isInForce(basis, instrument, date)) continue;
    if (basis.binds && !basis.binds.includes(status)) continue;
    if (!matchesObject(basis, phase)) continue;
    shown.push({
      id,
      instrument,
      article: basis.article,
      text: basis.text,
      since: basis.validFrom ?? instrument.validFrom,
      source: basis.sources[0] ?? instrument.sources[0],
    });
  }
  return shown;
}

/** The joint decree has separate lists for hopefuls and candidates; outside the stages either may apply. */
function matchesObject(basis: Basis, phase: Phase): boolean {
  if (basis.object === undefined || phase.object === "none") return true;
  return basis.object === (phase.object === "bakal-calon" ? "bakal-calon" : "calon");
}

/** True if both the instrument and the article are in force on that day. */
export function isInForce(basis: Basis, instrument: Instrument, date: string): boolean {
  const from =
    instrument.validFrom ?? (instrument.year === undefined ? undefined : `${instrument.year}-01-01`);
  return (
    !(from !== undefined && date < from) &&
    !(instrument.validUntil !== undefined && date > instrument.validUntil) &&
    !(basis.validFrom !== undefined && date < basis.validFrom) &&
    !(basis.validUntil !== undefined && date > basis.validUntil)
  );
}
