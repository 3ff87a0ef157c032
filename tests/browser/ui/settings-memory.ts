import type { Language } from "../../../src/domain/vocabulary.ts";
import type { SettingsActions, SettingsModel } from "../../../src/pages/settings/model.ts";
import type { UserModel } from "../../../src/pages/settings/user-model.ts";
import { DEFAULT_OWN, DEFAULT_SETTINGS } from "../../unit/lib/defaults.ts";
import { STAGES } from "./fixtures.ts";

const user = (language: Language, more: Partial<UserModel>): UserModel => ({
  language,
  settings: { ...DEFAULT_SETTINGS, language, region: "3273" },
  profile: { ...DEFAULT_OWN, reminder: 5 },
  sites: ["facebook", "x", "instagram"],
  optionalSites: [
    { site: "whatsapp", on: true },
    { site: "telegram", on: false },
  ],
  silenced: [
    { tag: "b", origin: { host: "x.com", day: "2026-11-20" } },
    { tag: "a", origin: undefined },
  ],
  policy: [],
  notifications: false,
  version: "0.1.0",
  rulesetVersion: "2026112101",
  ...more,
});

/** The settings page's model and actions over plain variables; each change is reported to `changed`. */
export function settingsMemory(language: Language, more: Partial<UserModel>, changed: () => void) {
  const layer = {
    name: "bundled" as const,
    title: { id: "Aturan bawaan", en: "Bundled rules" },
    publisher: "Jaga Netral",
    version: 1,
    issued: "2026-11-21",
  };
  const memory = {
    model: {
      language,
      user: user(language, more),
      info: {
        layers: [
          layer,
          ...(more.policy?.length
            ? [
                {
                  ...layer,
                  name: "agency" as const,
                  publisher: "Pemerintah Kota Contoh",
                  fingerprint: "ab12 cd34",
                },
              ]
            : []),
        ],
        stages: STAGES,
        tickets: 1557,
        accounts: 40,
        switchedOff: [],
        changes: null,
        feed: null,
        feedProblem: null,
        problem: null,
      },
    } as SettingsModel,
  };
  const set = (part: Partial<UserModel>) => {
    memory.model = { ...memory.model, user: { ...memory.model.user, ...part } };
    changed();
  };
  const now = () => memory.model.user;
  const nothing = async () => {};
  const actions: SettingsActions = {
    async guardSite(site, on) {
      const off = now().settings.off.filter((one) => one !== site);
      set({ settings: { ...now().settings, off: on ? off : [...off, site] } });
    },
    async saveSettings(change) {
      set({ settings: { ...now().settings, ...change } });
    },
    async saveProfile(change) {
      set({ profile: { ...now().profile, ...change } });
    },
    async setOptionalSite(site, on) {
      set({ optionalSites: now().optionalSites.map((one) => (one.site === site ? { site, on } : one)) });
    },
    async unsilence(tag) {
      set({ silenced: tag === null ? [] : now().silenced.filter((one) => one.tag !== tag) });
    },
    saveSettingsFile: nothing,
    loadSettingsFile: async () => ({ ok: false, why: "wrong", fields: ["region", "office"] }),
    async allowNotifications() {
      set({ notifications: true });
    },
    async reset() {
      set({ settings: DEFAULT_SETTINGS, profile: DEFAULT_OWN, silenced: [] });
    },
    addText: nothing,
    addFile: nothing,
    followAddress: nothing,
    confirmPublisher: nothing,
    removeLayer: nothing,
    searchRoster: nothing,
    async setLanguage(next) {
      memory.model = { ...memory.model, language: next };
      set({ language: next });
    },
  };
  return Object.assign(memory, { actions });
}
