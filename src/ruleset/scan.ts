import { type Fault, fault } from "./faults.ts";
import { LIMITS } from "./schema/limits.ts";

/** Keys that reach into an object's prototype somewhere. */
const BAD_KEYS = new Set(["__proto__", "constructor", "prototype"]);
/** Control, format (bidi, zero-width, tags), half surrogates, line separators, and the fillers that show as nothing. */
const HIDDEN = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\u115f|\u1160|\u3164|\uffa0|\u034f/u;
const MARKUP = /[<>]/;
/** Enough to see what is wrong; a file with thousands of faults is not read to its end. */
const MOST = 50;

/**
 * Looks at a parsed JSON value before any schema does: plain data only, no prototype keys, no markup, no hidden
 * characters, nothing nested without end. Iterative, so that depth cannot exhaust the stack.
 */
export function scan(value: unknown): Fault[] {
  const faults: Fault[] = [];
  const waiting: { value: unknown; path: readonly string[] }[] = [{ value, path: [] }];
  while (waiting.length > 0 && faults.length < MOST) {
    const { value: now, path } = waiting.pop()!;
    if (typeof now === "string") scanText(now, path, faults);
    else if (typeof now === "object" && now !== null) {
      if (path.length >= LIMITS.depth) {
        faults.push(fault(path, "too-deep", [LIMITS.depth]));
      } else if (Array.isArray(now)) {
        for (let at = now.length - 1; at >= 0; at--)
          waiting.push({ value: now[at], path: [...path, String(at)] });
      } else if (!isPlain(now)) {
        faults.push(fault(path, "not-plain"));
      } else {
        scanKeys(now, path, faults, waiting);
      }
    } else if (typeof now === "number" ? !Number.isFinite(now) : !isSimple(now)) {
      faults.push(fault(path, "not-plain"));
    }
  }
  return faults;
}

const isSimple = (value: unknown) => value === null || typeof value === "boolean";

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function scanKeys(
  object: object,
  path: readonly string[],
  faults: Fault[],
  waiting: { value: unknown; path: readonly string[] }[],
) {
  for (const key of Object.getOwnPropertyNames(object)) {
    if (BAD_KEYS.has(key) || MARKUP.test(key) || HIDDEN.test(key)) {
      faults.push(
        fault([...path, key.replace(/[^\w-]/g, "?").slice(0, 40)], "bad-key", [
          key.replace(/[^\w-]/g, "?").slice(0, 40),
        ]),
      );
    } else {
      waiting.push({ value: (object as Record<string, unknown>)[key], path: [...path, key] });
    }
  }
}

function scanText(text: string, path: readonly string[], faults: Fault[]) {
  // `>` is the child joint of a selector; what a selector may hold is checked by its own grammar.
  const selector = path.includes("sites") && path.includes("selectors");
  const mark = selector ? null : MARKUP.exec(text);
  if (mark) faults.push(fault(path, "markup", [mark[0]]));
  const hidden = HIDDEN.exec(text);
  if (hidden) {
    const code = hidden[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
    faults.push(fault(path, "hidden", [code]));
  }
}
