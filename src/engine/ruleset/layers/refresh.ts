import { LIMITS } from "../schema/limits.ts";
import { isAddress } from "../schema/parts.ts";
import { type Fault, fault } from "../validate/errors.ts";
import { type Admission, admitText, type Gate } from "./admit.ts";

/** What is remembered of an address between two tries. */
export interface Feed {
  url: string;
  etag?: string | undefined;
  /** Milliseconds since 1970. */
  lastTry?: number | undefined;
  lastGood?: number | undefined;
  /** Tries in a row that brought nothing. */
  failures: number;
  /** Not before. */
  next: number;
}

const HOUR = 3_600_000;
/** Between two looks when all is well. */
export const REFRESH_EVERY = 24 * HOUR;
const FIRST_WAIT = HOUR / 4;
const LONGEST_WAIT = 24 * HOUR;
/** A publisher's server may take this long. */
const PATIENCE = 60_000;

/** Only https; http on the own machine is for trying out (`serve-example`). */
export function isFeedAddress(url: string, allowLocal = false): boolean {
  if (isAddress(url, ["https:"])) return true;
  return (
    allowLocal &&
    URL.canParse(url) &&
    new URL(url).protocol === "http:" &&
    new URL(url).hostname === "127.0.0.1"
  );
}

/** The host pattern whose permission must be asked for before the first request: just that host. */
export function permissionFor(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

export const newFeed = (url: string): Feed => ({ url, failures: 0, next: 0 });
export const isDue = (feed: Feed, now: number) => now >= feed.next;

/** Quarter of an hour, then double each time, at most a day. */
export function waitAfter(failures: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(20, Math.max(0, failures - 1)));
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type Refreshed =
  | { feed: Feed; outcome: "unchanged" }
  | { feed: Feed; outcome: "admitted"; admission: Extract<Admission, { ok: true }> }
  | { feed: Feed; outcome: "failed"; errors: readonly Fault[] };

/**
 * One look at the address: GET, no cookies, no referrer, no redirect to another place, If-None-Match where there is
 * something in place. Whatever comes back, the layer in force stays unless a better one is let in. Never throws.
 */
export async function refresh(feed: Feed, gate: Gate, fetch: Fetch, now: number): Promise<Refreshed> {
  const failed = (errors: readonly Fault[]): Refreshed => {
    const failures = feed.failures + 1;
    return {
      feed: { ...feed, lastTry: now, failures, next: now + waitAfter(failures) },
      outcome: "failed",
      errors,
    };
  };
  const good = { ...feed, lastTry: now, lastGood: now, failures: 0, next: now + REFRESH_EVERY };
  try {
    const response = await fetch(feed.url, request(feed, gate));
    if (response.status === 304) return { feed: good, outcome: "unchanged" };
    if (response.status !== 200) return failed([fault("", "http-status", [response.status])]);
    const text = await readBody(response);
    if (typeof text !== "string") return failed([text]);
    const admission = await admitText(text, gate);
    if (!admission.ok) return failed(admission.errors);
    const etag = response.headers.get("etag")?.slice(0, 200) || undefined;
    // What waits for confirmation is not in place: the next look must bring it again.
    const feedNow = { ...good, etag: admission.confirm === undefined ? etag : undefined };
    return admission.changed || admission.confirm !== undefined
      ? { feed: feedNow, outcome: "admitted", admission }
      : { feed: feedNow, outcome: "unchanged" };
  } catch {
    return failed([fault("", "no-answer")]);
  }
}

function request(feed: Feed, gate: Gate): RequestInit {
  const headers: Record<string, string> = { accept: "application/json" };
  if (feed.etag && gate.current) headers["if-none-match"] = feed.etag;
  return {
    method: "GET",
    headers,
    credentials: "omit",
    referrerPolicy: "no-referrer",
    redirect: "error",
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE),
  };
}

/** The body as text, read no further than the limit. */
async function readBody(response: Response): Promise<string | Fault> {
  const told = Number(response.headers.get("content-length") ?? 0);
  if (told > LIMITS.bytes) return fault("", "too-big", [told, LIMITS.bytes]);
  if (!response.body) return "";
  const reader = response.body.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > LIMITS.bytes) {
      await reader.cancel();
      return fault("", "too-big", [size, LIMITS.bytes]);
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}
