import { type Admission, admit, admitText, type Gate, type Kept } from "../ruleset/admit.ts";
import { changeInWords, diff } from "../ruleset/diff.ts";
import type { Fault } from "../ruleset/faults.ts";
import { dropLayer, keepLayer, readLayer, type Store } from "../ruleset/keep.ts";
import type { UpperLayers } from "../ruleset/layers.ts";
import { parseManaged } from "../ruleset/managed.ts";
import { type Feed, isDue, isFeedAddress, newFeed, permissionFor, refresh } from "../ruleset/refresh.ts";
import type { Said } from "../ruleset/types.ts";
import { localDay } from "../state/day.ts";
import { stored } from "../state/store.ts";
import { bundled, inWords, makeRules } from "./rules.ts";

type Place = Gate["name"];
export type Added =
  | { ok: true; changed: boolean }
  /** The publisher is new: nothing was kept; the user must compare and confirm this fingerprint. */
  | { ok: true; confirm: string; publisher: string }
  | { ok: false; errors: readonly Fault[] };

/** Changes that are told after a layer changed; more are counted. */
const TOLD_CHANGES = 50;
export const REFRESH_ALARM = "ruleset-refresh";

/** Layers of the ruleset: let in, kept, refreshed, taken away; after each change the rules are made anew. */
export function rulesetLayers(store: Store) {
  let turn: Promise<unknown> = Promise.resolve();
  /** One after the other: a popup, an alarm and the browser's start may ask at the same time. */
  const queued = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work, work);
    turn = next.catch(() => {});
    return next;
  };

  async function kept(): Promise<Partial<Record<Place, Kept>>> {
    const [agency, own] = await Promise.all([readLayer(store, "agency"), readLayer(store, "own")]);
    return { ...(agency && { agency: agency.kept }), ...(own && { own: own.kept }) };
  }

  const upper = (all: Partial<Record<Place, Kept>>): UpperLayers =>
    Object.fromEntries(Object.entries(all).map(([name, one]) => [name, one.layer]));

  async function make(again: boolean): Promise<void> {
    await makeRules(async () => {
      const all = await kept();
      return { layers: upper(all), hashes: Object.values(all).map((one) => one.hash) };
    }, again);
  }

  async function gate(name: Place, more: Partial<Gate> = {}): Promise<Gate> {
    const all = await kept();
    return {
      name,
      date: localDay(new Date()),
      bundled: await bundled(),
      layers: upper(all),
      current: all[name],
      ...more,
    };
  }

  /** Keeps what was admitted, unless the publisher must be confirmed first. */
  async function settle(name: Place, at: Gate, admission: Admission, confirmed?: string): Promise<Added> {
    if (!admission.ok) return admission;
    if (admission.confirm !== undefined && admission.confirm !== confirmed)
      return { ok: true, confirm: admission.confirm, publisher: admission.kept.layer.meta.publisher };
    if (admission.changed || at.replace) {
      await keepLayer(store, name, admission.kept);
      const before = at.current?.layer;
      const changes: Said[] = before
        ? diff(before, admission.kept.layer).slice(0, TOLD_CHANGES).map(changeInWords)
        : [];
      await stored.rulesChanges.setValue({ name, day: localDay(new Date()), changes });
      await make(true);
    }
    return { ok: true, changed: admission.changed };
  }

  async function feed(): Promise<Feed | null> {
    const value = (await stored.rulesFeed.getValue()) as Feed | null;
    return value && typeof value.url === "string" && isFeedAddress(value.url) ? value : null;
  }

  async function look(at: Feed, confirmed?: string, pinned?: string): Promise<Added> {
    const way = await gate("agency", pinned === undefined ? {} : { pinned });
    const found = await refresh(at, way, (url, init) => fetch(url, init), Date.now());
    await stored.rulesFeed.setValue(found.feed);
    if (found.outcome === "failed") {
      await stored.rulesFeedProblem.setValue(inWords(found.errors));
      return { ok: false, errors: found.errors };
    }
    await stored.rulesFeedProblem.setValue(null);
    return found.outcome === "unchanged"
      ? { ok: true, changed: false }
      : settle("agency", way, found.admission, confirmed);
  }

  /** What a policy sets: an inline layer, or an address, with or without the publisher's key. */
  async function applyPolicy(): Promise<void> {
    const values = await browser.storage.managed.get(null).catch(() => ({}));
    if (Object.keys(values).length === 0) return;
    const policy = parseManaged(values);
    if (!policy.ok) return stored.rulesFeedProblem.setValue(inWords(policy.errors));
    const { inline, rulesetKey, rulesetUrl } = policy.value;
    const pinned = rulesetKey === undefined ? {} : { pinned: rulesetKey };
    if (inline !== undefined) {
      const way = await gate("agency", pinned);
      const admission = await admit(inline, way);
      /* Who may write policies on this machine may also name the publisher: no second confirmation. */
      const trust = admission.ok ? admission.confirm : undefined;
      const added = await settle("agency", way, admission, trust);
      await stored.rulesFeedProblem.setValue(added.ok ? null : inWords(added.errors));
    } else if (rulesetUrl !== undefined) {
      const before = await feed();
      const now = before?.url === rulesetUrl ? before : newFeed(rulesetUrl);
      await stored.rulesFeed.setValue(now);
      await browser.alarms.create(REFRESH_ALARM, { periodInMinutes: 60 });
      if (isDue(now, Date.now()) && (await granted(rulesetUrl))) await look(now, undefined, rulesetKey);
    }
  }

  const granted = (url: string): Promise<boolean> =>
    browser.permissions.contains({ origins: [permissionFor(url)] });

  return {
    ensure: (again = false) => queued(() => make(again)),
    policy: () => queued(applyPolicy),
    kept: () => queued(kept),
    /** @param confirmed the fingerprint the user compared and confirmed. */
    add: (name: Place, text: string, confirmed?: string, replace = false): Promise<Added> =>
      queued(async () => {
        const way = await gate(name, { replace });
        return settle(name, way, await admitText(text, way), confirmed);
      }),
    drop: (name: Place): Promise<void> =>
      queued(async () => {
        await dropLayer(store, name);
        if (name === "agency") {
          await stored.rulesFeed.setValue(null);
          await stored.rulesFeedProblem.setValue(null);
          await browser.alarms.clear(REFRESH_ALARM);
        }
        await make(true);
      }),
    /** Follows an address from now on. Its host must have been granted by the user before. */
    follow: (url: string, confirmed?: string): Promise<Added> =>
      queued(async () => {
        const before = await feed();
        const now = before?.url === url ? before : newFeed(url);
        const added = await look({ ...now, etag: undefined }, confirmed);
        if (added.ok && !("confirm" in added))
          await browser.alarms.create(REFRESH_ALARM, { periodInMinutes: 60 });
        else if (!before) await stored.rulesFeed.setValue(null);
        return added;
      }),
    /** The hourly look whether the address is due; also notices a layer whose time is over. */
    tick: (): Promise<void> =>
      queued(async () => {
        const now = await feed();
        if (now && isDue(now, Date.now()) && (await granted(now.url))) await look(now);
        await make(false);
      }),
  };
}
