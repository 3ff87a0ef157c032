import { type Admission, type AdmissionContext, admitLayer } from "../../engine/ruleset/layers/admit.ts";
import { hostPattern, isFeedAddress } from "../../engine/ruleset/layers/feed-address.ts";
import { type Feed, isRefreshDue, newFeed, noteAwake, refresh } from "../../engine/ruleset/layers/refresh.ts";
import type { KeyValueStore } from "../../engine/ruleset/layers/two-slot-store.ts";
import { validationError } from "../../engine/ruleset/validate/errors.ts";
import type { AddLayerResult } from "../../messaging/protocol.ts";
import { readFeedProblem } from "../../storage/feed-problem.ts";
import { stored } from "../../storage/items.ts";
import { readPolicy } from "../../storage/managed-policy.ts";
import { problemOf } from "./problem.ts";

export const REFRESH_ALARM = "ruleset-refresh";
/** How often a followed address is thought of: each time notes that the machine is on. */
const TICK_MINUTES = 30;

/** Where the address is stored: in the extension's database, because no content script may name one to ask. */
const FEED_KEY = "feed";

/** The stored address (`Feed`) as it is; null if there is none. */
export const readFeed = async (store: Pick<KeyValueStore, "get">): Promise<unknown> =>
  (await store.get(FEED_KEY)) ?? null;

/** Admission of a layer, shared by the feed and by files that the user adds. */
interface AdmissionPorts {
  gate(name: AdmissionContext["name"], replace?: boolean): Promise<AdmissionContext>;
  settle(
    name: AdmissionContext["name"],
    gate: AdmissionContext,
    admission: Admission,
    confirmed?: string,
  ): Promise<AddLayerResult>;
}

/** True if the user granted the host of this address; without that no request is made. */
export const isHostGranted = (url: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [hostPattern(url)] });

/** The two automatic sources of the agency layer: an address that is refreshed, and the browser's policy. */
export function layerFeed(store: KeyValueStore, { gate, settle }: AdmissionPorts) {
  const write = (feed: Feed | null): Promise<void> =>
    feed ? store.set(FEED_KEY, feed) : store.remove(FEED_KEY);
  async function read(): Promise<Feed | null> {
    const value = (await readFeed(store)) as Feed | null;
    return value && typeof value.url === "string" && isFeedAddress(value.url) ? value : null;
  }

  async function fetchNow(from: Feed, confirmed?: string, replace = false): Promise<AddLayerResult> {
    const admissionGate = await gate("agency", replace);
    const result = await refresh(from, admissionGate, (url, init) => fetch(url, init), Date.now());
    const added: AddLayerResult =
      result.outcome === "failed"
        ? { ok: false, errors: result.errors }
        : result.outcome === "unchanged"
          ? { ok: true, changed: false }
          : await settle("agency", admissionGate, result.admission, confirmed);
    /* If it could not be stored, the next refresh must fetch it again as a whole. */
    await write(added.ok ? result.feed : { ...result.feed, etag: from.etag });
    await stored.rulesFeedProblem.setValue(added.ok ? null : problemOf(added.errors, "rules"));
    return added;
  }

  async function fetchIfDue(): Promise<void> {
    const followed = await read();
    if (!followed) return;
    const feed = noteAwake(followed, Date.now());
    if (feed !== followed) await write(feed);
    if (isRefreshDue(feed, Date.now()) && (await isHostGranted(feed.url))) await fetchNow(feed);
  }

  /**
   * The alarm for the next look, or for noting that the machine is still on. Alarms may be lost when the browser ends;
   * one that comes early enough is left, because creating it again would put it off.
   */
  async function ensureAlarm(): Promise<void> {
    const next = (await read())?.nextAttempt ?? 0;
    const latest = Date.now() + TICK_MINUTES * 60_000;
    const when = Math.min(latest, Math.max(Date.now() + 1_000, next));
    const alarm = await browser.alarms.get(REFRESH_ALARM);
    if (alarm && alarm.scheduledTime > Date.now() && alarm.scheduledTime <= when) return;
    await browser.alarms.create(REFRESH_ALARM, { when, periodInMinutes: TICK_MINUTES });
  }

  /** Applies the policy: an inline layer or an address, with or without the publisher's key. */
  async function applyPolicy(): Promise<void> {
    const policy = await readPolicy();
    if (policy && !policy.ok) return stored.rulesFeedProblem.setValue(problemOf(policy.errors, "policy"));
    /* Mended or taken away since. */
    if (readFeedProblem(await stored.rulesFeedProblem.getValue())?.from === "policy")
      await stored.rulesFeedProblem.setValue(null);
    if (!policy) return;
    const { inline, rulesetUrl } = policy.value;
    if (inline !== undefined) {
      const admissionGate = await gate("agency");
      const admission = await admitLayer(inline, admissionGate);
      /* Whoever sets policies on this device may also name the publisher: no further confirmation. */
      const added = await settle(
        "agency",
        admissionGate,
        admission,
        admission.ok ? admission.confirm : undefined,
      );
      await stored.rulesFeedProblem.setValue(added.ok ? null : problemOf(added.errors, "rules"));
    } else if (rulesetUrl !== undefined && (await read())?.url !== rulesetUrl) {
      await write(newFeed(rulesetUrl));
      await stored.rulesFeedProblem.setValue(null);
    }
  }

  async function unfollow(): Promise<void> {
    await write(null);
    await stored.rulesFeedProblem.setValue(null);
    await browser.alarms.clear(REFRESH_ALARM);
  }

  return {
    unfollow,
    async lookIfDue(): Promise<void> {
      await fetchIfDue();
      if (await read()) await ensureAlarm();
    },
    /** The user granted a host: the followed address, if it is that one's, need not wait for its turn. */
    async lookOnceGranted(): Promise<void> {
      const followed = await read();
      if (!followed || followed.lastSuccess !== undefined || !(await isHostGranted(followed.url))) return;
      await fetchNow(followed);
      await ensureAlarm();
    },
    async wake(): Promise<void> {
      await applyPolicy();
      if (!(await read())) return;
      await fetchIfDue();
      await ensureAlarm();
    },
    async follow(url: string, confirmed?: string, replace = false): Promise<AddLayerResult> {
      if (!isFeedAddress(url)) return { ok: false, errors: [validationError("", "https")] };
      if (!(await isHostGranted(url))) return { ok: false, errors: [validationError("", "no-answer")] };
      const [before, problem] = await Promise.all([read(), stored.rulesFeedProblem.getValue()]);
      const isSameAddress = before?.url === url;
      const added = await fetchNow(
        { ...(isSameAddress ? before : newFeed(url)), etag: undefined },
        confirmed,
        replace,
      );
      if (added.ok && !("confirm" in added)) await ensureAlarm();
      else if (!isSameAddress) {
        /* Refused or not yet confirmed: the previous address, if any, stays. */
        await write(before);
        await stored.rulesFeedProblem.setValue(problem);
      }
      return added;
    },
  };
}
