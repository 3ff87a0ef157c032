import { chooseLanguage } from "../../i18n/rooms.ts";
import { localDay } from "../../state/day.ts";
import { ownItem, readOwn } from "../../state/own-store.ts";
import { readStored, settingsFields } from "../../state/settings.ts";
import { stored } from "../../state/store.ts";
import type { WelcomeSource } from "./model.ts";

const readSettings = async () => readStored(settingsFields, await stored.settings.getValue()).value;

/** Writes follow one another, so that two answers given at once are both kept. */
let last: Promise<void> = Promise.resolve();
function inTurn(work: () => Promise<void>): Promise<void> {
  const next = last.then(work, work);
  last = next.catch(() => {});
  return next;
}

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
    saveSettings: (change) =>
      inTurn(async () => stored.settings.setValue({ ...(await readSettings()), ...change })),
    saveOwn: (change) => inTurn(async () => ownItem.setValue({ ...(await readOwn()).value, ...change })),
    setLanguage: (language) =>
      inTurn(async () => stored.settings.setValue({ ...(await readSettings()), language })),
    print: () => window.print(),
  },
  subscribe(changed) {
    const stops = [stored.settings.watch(changed), ownItem.watch(changed)];
    return () => {
      for (const stop of stops) stop();
    };
  },
};
