import { LIMITS } from "../schema/limits.ts";
import { isAddress } from "../schema/parts.ts";
import { type Fault, fault } from "../validate/errors.ts";
import { type Admission, type AdmissionContext, admitLayerText } from "./admit.ts";

/** State of a feed address between two attempts. */
export interface Feed {
  url: string;
  etag?: string | undefined;
  /** Milliseconds since 1970. */
  lastAttempt?: number | undefined;
  lastSuccess?: number | undefined;
  /** Consecutive failed attempts. */
  failures: number;
  /** Earliest time of the next attempt. */
  nextAttempt: number;
}

const HOUR = 3_600_000;
/** Interval between successful attempts. */
export const REFRESH_INTERVAL = 24 * HOUR;
const FIRST_RETRY_DELAY = HOUR / 4;
const MAX_RETRY_DELAY = 24 * HOUR;
/** Time limit for a publisher's server. */
const REQUEST_TIMEOUT = 60_000;

/** Accepts only https; http on this machine is allowed for trying out (`serve-example`). */
export function isFeedAddress(url: string, allowLocal = false): boolean {
  if (isAddress(url, ["https:"])) return true;
  return (
    allowLocal &&
    URL.canParse(url) &&
    new URL(url).protocol === "http:" &&
    new URL(url).hostname === "127.0.0.1"
  );
}

/** Host pattern of the permission to request before the first attempt: exactly that host. */
export function hostPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

export const newFeed = (url: string): Feed => ({ url, failures: 0, nextAttempt: 0 });
/** Also true if the times were stored while the clock ran ahead: it would look again only once they are reached. */
export const isRefreshDue = ({ lastAttempt = 0, nextAttempt }: Feed, now: number): boolean =>
  now >= nextAttempt || now < lastAttempt || nextAttempt - now > REFRESH_INTERVAL;

/** A quarter of an hour, doubling each time, at most a day. */
export function retryDelay(failures: number): number {
  return Math.min(MAX_RETRY_DELAY, FIRST_RETRY_DELAY * 2 ** Math.min(20, Math.max(0, failures - 1)));
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type RefreshResult =
  | { feed: Feed; outcome: "unchanged" }
  | { feed: Feed; outcome: "admitted"; admission: Extract<Admission, { ok: true }> }
  | { feed: Feed; outcome: "failed"; errors: readonly Fault[] };

/**
 * Requests the feed once: GET without cookies, referrer or redirects, with If-None-Match if a layer is in place. The
 * layer in force stays unless a better one is admitted. Never throws.
 */
export async function refresh(
  feed: Feed,
  gate: AdmissionContext,
  fetch: Fetch,
  now: number,
): Promise<RefreshResult> {
  const failed = (errors: readonly Fault[]): RefreshResult => {
    const failures = feed.failures + 1;
    return {
      feed: { ...feed, lastAttempt: now, failures, nextAttempt: now + retryDelay(failures) },
      outcome: "failed",
      errors,
    };
  };
  const success: Feed = {
    ...feed,
    lastAttempt: now,
    lastSuccess: now,
    failures: 0,
    nextAttempt: now + REFRESH_INTERVAL,
  };
  try {
    const response = await fetch(feed.url, request(feed, gate));
    if (response.status === 304) return { feed: success, outcome: "unchanged" };
    if (response.status !== 200) return failed([fault("", "http-status", [response.status])]);
    const text = await readBody(response);
    if (typeof text !== "string") return failed([text]);
    const admission = await admitLayerText(text, gate);
    if (!admission.ok) return failed(admission.errors);
    const etag = response.headers.get("etag")?.slice(0, 200) || undefined;
    // A layer that awaits confirmation is not in place, so the next request must fetch it again.
    const updated = { ...success, etag: admission.confirm === undefined ? etag : undefined };
    return admission.changed || admission.confirm !== undefined
      ? { feed: updated, outcome: "admitted", admission }
      : { feed: updated, outcome: "unchanged" };
  } catch {
    return failed([fault("", "no-answer")]);
  }
}

function request(feed: Feed, gate: AdmissionContext): RequestInit {
  const headers: Record<string, string> = { accept: "application/json" };
  if (feed.etag && gate.current) headers["if-none-match"] = feed.etag;
  return {
    method: "GET",
    headers,
    credentials: "omit",
    referrerPolicy: "no-referrer",
    redirect: "error",
    cache: "no-store",
    signal: AbortSignal.timeout(REQUEST_TIMEOUT),
  };
}

/** Reads the body as text, up to the limit. */
async function readBody(response: Response): Promise<string | Fault> {
  const declaredLength = Number(response.headers.get("content-length") ?? 0);
  if (declaredLength > LIMITS.bytes) return fault("", "too-big", [declaredLength, LIMITS.bytes]);
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
