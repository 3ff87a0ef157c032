import type { Intent, Site } from "../../sites/adapter.ts";
import { contentKey } from "../decision/assessment-cache.ts";
import type { Way } from "./replay.ts";

/**
 * Is this element still what the user acted on? Endless lists write another post into the same element; an action
 * that waited or was asked about must not happen to that one. Keys and the user's own draft stay where they are.
 */
export function saysTheSame(site: Site, intent: Intent, way: Way, target: Element): boolean {
  const [was] = intent.surfaces;
  if (way.kind === "key" || !was || was.kind === "composer") return true;
  const now = way.kind === "twice" ? site.twice?.(target) : site.press(target);
  const is = now?.surfaces[0];
  return !is || contentKey(is) === contentKey(was);
}
