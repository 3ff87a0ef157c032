import { localDay } from "../../domain/day.ts";
import type { Law } from "../../engine/ruleset/compile/format.ts";
import { lawOf } from "../../engine/ruleset/compile/pack.ts";
import { preferredLanguage } from "../../i18n/help.ts";
import { requestChange } from "../../messaging/request-change.ts";
import { stored } from "../../storage/items.ts";
import { readStored, settingsFields } from "../../storage/settings.ts";
import type { HelpSource } from "./model.ts";

/** The help over the extension's storage. It reads no page and nothing of the book. */
export const helpSource: HelpSource = {
  async load() {
    const [settings, rules] = await Promise.all([stored.settings.getValue(), stored.rules.getValue()]);
    const { language, sensitivity } = readStored(settingsFields, settings).value;
    const law = lawOf(rules) as Partial<Law> | undefined;
    return {
      language: preferredLanguage(language),
      version: browser.runtime.getManifest().version,
      rulesetVersion: String(law?.meta?.version ?? "–"),
      sensitivity,
      channels: law?.channels ?? [],
      today: localDay(new Date()),
    };
  },
  actions: {
    setLanguage: (language) => requestChange({ type: "settings", set: { language } }),
    copy: (text) => navigator.clipboard.writeText(text),
  },
  subscribe(changed) {
    const stops = [stored.settings.watch(changed), stored.rules.watch(changed)];
    return () => {
      for (const stop of stops) stop();
    };
  },
};
