import { browser } from "@wxt-dev/browser";
import { preferredLanguage } from "../domain/choose-language.ts";
import type { Language } from "../domain/languages.ts";
import type { SiteId } from "../domain/sites.ts";
import type { PageState } from "../domain/warning.ts";
import { siteChangeKey } from "../engine/ruleset/layers/site-overrides.ts";
import { readAnswers, type StoredAnswers } from "../storage/answers.ts";
import {
  type Pause,
  pauseFields,
  type Read,
  readStored,
  type Settings,
  settingsFields,
} from "../storage/settings.ts";

/** Everything that a page needs from the storage. */
export interface StoredSnapshot {
  /** The compiled rules as stored; null until the background has compiled them. */
  compiled: unknown;
  settings: Read<Settings>;
  pause: Read<Pause>;
  answers: StoredAnswers;
  language: Language;
  /** All texts of that language, key by text, unchecked; null until the background has stored those of this version. */
  texts: unknown;
  /** The layers' change of this site's data (src/background/rules/site-overrides.ts); null if there is none. */
  siteChange: unknown;
  /** Sites that a layer of the ruleset switched off. */
  sitesOff: readonly unknown[];
  /** Invalid stored values, for the popup. */
  faults: PageState["faults"];
}

/** The keys of src/storage/items.ts that a page reads, and the key of its site. */
const keysOf = (site: SiteId) => [
  "rules",
  "rulesProblem",
  "settings",
  "pause",
  "silenced",
  "today",
  "feedback",
  "sitesOff",
  "pageTexts",
  siteChangeKey(site),
];

/** Reads everything in one round trip. An invalid value becomes its default and a fault; it stays in the storage. */
export async function readSnapshot(
  site: SiteId,
  before: StoredSnapshot | null = null,
): Promise<StoredSnapshot> {
  /* The compiled rules are large: they are read again only if they changed. */
  const wanted = keysOf(site).filter((key) => !before || key !== "rules");
  const stored = (await browser.storage.local.get(wanted)) as Record<string, unknown>;
  const settings = readStored(settingsFields, stored.settings);
  const pause = readStored(pauseFields, stored.pause);
  const answers = readAnswers(stored);
  const faults: PageState["faults"][number][] = [];
  if (stored.rulesProblem)
    faults.push({ code: "ruleset", detail: String(stored.rulesProblem).slice(0, 300) });
  for (const { problem } of [settings, pause, answers.silenced, answers.today, answers.feedback])
    if (problem) faults.push({ code: "settings", detail: problem });
  const language = preferredLanguage(settings.value.language);
  return {
    compiled: before?.compiled ?? stored.rules ?? null,
    settings,
    pause,
    answers,
    language,
    texts: textsOf(stored.pageTexts, language),
    siteChange: stored[siteChangeKey(site)] ?? null,
    sitesOff: Array.isArray(stored.sitesOff) ? stored.sitesOff : [],
    faults,
  };
}

function textsOf(json: unknown, language: Language): unknown {
  try {
    return JSON.parse(String(json))[browser.runtime.getManifest().version][language] ?? null;
  } catch {
    return null;
  }
}

/** Calls back with the keys that changed, of those that `readSnapshot` reads. */
export function onStorageChange(site: SiteId, onChange: (keys: readonly string[]) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const keys = keysOf(site).filter((key) => key in changes);
    if (area === "local" && keys.length > 0) onChange(keys);
  });
}
