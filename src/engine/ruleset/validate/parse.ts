import * as z from "zod/mini";
import type { Ruleset } from "../schema/index.ts";
import { LIMITS } from "../schema/limits.ts";
import { Ruleset as RulesetSchema } from "../schema/ruleset.ts";
import { type ValidationError, type ValidationErrorCode, validationError } from "./errors.ts";
import { checkReferences } from "./references.ts";
import { scanJson } from "./safe-json.ts";
import { knownKeys, nearest } from "./suggestions.ts";

/** Codes that checks of the schema give as their message. */
const OWN_CODES = ["day", "https", "selector", "selector-broad", "address"] as const;

export type Parsed<T> = { ok: true; value: T } | { ok: false; errors: ValidationError[] };
export type ParsedRuleset = { ok: true; ruleset: Ruleset } | { ok: false; errors: ValidationError[] };

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
    return { ok: false, errors: [validationError("", "too-big", [text.length, LIMITS.bytes])] };
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    // The parser's own words are English and differ from browser to browser.
    return { ok: false, errors: [validationError("", "not-json")] };
  }
}

/** Checks that a value is plain, harmless and of the schema's shape. */
export function checkShape<T extends z.ZodMiniType>(schema: T, json: unknown): Parsed<z.output<T>> {
  const found = scanJson(json);
  if (found.length > 0) return { ok: false, errors: found };
  const result = z.safeParse(schema, json, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  // A value that fails its pattern mostly fails what comes after it as well: the last reason is the one that explains.
  const errors = new Map<string, ValidationError>();
  for (const issue of result.error.issues.slice(0, 50))
    for (const error of errorsOfIssue(schema, issue)) errors.set(error.path, error);
  return { ok: false, errors: [...errors.values()] };
}

/** Translates a zod issue into our errors. */
function errorsOfIssue(schema: z.ZodMiniType, issue: z.core.$ZodIssue): ValidationError[] {
  const { path } = issue;
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = knownKeys(schema, path);
      return issue.keys
        .slice(0, 10)
        .map((key) => validationError([...path, key], "unknown-key", [key], nearest(key, known)));
    }
    case "invalid_type":
      return [
        issue.input === undefined
          ? validationError(path, "missing")
          : validationError(path, typeCode(issue.expected)),
      ];
    case "invalid_value":
      return [validationError(path, "choice", [issue.values.slice(0, 40).join(", ")])];
    case "too_big":
      return [validationError(path, "too-long", [Number(issue.maximum)])];
    case "too_small":
      return [validationError(path, "too-short", [Number(issue.minimum)])];
    case "invalid_format":
      return [validationError(path, "format")];
    case "invalid_key":
      return [validationError(path, "format")];
    case "custom": {
      const code = issue.message;
      return [validationError(path, OWN_CODES.find((own) => own === code) ?? "other")];
    }
    default:
      return [validationError(path, "other")];
  }
}

/** A sentence for each type, because the names of types are English words of code. */
function typeCode(expected: string): ValidationErrorCode {
  if (expected === "string") return "type-text";
  if (expected === "number" || expected === "int") return "type-number";
  if (expected === "array") return "type-list";
  return expected === "boolean" ? "type-yes-no" : "type-object";
}
