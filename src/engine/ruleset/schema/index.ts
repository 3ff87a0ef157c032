/**
 * The ruleset's types for other rooms, inferred from the schemas that check the data. Types only, so that no page script
 * contains the schemas.
 */
export type { Basis, Instrument, Rule, Sanction, Trigger } from "./law.ts";
export type { Layer, LayerName, LayerSet, Section } from "./layer.ts";
export type { SourceRef } from "./parts.ts";
export type { Election, Phase, Stage } from "./phases.ts";
export type {
  Account,
  AccountKind,
  Candidate,
  Contest,
  ContestKind,
  Party,
  Roster,
  Ticket,
} from "./roster.ts";
export type {
  Channel,
  Meta,
  RuleBook,
  Ruleset,
  SiteChange,
  SiteData,
  Term,
  TermRole,
} from "./ruleset.ts";
