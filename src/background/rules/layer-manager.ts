import { localDay } from "../../domain/day.ts";
import {
  type Admission,
  type AdmissionContext,
  type AdmittedLayer,
  admitLayerText,
} from "../../engine/ruleset/layers/admit.ts";
import type { UpperLayers } from "../../engine/ruleset/layers/compose.ts";
import { changeInWords, diff } from "../../engine/ruleset/layers/diff.ts";
import {
  deleteLayer,
  type KeyValueStore,
  readLayer,
  writeLayer,
} from "../../engine/ruleset/layers/two-slot-store.ts";
import type { Layer, Said } from "../../engine/ruleset/schema/index.ts";
import { fault } from "../../engine/ruleset/validate/errors.ts";
import type { Added } from "../../messaging/protocol.ts";
import { stored } from "../../storage/items.ts";
import { readPolicy } from "../../storage/managed-policy.ts";
import { serial } from "../serial.ts";
import { shortErrorText } from "../short-error.ts";
import { bundled, makeRules } from "./compile-stored.ts";
import { layerFeed } from "./layer-feed.ts";

type Place = AdmissionContext["name"];

/** Changes that are told after a layer changed. */
const TOLD_CHANGES = 50;

/**
 * Layers of the ruleset: let in, kept, refreshed, taken away; after each change the rules are made anew. Whatever
 * goes wrong on the way, the layers and rules of before stay.
 */
export function rulesetLayers(store: KeyValueStore) {
  /** A page, an alarm and the browser's start may ask at the same time. */
  const queued = serial();

  async function kept(): Promise<Partial<Record<Place, AdmittedLayer>>> {
    const [agency, own] = await Promise.all([readLayer(store, "agency"), readLayer(store, "own")]);
    return { ...(agency && { agency: agency.admitted }), ...(own && { own: own.admitted }) };
  }

  const make = (again: boolean): Promise<string | null> =>
    makeRules(async () => {
      const all = await kept();
      return { layers: layersOf(all), hashes: Object.values(all).map((one) => one.hash) };
    }, again);

  async function gate(name: Place, replace = false): Promise<AdmissionContext> {
    const [all, policy, base] = await Promise.all([kept(), readPolicy(), bundled()]);
    const current = all[name];
    const key = name === "agency" && policy?.ok ? policy.value.rulesetKey : undefined;
    return {
      name,
      date: localDay(new Date()),
      bundled: base,
      layers: layersOf(all),
      current,
      pinned: key,
      /* Where the policy names another publisher than the one in place, the policy is right. */
      replace: replace || (key !== undefined && current !== undefined && current.signedBy?.key !== key),
    };
  }

  /** Keeps what was admitted, unless the publisher must be confirmed first. */
  async function settle(
    name: Place,
    at: AdmissionContext,
    admission: Admission,
    confirmed?: string,
  ): Promise<Added> {
    if (!admission.ok) return admission;
    if (admission.confirm !== undefined && admission.confirm !== confirmed)
      return { ok: true, confirm: admission.confirm, publisher: admission.admitted.layer.meta.publisher };
    if (!admission.changed) return { ok: true, changed: false };
    const failed = await writeLayer(store, name, admission.admitted).then(() => make(true), shortErrorText);
    if (failed !== null) {
      await (at.current ? writeLayer(store, name, at.current) : deleteLayer(store, name)).catch(() => {});
      await make(true);
      return { ok: false, errors: [fault("", "not-kept", [failed])] };
    }
    await stored.rulesChanges
      .setValue(changesOf(name, at.current?.layer, admission.admitted.layer))
      .catch(() => {});
    return { ok: true, changed: true };
  }

  const feed = layerFeed({ gate, settle });
  /** A fault of the browser's own (storage, network) is told like a refused file. */
  const told = (work: () => Promise<Added>): Promise<Added> =>
    queued(work).catch(
      (error: unknown): Added => ({ ok: false, errors: [fault("", "not-kept", [shortErrorText(error)])] }),
    );

  return {
    ensure: (again = false): Promise<unknown> => queued(() => make(again)),
    /** At the start of the background: policy, and an address that is due. */
    wake: (): Promise<void> => queued(feed.wake),
    kept: () => queued(kept),
    /** @param confirmed the fingerprint the user compared and confirmed. */
    add: (name: Place, text: string, confirmed?: string, replace = false): Promise<Added> =>
      told(async () => {
        const way = await gate(name, replace);
        return settle(name, way, await admitLayerText(text, way), confirmed);
      }),
    drop: (name: Place): Promise<void> =>
      queued(async () => {
        await deleteLayer(store, name);
        if (name === "agency") await feed.forget();
        await make(true);
      }),
    /** Follows an address from now on. Its host must have been granted by the user before. */
    follow: (url: string, confirmed?: string, replace = false): Promise<Added> =>
      told(() => feed.follow(url, confirmed, replace)),
    /** The hourly look whether the address is due; also notices a layer whose time is over. */
    tick: (): Promise<void> =>
      queued(async () => {
        await feed.lookIfDue();
        await make(false);
      }),
  };
}

const layersOf = (all: Partial<Record<Place, AdmittedLayer>>): UpperLayers =>
  Object.fromEntries(Object.entries(all).map(([name, one]) => [name, one.layer]));

function changesOf(name: Place, before: Layer | undefined, now: Layer) {
  const changes: Said[] = before ? diff(before, now).slice(0, TOLD_CHANGES).map(changeInWords) : [];
  return { name, day: localDay(new Date()), changes };
}
