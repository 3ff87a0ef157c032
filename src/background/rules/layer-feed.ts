import { type Admission, type AdmissionContext, admitLayer } from "../../engine/ruleset/layers/admit.ts";
import {
  type Feed,
  hostPattern,
  isFeedAddress,
  isRefreshDue,
  newFeed,
  refresh,
} from "../../engine/ruleset/layers/refresh.ts";
import { fault } from "../../engine/ruleset/validate/errors.ts";
import type { Added } from "../../messaging/protocol.ts";
import { stored } from "../../storage/items.ts";
import { readPolicy } from "../../storage/managed-policy.ts";
import { inWords } from "./compile-stored.ts";

export const REFRESH_ALARM = "ruleset-refresh";
const HOUR_MINUTES = 60;

/** The one gate and the one way in, which the feed shares with a file that the user adds. */
interface Core {
  gate(name: AdmissionContext["name"], replace?: boolean): Promise<AdmissionContext>;
  settle(
    name: AdmissionContext["name"],
    at: AdmissionContext,
    admission: Admission,
    confirmed?: string,
  ): Promise<Added>;
}

/** May this address be asked? Without the host's permission no request is made at all. */
export const granted = (url: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [hostPattern(url)] });

/** The agency layer's two other ways in: an address looked at again and again, and the browser's policy. */
export function layerFeed({ gate, settle }: Core) {
  async function read(): Promise<Feed | null> {
    const value = (await stored.rulesFeed.getValue()) as Feed | null;
    return value && typeof value.url === "string" && isFeedAddress(value.url) ? value : null;
  }

  async function look(at: Feed, confirmed?: string, replace = false): Promise<Added> {
    const way = await gate("agency", replace);
    const found = await refresh(at, way, (url, init) => fetch(url, init), Date.now());
    const added: Added =
      found.outcome === "failed"
        ? { ok: false, errors: found.errors }
        : found.outcome === "unchanged"
          ? { ok: true, changed: false }
          : await settle("agency", way, found.admission, confirmed);
    /* What could not be kept must come again whole at the next look. */
    await stored.rulesFeed.setValue(added.ok ? found.feed : { ...found.feed, etag: at.etag });
    await stored.rulesFeedProblem.setValue(added.ok ? null : inWords(added.errors));
    return added;
  }

  async function lookIfDue(): Promise<void> {
    const now = await read();
    if (now && isRefreshDue(now, Date.now()) && (await granted(now.url))) await look(now);
  }

  /** Alarms may be lost with the browser's end; a second one of the same name would start the hour anew. */
  async function keepAlarm(): Promise<void> {
    if (!(await browser.alarms.get(REFRESH_ALARM)))
      await browser.alarms.create(REFRESH_ALARM, { periodInMinutes: HOUR_MINUTES });
  }

  /** What a policy sets: an inline layer, or an address; with or without the publisher's key. */
  async function applyPolicy(): Promise<void> {
    const policy = await readPolicy();
    if (!policy) return;
    if (!policy.ok) return stored.rulesFeedProblem.setValue(inWords(policy.errors));
    const { inline, rulesetUrl } = policy.value;
    if (inline !== undefined) {
      const way = await gate("agency");
      const admission = await admitLayer(inline, way);
      /* Who may write policies on this machine may also name the publisher: no second confirmation. */
      const added = await settle("agency", way, admission, admission.ok ? admission.confirm : undefined);
      await stored.rulesFeedProblem.setValue(added.ok ? null : inWords(added.errors));
    } else if (rulesetUrl !== undefined && (await read())?.url !== rulesetUrl)
      await stored.rulesFeed.setValue(newFeed(rulesetUrl));
  }

  async function forget(): Promise<void> {
    await stored.rulesFeed.setValue(null);
    await stored.rulesFeedProblem.setValue(null);
    await browser.alarms.clear(REFRESH_ALARM);
  }

  return {
    forget,
    lookIfDue,
    async wake(): Promise<void> {
      await applyPolicy();
      if (!(await read())) return;
      await keepAlarm();
      await lookIfDue();
    },
    async follow(url: string, confirmed?: string, replace = false): Promise<Added> {
      if (!isFeedAddress(url)) return { ok: false, errors: [fault("", "https")] };
      if (!(await granted(url))) return { ok: false, errors: [fault("", "no-answer")] };
      const [before, problem] = await Promise.all([read(), stored.rulesFeedProblem.getValue()]);
      const same = before?.url === url;
      const added = await look({ ...(same ? before : newFeed(url)), etag: undefined }, confirmed, replace);
      if (added.ok && !("confirm" in added)) await keepAlarm();
      else if (!same) {
        /* Refused or not yet confirmed: what was followed before, if anything, goes on. */
        await stored.rulesFeed.setValue(before);
        await stored.rulesFeedProblem.setValue(problem);
      }
      return added;
    },
  };
}
