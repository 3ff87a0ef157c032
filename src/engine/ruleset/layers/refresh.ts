import { localDay } from "../../../domain/day.ts";
import { LIMITS } from "../schema/limits.ts";
import { type ValidationError, validationError } from "../validate/errors.ts";
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
  /** When this machine was switched on, and when it was last known to be: a gap between two is a night. */
  onSince?: number | undefined;
  seenAt?: number | undefined;
  /** How long it was on the last times, in ms, the newest first. */
  sessions?: readonly number[] | undefined;
}

const HOUR = 3_600_000;
/** Interval between successful attempts. */
export const REFRESH_INTERVAL = 24 * HOUR;
const FIRST_RETRY_DELAY = HOUR / 4;
const MAX_RETRY_DELAY = 24 * HOUR;
/** A machine that was not seen for longer was off. */
const SESSION_GAP = 1.5 * HOUR;
/** How long a machine is taken to be on while that is not known, and the most that is reckoned with. */
const UNKNOWN_SESSION = 3 * HOUR;
const MAX_SESSION = 9 * HOUR;
/** The share of a session in which a look is planned: days differ, and a look planned too late is one missed. */
const PLANNED = 0.9;
/** Machines that are on for a whole day leave most of these first hours to those that are not. */
const MORNING = 3 * HOUR;
const MORNING_SHARE = 1 / 6;
const REMEMBERED_SESSIONS = 3;
/** Being on is noted no more often, in ms. */
const NOTED_EVERY = HOUR / 6;
/** A session shorter than this says nothing of the next. */
const SHORTEST_SESSION = HOUR / 2;
/** Time limit for a publisher's server. */
const REQUEST_TIMEOUT = 60_000;

export const newFeed = (url: string): Feed => ({ url, failures: 0, nextAttempt: 0 });
/** Also true if the times were stored while the clock ran ahead: it would look again only once they are reached. */
export const isRefreshDue = ({ lastAttempt = 0, nextAttempt }: Feed, now: number): boolean =>
  now >= nextAttempt || now < lastAttempt || nextAttempt - now > REFRESH_INTERVAL;

/** At least a quarter of an hour, doubling each time, at most a day. */
export function retryDelay(failures: number): number {
  return Math.min(MAX_RETRY_DELAY, FIRST_RETRY_DELAY * 2 ** Math.min(20, Math.max(0, failures - 1)));
}

/** A number from 0 to below 1, as `Math.random` gives. */
export type Random = () => number;

/**
 * Notes that the machine is on. Ten thousand machines are switched on within one half hour; when one of them comes on, its
 * look of the day is drawn from the time it will probably be on, so that a publisher's server sees few in any second and
 * each looks before it is switched off. Pure but for `random`. @returns the same feed where there is nothing to note
 */
export function noteAwake(feed: Feed, now: number, random: Random = Math.random): Feed {
  const { onSince, seenAt = 0, lastSuccess } = feed;
  const sameSession = now >= seenAt && now - seenAt < SESSION_GAP;
  if (sameSession) return now - seenAt < NOTED_EVERY ? feed : { ...feed, seenAt: now };
  const lasted = onSince === undefined ? 0 : seenAt - onSince;
  const before = feed.sessions ?? [];
  const sessions = lasted >= SHORTEST_SESSION ? [lasted, ...before].slice(0, REMEMBERED_SESSIONS) : before;
  const began: Feed = { ...feed, onSince: now, seenAt: now, sessions };
  const lookedToday =
    lastSuccess !== undefined &&
    lastSuccess <= now &&
    localDay(new Date(lastSuccess)) === localDay(new Date(now));
  return lookedToday ? began : { ...began, nextAttempt: now + lookDelay(usualSession(began), random) };
}

/** How long the machine will probably be on: the shortest of the last times. */
const usualSession = ({ sessions = [] }: Feed): number =>
  sessions.length === 0 ? UNKNOWN_SESSION : Math.min(MAX_SESSION, ...sessions);

function lookDelay(session: number, random: Random): number {
  const window = session * PLANNED;
  const drawn = random();
  if (window <= MORNING) return drawn * window;
  if (drawn < MORNING_SHARE) return (drawn / MORNING_SHARE) * MORNING;
  return MORNING + ((drawn - MORNING_SHARE) / (1 - MORNING_SHARE)) * (window - MORNING);
}

/** When to try again after a failure: within what is left of the session, so that those that failed at once do not return at once. */
function nextTry(feed: Feed, failures: number, now: number, random: Random): number {
  const least = retryDelay(failures);
  const left = feed.onSince === undefined ? 0 : usualSession(feed) * PLANNED - (now - feed.onSince);
  const most = Math.min(MAX_RETRY_DELAY, Math.max(2 * least, left));
  return now + least + random() * Math.max(0, most - least);
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What tests and the rehearsal of ten thousand machines put in place of the real ones. */
interface RefreshPorts {
  random?: Random;
  admit?: typeof admitLayerText;
}

export type RefreshResult =
  | { feed: Feed; outcome: "unchanged" }
  | { feed: Feed; outcome: "admitted"; admission: Extract<Admission, { ok: true }> }
  | { feed: Feed; outcome: "failed"; errors: readonly ValidationError[] };

/**
 * Requests the feed once: GET without cookies, referrer or redirects, with If-None-Match if a layer is in place. The
 * layer in force stays unless a better one is admitted. Never throws.
 */
export async function refresh(
  feed: Feed,
  gate: AdmissionContext,
  fetch: Fetch,
  now: number,
  { random = Math.random, admit = admitLayerText }: RefreshPorts = {},
): Promise<RefreshResult> {
  const failed = (errors: readonly ValidationError[]): RefreshResult => {
    const failures = feed.failures + 1;
    return {
      feed: { ...feed, lastAttempt: now, failures, nextAttempt: nextTry(feed, failures, now, random) },
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
    if (response.status !== 200) return failed([validationError("", "http-status", [response.status])]);
    const text = await readBody(response);
    if (typeof text !== "string") return failed([text]);
    const admission = await admit(text, gate);
    if (!admission.ok) return failed(admission.errors);
    const etag = response.headers.get("etag")?.slice(0, 200) || undefined;
    // A layer that awaits confirmation is not in place, so the next request must fetch it again.
    const updated = { ...success, etag: admission.confirm === undefined ? etag : undefined };
    return admission.changed || admission.confirm !== undefined
      ? { feed: updated, outcome: "admitted", admission }
      : { feed: updated, outcome: "unchanged" };
  } catch {
    return failed([validationError("", "no-answer")]);
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
async function readBody(response: Response): Promise<string | ValidationError> {
  const declaredLength = Number(response.headers.get("content-length") ?? 0);
  if (declaredLength > LIMITS.bytes) return validationError("", "too-big", [declaredLength, LIMITS.bytes]);
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
      return validationError("", "too-big", [size, LIMITS.bytes]);
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}
