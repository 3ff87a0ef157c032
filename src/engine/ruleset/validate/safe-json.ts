import { LIMITS } from "../schema/limits.ts";
import { type ValidationError, validationError } from "./errors.ts";

/** Keys that could reach an object's prototype. */
const PROTOTYPE_KEYS = new Set(["__proto__", "constructor", "prototype"]);
/**
 * Control, format (bidi, zero-width, tags) and surrogate characters, line separators, and fillers that render as
 * nothing.
 */
const HIDDEN_CHARACTER = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\u115f|\u1160|\u3164|\uffa0|\u034f/u;
const MARKUP = /[<>]/;
/** Maximum number of errors; a file with thousands of errors is not read to its end. */
const MAX_ERRORS = 50;

/** A value with its parent; the path is assembled only for an error. */
interface JsonNode {
  value: unknown;
  key: string;
  parent: JsonNode | undefined;
  depth: number;
  /** True inside a list of selectors, where `>` is the child combinator and not markup. */
  selector: boolean;
}

function pathOf(place: JsonNode | undefined): string[] {
  const path: string[] = [];
  for (let at = place; at?.parent; at = at.parent) path.unshift(at.key);
  return path;
}

/**
 * Checks a parsed JSON value before any schema does: plain data, no prototype keys, no markup, no hidden characters,
 * limited nesting. Iterative, so that depth cannot exhaust the stack.
 */
export function scanJson(value: unknown): ValidationError[] {
  const faults: ValidationError[] = [];
  const pending: JsonNode[] = [{ value, key: "", parent: undefined, depth: 0, selector: false }];
  for (let place = pending.pop(); place && faults.length < MAX_ERRORS; place = pending.pop()) {
    const now = place.value;
    if (typeof now === "string") scanText(now, place, faults);
    else if (typeof now === "object" && now !== null) scanObject(now, place, faults, pending);
    else if (typeof now === "number" ? !Number.isFinite(now) : now !== null && typeof now !== "boolean") {
      faults.push(validationError(pathOf(place), "not-plain"));
    }
  }
  return faults;
}

function scanObject(object: object, place: JsonNode, faults: ValidationError[], waiting: JsonNode[]) {
  if (place.depth >= LIMITS.depth) {
    faults.push(validationError(pathOf(place), "too-deep", [LIMITS.depth]));
    return;
  }
  const depth = place.depth + 1;
  if (Array.isArray(object)) {
    for (let at = object.length - 1; at >= 0; at--) {
      waiting.push({ value: object[at], key: String(at), parent: place, depth, selector: place.selector });
    }
    return;
  }
  if (!isPlain(object)) {
    faults.push(validationError(pathOf(place), "not-plain"));
    return;
  }
  for (const key of Object.getOwnPropertyNames(object)) {
    if (PROTOTYPE_KEYS.has(key) || MARKUP.test(key) || HIDDEN_CHARACTER.test(key)) {
      const shown = key.replace(/[^\w-]/g, "?").slice(0, 40);
      faults.push(validationError([...pathOf(place), shown], "bad-key", [shown]));
    } else {
      const selector = place.selector || (key === "selectors" && place.parent?.key === "sites");
      waiting.push({ value: (object as Record<string, unknown>)[key], key, parent: place, depth, selector });
    }
  }
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function scanText(text: string, place: JsonNode, faults: ValidationError[]) {
  const mark = place.selector ? null : MARKUP.exec(text);
  if (mark) faults.push(validationError(pathOf(place), "markup", [mark[0]]));
  const hidden = HIDDEN_CHARACTER.exec(text);
  if (hidden) {
    const code = hidden[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
    faults.push(validationError(pathOf(place), "hidden", [code]));
  }
}
