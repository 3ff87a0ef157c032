import type { Language, SiteId } from "../../../src/domain/vocabulary.ts";
import type { WelcomeModel, WelcomeSource } from "../../../src/pages/welcome/model.ts";
import type { Profile } from "../../../src/storage/profile.ts";
import { DEFAULT_OWN } from "../../unit/lib/defaults.ts";

/** The welcome page's source over plain variables, with a way to break it. */
export function welcomeMemory(first: Language = "id") {
  let language: Language = first;
  let failure: string | undefined;
  let prints = 0;
  const memory = {
    settings: { status: null, spouse: false, region: null } as WelcomeModel["settings"],
    profile: { ...DEFAULT_OWN } as Profile,
    openSites: ["facebook", "x"] as SiteId[],
    printed: () => prints,
    breakDown(why: string) {
      failure = why;
    },
  };
  const or = () => {
    if (failure) throw new Error(failure);
  };
  const source: WelcomeSource = {
    load: async () => ({
      language,
      today: "2026-11-21",
      settings: memory.settings,
      profile: memory.profile,
      openSites: memory.openSites,
    }),
    actions: {
      async saveSettings(change) {
        or();
        memory.settings = { ...memory.settings, ...change };
      },
      async saveProfile(change) {
        or();
        memory.profile = { ...memory.profile, ...change };
      },
      async setLanguage(next) {
        or();
        language = next;
      },
      async reloadTabs() {
        or();
        memory.openSites = [];
      },
      print: () => {
        prints++;
      },
    },
  };
  return Object.assign(memory, { source });
}
