import type { Intent, Site } from "../../sites/adapter.ts";
import { contentKey } from "../decision/assessment-cache.ts";
import type { Activation } from "./replay.ts";

/**
 * True if this element still shows what the user acted on. Endless lists write another post into the same element, and
 * an action that waited or was held must not happen to that post. Keys and the user's own draft are not moved by lists.
 */
export function isSameSurface(site: Site, intent: Intent, activation: Activation, target: Element): boolean {
  const [before] = intent.surfaces;
  if (activation.kind === "key" || !before || before.kind === "composer") return true;
  const intentNow = activation.kind === "doubleTap" ? site.doubleTap?.(target) : site.press(target);
  const after = intentNow?.surfaces[0];
  return !after || contentKey(after) === contentKey(before);
}
