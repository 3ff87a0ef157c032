import * as z from "zod/mini";
import { localDay } from "../../domain/day.ts";
import type { SiteId, Status } from "../../domain/vocabulary.ts";
import { mondayOf } from "../../domain/week.ts";
import { contestsOf, lawOf } from "../../engine/ruleset/compile/pack.ts";
import { type ContestStage, stagesFor } from "../../engine/ruleset/law/stages.ts";
import type { Channel, Rule, RuleBook } from "../../engine/ruleset/schema/index.ts";
import { preferredLanguage } from "../../i18n/app.ts";
import { sendMessage } from "../../messaging/messages.ts";
import { requestChange } from "../../messaging/request-change.ts";
import { ALL_PATTERNS, siteIdOf } from "../../sites/hosts.ts";
import { readAgencyLayer } from "../../storage/agency-layer.ts";
import { stored } from "../../storage/items.ts";
import { policyAttention } from "../../storage/policy-attention.ts";
import {
  isPaused,
  pauseFields,
  readStored,
  settingsFields,
  tomorrow,
  USUAL_STATUS,
} from "../../storage/settings.ts";
import { isWeeklyReminderDue } from "../../storage/weekly.ts";
import { basisOf, type RuleBasis } from "./basis.ts";
import type { PopupModel, PopupSource, TabState as ShownPage } from "./model.ts";

/** Length of the short pause (15 minutes), in ms. */
const PAUSE_MS = 15 * 60_000;
/** How many entries of the book the popup shows, and in how many it counts this week's. */
const SHOWN_ENTRIES = 10;
const COUNTED_ENTRIES = 100;

/** The parts of the stored rules that the popup needs; the page's loader checks all of them. */
const lawSchema = z.object({
  law: z.object({
    rules: z.array(z.any()),
    phases: z.any(),
    instruments: z.array(z.any()),
    bases: z.array(z.any()),
    sanctions: z.array(z.any()),
    channels: z.array(z.any()),
    meta: z.object({ version: z.union([z.string(), z.number()]), issued: z.optional(z.string()) }),
  }),
});

const switchedOffSchema = z.catch(
  z.array(z.object({ by: z.enum(["agency", "own"]), text: z.object({ id: z.string(), en: z.string() }) })),
  [],
);

interface Tab {
  id: number;
  site: SiteId | null;
  incognito: boolean;
}

/** The stages of the stored rules that concern the user; undefined if the rules cannot be read. */
function stagesToday(compiled: unknown, region: string | null): ContestStage[] | undefined {
  try {
    return stagesFor(lawOf(compiled) as RuleBook, contestsOf(compiled), localDay(new Date()), region);
  } catch {
    return undefined; /* The fault of the rules is shown already. */
  }
}

/** The legal basis of each rule today. A rule that cannot be explained is left out. */
function basesOf(law: RuleBook, status: Status, stages: readonly ContestStage[]): Record<string, RuleBasis> {
  const today = localDay(new Date());
  return Object.fromEntries(
    law.rules.flatMap((rule) => {
      try {
        const basis = basisOf(law, rule, status, today, stages);
        return basis ? [[rule.id, basis]] : [];
      } catch {
        return [];
      }
    }),
  );
}

/**
 * The tab under the popup. If the popup is opened as a page (tests, Android), `?tab=` names it. Its address is known only
 * for sites to which the browser granted access.
 */
async function currentTab(): Promise<Tab | null> {
  const requested = Number(new URLSearchParams(location.search).get("tab"));
  const tab = requested
    ? await browser.tabs.get(requested)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  if (tab?.id === undefined) return null;
  let site: SiteId | null = null;
  try {
    if (tab.url) site = siteIdOf(new URL(tab.url).hostname);
  } catch {
    /* An address without a host, such as about:blank. */
  }
  return { id: tab.id, site, incognito: tab.incognito };
}

async function tabStateOf(tab: Tab | null): Promise<{ page: ShownPage; faults: PopupModel["faults"] }> {
  const missing = await missingOrigins();
  if (!tab) return { page: { kind: "other-page" }, faults: [] };
  try {
    const {
      site,
      state,
      posts,
      account,
      paused,
      unrecognized: unread,
      faults,
      found,
    } = await sendMessage("getState", undefined, tab.id);
    if (state === "loading") return { page: { kind: "loading" }, faults };
    const page: ShownPage = {
      kind: "guarded",
      site,
      state,
      posts,
      account,
      found,
      paused: paused ?? undefined,
      unrecognized: unread,
    };
    return { page, faults };
  } catch {
    /* No script of ours answers in that tab. */
  }
  if (tab.site) return { page: { kind: "unguarded", why: "before-install", site: tab.site }, faults: [] };
  if (missing.length) return { page: { kind: "unguarded", why: "no-access", origins: missing }, faults: [] };
  return { page: { kind: "other-page" }, faults: [] };
}

/** Host patterns of the manifest to which neither user nor browser granted access. */
async function missingOrigins(): Promise<string[]> {
  const patterns = await Promise.all(
    ALL_PATTERNS.map(async (pattern) =>
      (await browser.permissions.contains({ origins: [pattern] })) ? null : pattern,
    ),
  );
  return patterns.filter((pattern): pattern is string => pattern !== null);
}

