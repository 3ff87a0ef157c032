import type { Engine } from "../ruleset/compiled/engine.ts";
import type { Found } from "./found.ts";
import type { AssessContext, Surface } from "./types.ts";

/**
 * Rules touched by what is on a surface, whatever the action; the guard narrows them by action. Only ids the
 * ruleset has are named.
 */
export function touchedRules(
  engine: Engine,
  kind: Surface["kind"] | "draft",
  found: readonly Found[],
  context: AssessContext,
): string[] {
  const ids: string[] = [];
  const draft = kind === "composer" || kind === "draft";
  if (!draft) ids.push("R1");
  const signals = new Set(found.map((one) => one.signal));
  const topics = new Set(found.map((one) => one.topic));
  if (kind === "event" || signals.has("event")) ids.push("R2");
  ids.push("R3");
  if (topics.has("attribute") || (signals.has("attribute") && !topics.has("sticker"))) ids.push("R4");
  if (signals.has("hand") || topics.has("pose")) ids.push("R5");
  if (context.atOffice === true) ids.push("R6");
  if (topics.has("sticker")) ids.push("R7");
  if (topics.has("debate")) ids.push("R8");
  if (
    kind === "profile" ||
    kind === "group" ||
    signals.has("campaign-account") ||
    signals.has("page-ticket")
  ) {
    ids.push("X1");
  }
  ids.push("X2");
  return ids.filter((id) => engine.law.rules.some((rule) => rule.id === id));
}
