import { chooseLanguage } from "../../i18n/rooms.ts";
import { requestChange } from "../../messaging/request-change.ts";
import { localDay } from "../../state/day.ts";
import { ownItem, readOwn } from "../../state/own-store.ts";
import { readStored, settingsFields } from "../../state/settings.ts";
import { stored } from "../../state/store.ts";
import type { WelcomeSource } from "./model.ts";

const readSettings = async () => readStored(settingsFields, await stored.settings.getValue()).value;

/** The welcome over the extension's own storage. */
export const welcomeSource: WelcomeSource = {
  async load() {
    const { status, spouse, region, language } = await readSettings();
    return {
      language: chooseLanguage(language, navigator.languages),
      today: localDay(new Date()),
      settings: { status, spouse, region },
      own: (await readOwn()).value,
    };
  },
  actions: {
    saveSettings: (set) => requestChange({ type: "settings", set }),
    saveOwn: (set) => requestChange({ type: "own", set }),
    setLanguage: (language) => requestChange({ type: "settings", set: { language } }),
    print: () => window.print(),
  },
  subscribe(changed) {
    const stops = [stored.settings.watch(changed), ownItem.watch(changed)];
    return () => {
      for (const stop of stops) stop();
    };
  },
};
