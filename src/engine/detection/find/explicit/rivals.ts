import type { Engine } from "../../../ruleset/compile/engine.ts";
import { contestOfTicket } from "../../situation.ts";
import type { Cues } from "./cues.ts";
import type { Target } from "./targets.ts";

/** True for two tickets of one contest. */
function areRivals(engine: Engine, one: number, other: number): boolean {
  return one !== other && contestOfTicket(engine, one) === contestOfTicket(engine, other);
}

/** True if a number by itself settles for a named ticket. */
const hasChoice = (targets: readonly Target[]): boolean =>
  targets.some((target) => target.named && target.solo);

/**
 * True if several tickets of a contest, or several numbers without a name, stand side by side: a poll, news, a report.
 * Not if a number by itself settles for one of them: "Mang A janjinyo apo? Kak B bae, duo."
 */
export function isCandidateList(engine: Engine, targets: readonly Target[]): boolean {
  let number = 0;
  let numbers = false;
  let name: number | undefined;
  for (const target of targets) {
    if (target.number > 0 && target.ticket < 0 && target.strength >= 2) {
      numbers ||= number > 0 && number !== target.number;
      number = target.number;
    } else if (target.ticket >= 0 && target.strength === 3) {
      if (name !== undefined && !hasChoice(targets) && areRivals(engine, name, target.ticket)) return true;
      name = target.ticket;
    }
  }
  return name === undefined && numbers;
}

/** True if two tickets of one contest are named and nothing leans to one: "Mbak A janji ini, Mas B janji itu". */
export function comparesPromises(engine: Engine, cues: Cues, targets: readonly Target[]): boolean {
  if (hasChoice(targets) || cues.all.some(({ role, strength }) => strength > 0 && role !== "join"))
    return false;
  const named = targets.filter(({ ticket, strength }) => ticket >= 0 && strength > 1);
  return named.some(({ ticket }) => named.some((one) => areRivals(engine, ticket, one.ticket)));
}
