import type { Language, SiteId } from "../../domain/vocabulary.ts";
import type { Profile } from "../../storage/profile.ts";
import type { Settings } from "../../storage/settings.ts";
import type { PageSource } from "../shared/mount-page.tsx";

/** The answers of the welcome, as plain values. */
export interface WelcomeModel {
  language: Language;
  /** Today, ISO day. */
  today: string;
  settings: Pick<Settings, "status" | "spouse" | "region">;
  profile: Profile;
  /** Sites of open tabs that were opened before the installation and are not guarded yet. */
  openSites: readonly SiteId[];
  /** What could not be stored or read, in words. */
  problem?: string | undefined;
}

/** Each answer is stored at once, so that nothing is lost when the page is closed. */
export interface WelcomeActions {
  saveSettings(change: Partial<WelcomeModel["settings"]>): Promise<void>;
  saveProfile(change: Partial<Profile>): Promise<void>;
  setLanguage(language: Language): Promise<void>;
  /** Reloads the tabs of `openSites`. */
  reloadTabs(): Promise<void>;
  print(): void;
}

export type WelcomeSource = PageSource<WelcomeModel, WelcomeActions>;
