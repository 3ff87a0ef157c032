import * as z from "zod/mini";
import { isAddress } from "../schema/address.ts";
import { LIMITS } from "../schema/limits.ts";
import type { ValidationError } from "../validate/errors.ts";
import { checkShape, type Parsed, readJson } from "../validate/parse.ts";

/**
 * Settings for administrators through browser policy (`storage.managed`). None reads, exports or unlocks the self-check
 * book, and none may be added that does.
 */
export const ManagedPolicy = z.strictObject({
  rulesetUrl: z.optional(
    z.string().check(
      z.maxLength(LIMITS.url),
      z.refine((value) => isAddress(value, ["https:"]), "https"),
      z.describe("Address of the agency's signed ruleset; https only"),
    ),
  ),
  rulesetKey: z.optional(
    z
      .string()
      .check(
        z.regex(/^[A-Za-z0-9_-]{43}$/),
        z.describe(
          "The publisher's public key, as `keygen` prints it; without it the user is asked to confirm",
        ),
      ),
  ),
  rulesetInline: z.optional(
    z
      .string()
      .check(
        z.minLength(2),
        z.maxLength(2_000_000),
        z.describe("The signed ruleset itself, as one line of JSON"),
      ),
  ),
});
export type ManagedPolicyValues = z.output<typeof ManagedPolicy>;

/**
 * Validates managed values from the browser; parses `inline` if present. Blanks around a value, as copying leaves them,
 * do not count, and an empty value is one that is not set.
 */
export function parseManaged(given: unknown): Parsed<ManagedPolicyValues & { inline?: unknown }> {
  const values = trimmed(given);
  // The inline ruleset may contain anything; it is validated as a file, not as a setting.
  const { rulesetInline, ...plain } = (typeof values === "object" && values !== null ? values : {}) as Record<
    string,
    unknown
  >;
  const inlineShape =
    rulesetInline === undefined
      ? {}
      : { rulesetInline: typeof rulesetInline === "string" ? "{}" : rulesetInline };
  const shaped = checkShape(ManagedPolicy, { ...plain, ...inlineShape });
  if (!shaped.ok) return shaped;
  const value: ManagedPolicyValues & { inline?: unknown } = shaped.value;
  if (typeof rulesetInline !== "string") return { ok: true, value };
  const read = readJson(rulesetInline);
  if (!read.ok)
    return { ok: false, errors: read.errors.map((e): ValidationError => ({ ...e, path: "rulesetInline" })) };
  return { ok: true, value: { ...value, rulesetInline, inline: read.value } };
}

function trimmed(values: unknown): unknown {
  if (typeof values !== "object" || values === null) return values;
  const clean = Object.entries(values).map(([key, value]) => [
    key,
    typeof value === "string" ? value.replace(/^\ufeff/, "").trim() : value,
  ]);
  return Object.fromEntries(clean.filter(([, value]) => value !== ""));
}
