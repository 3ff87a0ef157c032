import { browser } from "@wxt-dev/browser";
import { LANGUAGES, type Language } from "../domain/languages.ts";
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

/** Everything a page needs from storage. */
export interface Known {
  /** The compiled rules as stored; null while they have not been made. */
  compiled: unknown;
  settings: Read<Settings>;
  pause: Read<Pause>;
  answers: StoredAnswers;
  language: Language;
  /** Texts of that language where a page does not bring them along; key by text, unchecked. */
  texts: unknown;
  /** What the layers changed of this site's data (src/background/rules/site-overrides.ts); null: nothing. */
  siteChange: unknown;
  /** Sites that a layer of the ruleset switched off. */
  sitesOff: readonly unknown[];
  /** What is wrong with what was stored, for the popup. */
  faults: PageState["faults"];
}

/** The keys of src/storage/items.ts that a page reads, and its own site's. */
const keysOf = (site: SiteId) => [
  "rules",
  "rulesProblem",
  "settings",
  "pause",
  "silenced",
  "today",
  "kinds",
  "sitesOff",
  "pageTexts",
  siteChangeKey(site),
];

/** Reads it all in one round trip. A bad setting becomes its default and a fault; it is left in storage as it is. */
export async function readAll(site: SiteId, before: Known | null = null): Promise<Known> {
  /* The compiled rules are large: they are read again only when they changed. */
  const wanted = keysOf(site).filter((key) => !before || key !== "rules");
  const stored = (await browser.storage.local.get(wanted)) as Record<string, unknown>;
  const settings = readStored(settingsFields, stored.settings);
  const pause = readStored(pauseFields, stored.pause);
  const answers = readAnswers(stored);
  const faults: PageState["faults"][number][] = [];
  if (stored.rulesProblem)
    faults.push({ code: "ruleset", detail: String(stored.rulesProblem).slice(0, 300) });
  for (const { problem } of [settings, pause, answers.silenced, answers.today, answers.kinds])
    if (problem) faults.push({ code: "settings", detail: problem });
  const language = languageOf(settings.value.language);
  return {
    compiled: before?.compiled ?? stored.rules ?? null,
    settings,
    pause,
    answers,
    language,
    texts: language === "id" ? null : textsOf(stored.pageTexts, language),
    siteChange: stored[siteChangeKey(site)] ?? null,
    sitesOff: Array.isArray(stored.sitesOff) ? stored.sitesOff : [],
    faults,
  };
}

/** null where they were not kept yet or cannot be read: Indonesian stands for them. */
function textsOf(json: unknown, language: Language): unknown {
  try {
    return JSON.parse(String(json))[language];
  } catch {
    return null;
  }
}

function languageOf(wish: Settings["language"]): Language {
  const browsers = () => LANGUAGES.find((code) => browser.i18n.getUILanguage().split("-")[0] === code);
  return wish === "auto" ? (browsers() ?? "id") : wish;
}

/** Calls back with the keys when something that `readAll` reads has changed. */
export function onChange(site: SiteId, changed: (keys: readonly string[]) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const keys = keysOf(site).filter((key) => key in changes);
    if (area === "local" && keys.length > 0) changed(keys);
  });
}
