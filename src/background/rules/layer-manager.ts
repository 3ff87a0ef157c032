import { localDay } from "../../domain/day.ts";
import type { LocalizedText } from "../../domain/localized-text.ts";
import {
  type Admission,
  type AdmissionContext,
  type AdmittedLayer,
  admitLayerText,
  layerOn,
  layersOn,
} from "../../engine/ruleset/layers/admit.ts";
import { changeInWords, diff } from "../../engine/ruleset/layers/diff.ts";
import {
  deleteLayer,
  type KeyValueStore,
  readLayer,
  writeLayer,
} from "../../engine/ruleset/layers/two-slot-store.ts";
import type { Layer } from "../../engine/ruleset/schema/index.ts";
import { validationError } from "../../engine/ruleset/validate/errors.ts";
import type { AddLayerResult } from "../../messaging/protocol.ts";
import type { AgencyLayer } from "../../storage/agency-layer.ts";
import { stored } from "../../storage/items.ts";
import { readPolicy } from "../../storage/managed-policy.ts";
import { serialQueue } from "../serial.ts";
import { shortErrorText } from "../short-error.ts";
import { bundled, ensureCompiledRules, forgetStamp } from "./compile-stored.ts";
import { layerFeed, readFeed } from "./layer-feed.ts";
import { addRuleIds } from "./rule-ids.ts";
import { SENTENCES } from "./sentences.ts";
import { areRulesOurs, vouchForRules } from "./vouched-rules.ts";

type UpperLayerName = AdmissionContext["name"];

/** Most changes that are listed after a layer changed. */
const MAX_CHANGES = 50;

/**
 * Adds, stores, refreshes and removes layers of the ruleset; compiles the rules anew after each change. If anything
 * fails, the previous layers and rules stay.
 */