/** The stored rules. If there are none, the background is asked to make them first, which is slow. */
async function loadRules(): Promise<{ compiled: unknown; problem: string | null }> {
  const compiled = await stored.rules.getValue();
  if (compiled) return { compiled, problem: (await stored.rulesProblem.getValue()) ?? null };
  const { problem } = await sendMessage("rules", undefined);
  return { compiled: await stored.rules.getValue(), problem };
}

async function readSettingsAndPause() {
  const [settings, pause] = await Promise.all([stored.settings.getValue(), stored.pause.getValue()]);
  return {
    settings: readStored(settingsFields, settings),
    pause: readStored(pauseFields, pause),
  };
}

async function load(): Promise<PopupModel> {
  const tab = await currentTab();
  const [{ page, faults }, { settings, pause }, book, compiledRules] = await Promise.all([
    tabStateOf(tab),
    readSettingsAndPause(),
    sendMessage("journalEntries", { last: COUNTED_ENTRIES }),
    loadRules(),
  ]);
  const allFaults = [...faults];
  const addFault = (code: string, detail: string | undefined) => {
    if (detail && !allFaults.some((fault) => fault.code === code)) allFaults.push({ code, detail });
  };
  addFault("ruleset", compiledRules.problem ?? undefined);
  addFault("settings", settings.problem ?? pause.problem);
  addFault("book", book.problem ?? (book.unreadable ? String(book.unreadable) : undefined));
  const law = z.safeParse(lawSchema, { law: lawOf(compiledRules.compiled) });
  addFault("rules", law.success ? undefined : (law.error.issues[0]?.message ?? "?"));
  const rules = law.success ? (law.data.law.rules as Rule[]) : [];
  const language = settings.value.language;
  const { region } = settings.value;
  const status = settings.value.status ?? USUAL_STATUS;
  const stages = law.success ? stagesToday(compiledRules.compiled, region) : undefined;
  const monday = mondayOf(localDay(new Date()));
  const model: PopupModel = {
    page,
    rules: rules.filter((rule) => rule.number !== undefined),
    bases: law.success ? basesOf(law.data.law as RuleBook, status, stages ?? []) : undefined,
    channels: law.success ? (law.data.law.channels as Channel[]) : undefined,
    incognito: tab?.incognito,
    agency: {
      layer: readAgencyLayer(await stored.agencyLayer.getValue()),
      attention: await policyAttention(),
      today: localDay(new Date()),
    },
    weeklyDue: await isWeeklyReminderDue(new Date()),
    stages,
    hasRegion: region !== null,
    cancelled: book.locked
      ? undefined
      : book.entries.filter(({ choice, day }) => choice === "cancelled" && day >= monday).length,
    switchedOff: z.parse(switchedOffSchema, (await stored.rulesOff.getValue()) ?? []),
    entries: book.entries.slice(0, SHOWN_ENTRIES),
    entriesLocked: book.locked,
    entriesUnreadable: Boolean(book.problem ?? book.unreadable),
    faults: allFaults,
    language: preferredLanguage(language),
    version: browser.runtime.getManifest().version,
    rulesetVersion: law.success ? String(law.data.law.meta.version) : undefined,
  };
  if (page.kind !== "guarded") return model;
  const paused = page.paused ?? isPaused(pause.value, page.site, Date.now()) ?? undefined;
  return { ...model, page: { ...page, paused, pausedUntil: pause.value.until ?? undefined } };
}

export const popupSource: PopupSource = {
  load,
  actions: {
    async pause(kind) {
      const site = (await currentTab())?.site;
      const until = kind === "tomorrow" ? tomorrow(new Date()) : Date.now() + PAUSE_MS;
      await requestChange(
        kind === "site" && site ? { type: "pause-site", site } : { type: "pause-until", until },
      );
    },
    async resume() {
      await requestChange({ type: "resume", site: (await currentTab())?.site ?? null });
    },
    async reload() {
      const tab = await currentTab();
      if (tab) await browser.tabs.reload(tab.id);
    },
    async grant(origins) {
      /* Directly in the click: browsers ask only then. Only hosts of the manifest are ever requested. */
      await browser.permissions.request({
        origins: origins.filter((origin) => ALL_PATTERNS.includes(origin)),
      });
    },
    async allowAgency(origin) {
      /* Directly in the click. The background looks at the address once the access is there: this page may be closed. */
      await browser.permissions.request({ origins: [origin] });
    },
    async reveal(index) {
      const tab = await currentTab();
      if (!tab) return;
      await sendMessage("reveal", index, tab.id);
      /* On Android the popup is a page of its own: the user goes back to the tab. */
      if (browser.windows) window.close();
    },
    async eraseEntries() {
      /* Today's answers and the counts of answers go with the book's entries. */
      await requestChange({ type: "forget-answers" });
      const { problem } = await sendMessage("eraseEntries", { holdId: null });
      if (problem) throw new Error(problem);
    },
    async eraseEntry(holdId) {
      const { problem } = await sendMessage("eraseEntries", { holdId });
      if (problem) throw new Error(problem);
    },
    async structure() {
      const tab = await currentTab();
      if (!tab) throw new Error("no tab");
      const { version } = browser.runtime.getManifest();
      return `Jaga Netral ${version}\n${await sendMessage("structure", undefined, tab.id)}`;
    },
    setLanguage: (language) => requestChange({ type: "settings", set: { language } }),
    checkDraft: async (text) => (await import("./check-draft.ts")).checkDraft(text),
  },
  subscribe(changed) {
    const stops = Object.values(stored).map((item) => item.watch(() => changed()));
    return () => {
      for (const stop of stops) stop();
    };
  },
};
