import type { AskedSite, Language, SiteId } from "../../domain/vocabulary.ts";
import type { Own } from "../../storage/profile.ts";
import type { Settings } from "../../storage/settings.ts";
import type { Where } from "../../storage/silenced.ts";

/** The user's own settings; plain values. */
export interface UserModel {
  language: Language;
  settings: Settings;
  profile: Own;
  /** Sites that are guarded from the start in this version, in the order of the words. */
  sites: readonly SiteId[];
  /** Those that are off until switched on, and whether they are: wanted by the user and granted by the browser. */
  optionalSites: readonly { site: AskedSite; on: boolean }[];
  /** What was called "bukan kampanye": place and day are all that is known. Newest first. */
  silenced: readonly { tag: string; where: Where | undefined }[];
  /** What the administrator set by browser policy. */
  policy: { key: "rulesetUrl" | "rulesetKey" | "rulesetInline"; value: string }[];
  /** May notifications be shown? */
  notifications: boolean;
  version: string;
  rulesetVersion: string | undefined;
  problem?: string | undefined;
}

export interface UserActions {
  saveSettings(change: Partial<Omit<Settings, "off" | "on">>): Promise<void>;
  saveProfile(change: Partial<Own>): Promise<void>;
  /** Has a site guarded, or not. */
  guardSite(site: SiteId, on: boolean): Promise<void>;
  /** Asks the browser for the site's hosts, straight from the click, or gives them back. */
  setOptionalSite(site: AskedSite, on: boolean): Promise<void>;
  /** Asks about it again from now on; null: about all. */
  unsilence(tag: string | null): Promise<void>;
  /** Asks the browser for notifications, straight from the click. */
  allowNotifications(): Promise<void>;
  /** All settings and answers as after the installation; the book and the layers of rules stay. */
  reset(): Promise<void>;
}