export function rulesetLayers(store: KeyValueStore) {
  /** A page, an alarm and the start of the browser may call at the same time. */
  const enqueue = serialQueue();

  async function storedLayers(): Promise<Partial<Record<UpperLayerName, AdmittedLayer>>> {
    const [agency, own] = await Promise.all([readLayer(store, "agency"), readLayer(store, "own")]);
    return { ...(agency && { agency: agency.admitted }), ...(own && { own: own.admitted }) };
  }

  async function compile(recheck: boolean): Promise<string | null> {
    let isNew = false;
    const problem = await ensureCompiledRules(
      async () => {
        const all = await storedLayers();
        await describeAgency(all.agency);
        return { layers: layersToday(all), hashes: Object.values(all).map(hashOfCounting) };
      },
      recheck,
      async (ids) => {
        isNew = true;
        await addRuleIds(store, ids);
      },
    );
    /* Without it nothing is known of who wrote them, as before. */
    if (isNew) await vouchForRules(store).catch(() => {});
    return problem;
  }

  async function gate(name: UpperLayerName, replace = false): Promise<AdmissionContext> {
    const [all, policy, base] = await Promise.all([storedLayers(), readPolicy(), bundled()]);
    const current = all[name];
    const key = name === "agency" && policy?.ok ? policy.value.rulesetKey : undefined;
    return {
      name,
      date: localDay(new Date()),
      bundled: base,
      layers: layersToday(all),
      current,
      pinned: key,
      /* If the policy names another publisher than the current one, the policy wins. */
      replace: replace || (key !== undefined && current !== undefined && !isBy(current, key)),
    };
  }

  /** Stores an admitted layer, unless its publisher must be confirmed first. */
  async function settle(
    name: UpperLayerName,
    { current }: AdmissionContext,
    admission: Admission,
    confirmed?: string,
  ): Promise<AddLayerResult> {
    if (!admission.ok) return admission;
    if (admission.confirm !== undefined && admission.confirm !== confirmed)
      return { ok: true, confirm: admission.confirm, publisher: admission.admitted.layer.meta.publisher };
    if (!admission.changed) return { ok: true, changed: false };
    const failed = await writeLayer(store, name, admission.admitted).then(
      () => compile(true),
      shortErrorText,
    );
    if (failed !== null) {
      await (current ? writeLayer(store, name, current) : deleteLayer(store, name)).catch(() => {});
      await compile(true);
      return { ok: false, errors: [validationError("", "not-kept", [failed])] };
    }
    await stored.rulesChanges
      .setValue(changesOf(name, current?.layer, admission.admitted.layer))
      .catch(() => {});
    return { ok: true, changed: true };
  }

  const feed = layerFeed(store, { gate, settle });
  /** Reports a failure of the browser (storage, network) like a refused file. */
  const withErrorsReported = (work: () => Promise<AddLayerResult>): Promise<AddLayerResult> =>
    enqueue(work).catch(
      (error: unknown): AddLayerResult => ({
        ok: false,
        errors: [validationError("", "not-kept", [shortErrorText(error)])],
      }),
    );

  return {
    ensure: (recheck = false): Promise<unknown> => enqueue(() => compile(recheck)),
    /** Compiles anew if somebody else has written what is compiled for pages. */
    verify: (): Promise<void> =>
      enqueue(async () => {
        if (await areRulesOurs(store)) return;
        await forgetStamp();
        await compile(true);
      }),
    /** At the start of the background: applies the policy, and refreshes from an address that is due. */
    wake: (): Promise<void> => enqueue(feed.wake),
    storedLayers: () => enqueue(storedLayers),
    feed: (): Promise<unknown> => enqueue(() => readFeed(store)),
    /** @param confirmed the fingerprint that the user compared and confirmed. */
    add: (name: UpperLayerName, text: string, confirmed?: string, replace = false): Promise<AddLayerResult> =>
      withErrorsReported(async () => {
        const admissionGate = await gate(name, replace);
        return settle(name, admissionGate, await admitLayerText(text, admissionGate), confirmed);
      }),
    drop: (name: UpperLayerName): Promise<void> =>
      enqueue(async () => {
        await deleteLayer(store, name);
        if (name === "agency") await feed.unfollow();
        await compile(true);
      }),
    /** Follows an address from now on. The user must have granted its host before. */
    follow: (url: string, confirmed?: string, replace = false): Promise<AddLayerResult> =>
      withErrorsReported(() => feed.follow(url, confirmed, replace)),
    /** Called when the user granted access to hosts. */
    granted: (): Promise<void> => enqueue(feed.lookOnceGranted),
    /** Called hourly: refreshes from an address that is due, and notices an expired layer. */
    tick: (): Promise<void> =>
      enqueue(async () => {
        await feed.lookIfDue();
        await compile(false);
      }),
  };
}

const isBy = ({ signedBy }: AdmittedLayer, key: string): boolean =>
  signedBy?.key === key || signedBy?.previous === key;

const layersToday = (all: Partial<Record<UpperLayerName, AdmittedLayer>>) =>
  layersOn(all, localDay(new Date()));

/** Stores what the popup says of the agency's layer, which is read there without asking the background. */
async function describeAgency(agency: AdmittedLayer | undefined): Promise<void> {
  const described: AgencyLayer | null = agency
    ? {
        publisher: agency.layer.meta.publisher,
        version: agency.layer.meta.version,
        fingerprint: agency.signedBy?.fingerprint,
        validFrom: agency.layer.meta.validFrom,
        validUntil: agency.layer.meta.validUntil,
      }
    : null;
  const before = await stored.agencyLayer.getValue();
  if (JSON.stringify(before ?? null) !== JSON.stringify(described))
    await stored.agencyLayer.setValue(described);
}

/** Differs once a layer that was handed out in advance takes the place of the one before. */
const hashOfCounting = (one: AdmittedLayer): string =>
  layerOn(one, localDay(new Date())) === one.layer ? one.hash : `before ${one.hash}`;

function changesOf(name: UpperLayerName, before: Layer | undefined, now: Layer) {
  const changes: LocalizedText[] = before
    ? diff(before, now)
        .slice(0, MAX_CHANGES)
        .map((change) => changeInWords(change, SENTENCES))
    : [];
  return { name, day: localDay(new Date()), changes };
}
