import { localDay } from "../../domain/day.ts";
import type { SiteId } from "../../domain/vocabulary.ts";
import { preferredLanguage } from "../../i18n/pages.ts";
import { sendMessage } from "../../messaging/messages.ts";
import { requestChange } from "../../messaging/request-change.ts";
import { ALL_PATTERNS, siteIdOf } from "../../sites/hosts.ts";
import { stored } from "../../storage/items.ts";
import { profileItem, readProfile } from "../../storage/profile-item.ts";
import { readStored, settingsFields } from "../../storage/settings.ts";
import type { WelcomeSource } from "./model.ts";

const readSettings = async () => readStored(settingsFields, await stored.settings.getValue()).value;

/** Open tabs of guarded sites in which no script of ours answers. Their addresses are known by the sites' permissions. */
async function unguardedTabs(): Promise<{ id: number; site: SiteId }[]> {
  const tabs = await browser.tabs.query({ url: [...ALL_PATTERNS] }).catch(() => []);
  const found = tabs.map(async ({ id, url }) => {
    const site = url ? siteIdOf(new URL(url).hostname) : null;
    if (id === undefined || !site) return [];
    const guarded = await sendMessage("getState", undefined, id).then(
      () => true,
      () => false,
    );
    return guarded ? [] : [{ id, site }];
  });
  return (await Promise.all(found)).flat();
}

/** The welcome over the extension's storage. */
export const welcomeSource: WelcomeSource = {
  async load() {
    const { status, spouse, region, language } = await readSettings();
    return {
      language: preferredLanguage(language),
      today: localDay(new Date()),
      settings: { status, spouse, region },
      profile: (await readProfile()).value,
      openSites: [...new Set((await unguardedTabs()).map(({ site }) => site))],
    };
  },
  actions: {
    saveSettings: (set) => requestChange({ type: "settings", set }),
    saveProfile: (set) => requestChange({ type: "profile", set }),
    setLanguage: (language) => requestChange({ type: "settings", set: { language } }),
    async reloadTabs() {
      await Promise.all((await unguardedTabs()).map(({ id }) => browser.tabs.reload(id)));
    },
    print: () => window.print(),
  },
  subscribe(changed) {
    const stops = [stored.settings.watch(changed), profileItem.watch(changed)];
    return () => {
      for (const stop of stops) stop();
    };
  },
};
