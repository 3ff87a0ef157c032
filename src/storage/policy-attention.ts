import { hostPattern, isFeedAddress } from "../engine/ruleset/layers/feed-address.ts";
import { readFeedProblem } from "./feed-problem.ts";
import { stored } from "./items.ts";
import { readManagedValues } from "./managed-values.ts";

/** What somebody must do about the agency's rules. */
type Attention =
  | { kind: "refused"; problem: { id: string; en: string } }
  | { kind: "waits"; host: string; origin: string }
  | { kind: "confirm" };

const text = (value: unknown): string =>
  typeof value === "string" ? value.replace(/^\ufeff/, "").trim() : "";

/**
 * What somebody must do about the agency's rules; undefined where nothing. The address is read from the policy itself:
 * what stands in the storage that content scripts share must never name a host to ask for.
 */
export async function policyAttention(): Promise<Attention | undefined> {
  const problem = readFeedProblem(await stored.rulesFeedProblem.getValue());
  if (problem?.refused) return { kind: "refused", problem: problem.text };
  const values = await readManagedValues();
  const url = text(values.rulesetUrl);
  if (text(values.rulesetInline) !== "" || !isFeedAddress(url)) return undefined;
  const origin = hostPattern(url);
  if (!(await browser.permissions.contains({ origins: [origin] })))
    return { kind: "waits", host: new URL(url).hostname, origin };
  const mustConfirm = text(values.rulesetKey) === "" && (await stored.agencyLayer.getValue()) == null;
  return mustConfirm ? { kind: "confirm" } : undefined;
}
