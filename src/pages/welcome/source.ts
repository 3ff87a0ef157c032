import { localDay } from "../../domain/day.ts";
import { chooseLanguage } from "../../i18n/pages.ts";
import { requestChange } from "../../messaging/request-change.ts";
import { stored } from "../../storage/items.ts";
import { profileItem, readProfile } from "../../storage/profile-item.ts";
import { readStored, settingsFields } from "../../storage/settings.ts";
import type { WelcomeSource } from "./model.ts";

const readSettings = async () => readStored(settingsFields, await stored.settings.getValue()).value;

/** The welcome over the extension's storage. */
export const welcomeSource: WelcomeSource = {
  async load() {
    const { status, spouse, region, language } = await readSettings();
    return {
      language: chooseLanguage(language, navigator.languages),
      today: localDay(new Date()),
      settings: { status, spouse, region },
      profile: (await readProfile()).value,
    };
  },
  actions: {
    saveSettings: (set) => requestChange({ type: "settings", set }),
    saveProfile: (set) => requestChange({ type: "profile", set }),
    setLanguage: (language) => requestChange({ type: "settings", set: { language } }),
    print: () => window.print(),
  },
  subscribe(changed) {
    const stops = [stored.settings.watch(changed), profileItem.watch(changed)];
    return () => {
      for (const stop of stops) stop();
    };
  },
};
