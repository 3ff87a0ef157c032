import * as z from "zod/mini";
import type { Ruleset } from "../schema/index.ts";
import { LIMITS } from "../schema/limits.ts";
import { Ruleset as RulesetSchema } from "../schema/ruleset.ts";
import { type Fault, fault } from "./errors.ts";
import { checkReferences } from "./references.ts";
import { scanJson } from "./safe-json.ts";
import { knownKeys, nearest } from "./suggestions.ts";

/** Codes that checks of the schema give as their message. */
const OWN_CODES = ["day", "https", "selector", "selector-broad", "address"] as const;

export type Parsed<T> = { ok: true; value: T } | { ok: false; errors: Fault[] };
export type ParsedRuleset = { ok: true; ruleset: Ruleset } | { ok: false; errors: Fault[] };

/** Validates a parsed JSON value: plain and harmless, of the right shape, and consistent. Never throws. */
export function parseRuleset(json: unknown): ParsedRuleset {
  const shaped = checkShape(RulesetSchema, json);
  if (!shaped.ok) return shaped;
  const errors = checkReferences(shaped.value);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, ruleset: shaped.value };
}

/** Parses JSON within the size limit. */
export function readJson(text: string): Parsed<unknown> {
  if (text.length > LIMITS.bytes) {
    return { ok: false, errors: [fault("", "too-big", [text.length, LIMITS.bytes])] };
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/[<>]/g, "").slice(0, 120) : "";
    return { ok: false, errors: [fault("", "not-json", [reason])] };
  }
}

/** Checks that a value is plain, harmless and of the schema's shape. */
export function checkShape<T extends z.ZodMiniType>(schema: T, json: unknown): Parsed<z.output<T>> {
  const found = scanJson(json);
  if (found.length > 0) return { ok: false, errors: found };
  const result = z.safeParse(schema, json, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  return {
    ok: false,
    errors: result.error.issues.slice(0, 50).flatMap((issue) => errorsOfIssue(schema, issue)),
  };
}

/** Translates a zod issue into our errors. */
function errorsOfIssue(schema: z.ZodMiniType, issue: z.core.$ZodIssue): Fault[] {
  const { path } = issue;
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = knownKeys(schema, path);
      return issue.keys
        .slice(0, 10)
        .map((key) => fault([...path, key], "unknown-key", [key], nearest(key, known)));
    }
    case "invalid_type":
      return [
        issue.input === undefined ? missingKey(path, issue.expected) : fault(path, "type", [issue.expected]),
      ];
    case "invalid_value":
      return [fault(path, "choice", [issue.values.slice(0, 40).join(", ")])];
    case "too_big":
      return [fault(path, "too-long", [Number(issue.maximum)])];
    case "too_small":
      return [fault(path, "too-short", [Number(issue.minimum)])];
    case "invalid_format":
      return [fault(path, "format", [], issue.pattern)];
    case "invalid_key":
      return [fault(path, "format")];
    case "custom": {
      const code = issue.message;
      return [fault(path, OWN_CODES.find((own) => own === code) ?? "other")];
    }
    default:
      return [fault(path, "other")];
  }
}

const missingKey = (path: readonly PropertyKey[], expected: string) => fault(path, "missing", [], expected);
