import type { Strength } from "../../../domain/vocabulary.ts";
import type { Instrument, Trigger } from "../schema/index.ts";

/**
 * How firm an article is for a deed: as firm as the deed's basis as a whole, but never more than its instrument allows. An
 * answer to a question binds nobody, and nobody knows whether a decree made for one election binds in the next.
 */
export function articleStrength(
  trigger: Pick<Trigger, "strength">,
  { status }: Pick<Instrument, "status">,
): Strength {
  if (trigger.strength !== "firm") return trigger.strength;
  if (status === "advice") return "advice";
  return status === "limited" || status === "historical" ? "disputed" : "firm";
}
