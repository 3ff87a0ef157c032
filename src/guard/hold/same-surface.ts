import type { Intent, Site } from "../../sites/adapter.ts";
import { contentKey } from "../decision/assessment-cache.ts";
import type { Activation } from "./replay.ts";

/**
 * Is this element still what the user acted on? Endless lists write another post into the same element; an action
 * that waited or was asked about must not happen to that one. Keys and the user's own draft stay where they are.
 */
export function isSameSurface(site: Site, intent: Intent, activation: Activation, target: Element): boolean {
  const [before] = intent.surfaces;
  if (activation.kind === "key" || !before || before.kind === "composer") return true;
  const intentNow = activation.kind === "twice" ? site.twice?.(target) : site.press(target);
  const after = intentNow?.surfaces[0];
  return !after || contentKey(after) === contentKey(before);
}
