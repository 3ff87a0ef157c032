/** The checked shapes of the ruleset (Zod 4, `zod/mini` only: the classic build would bring an eval along). */

export { Basis, Instrument, Rule, Sanction, TOPICS, Trigger } from "./schema/law.ts";
export { Layer, LayerOff, LayerSet, SignedLayer } from "./schema/layer.ts";
export { LIMITS } from "./schema/limits.ts";
export { Election, Phase, Phases, Stage } from "./schema/phases.ts";
export { ACCOUNT_KINDS, Account, Candidate, Contest, Party, Roster, Ticket } from "./schema/roster.ts";
export { Channel, Meta, Ruleset, SiteData, Statistic, Term } from "./schema/ruleset.ts";
