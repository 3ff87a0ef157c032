import type { LocalizedText } from "../../domain/localized-text.ts";
import type { Language, OptionalSite, SiteId } from "../../domain/vocabulary.ts";
import type { Profile } from "../../storage/profile.ts";
import type { Settings } from "../../storage/settings.ts";
import type { AnswerOrigin } from "../../storage/silenced.ts";
import type { ReadSettings } from "./settings-file.ts";

/** The user's own settings, as plain values. */
export interface UserModel {
  language: Language;
  settings: Settings;
  profile: Profile;
  /** Sites that are guarded from the start, in display order. */
  sites: readonly SiteId[];
  /** Sites that are off until switched on. `on`: switched on by the user and granted by the browser. */
  optionalSites: readonly { site: OptionalSite; on: boolean }[];
  /** What was answered with "bukan kampanye", newest first; only place and day are known. */
  silenced: readonly { tag: string; origin: AnswerOrigin | undefined }[];
  /** What the administrator set by browser policy. */
  policy: { key: "rulesetUrl" | "rulesetKey" | "rulesetInline"; value: string }[];
  /** Why what the administrator set is not used. */
  policyProblem?: LocalizedText | undefined;
  /** Whether the browser allows notifications. */
  notifications: boolean;
  version: string;
  rulesetVersion: string | undefined;
  problem?: string | undefined;
}

export interface UserActions {
  saveSettings(change: Partial<Omit<Settings, "off" | "on">>): Promise<void>;
  saveProfile(change: Partial<Profile>): Promise<void>;
  /** Switches the protection of a site on or off. */
  guardSite(site: SiteId, on: boolean): Promise<void>;
  /** Requests access to the site's hosts, directly in the click, or gives it back. */
  setOptionalSite(site: OptionalSite, on: boolean): Promise<void>;
  /** Asks about this account or post again; null: about all of them. */
  unsilence(tag: string | null): Promise<void>;
  /** Requests permission for notifications, directly in the click. */
  allowNotifications(): Promise<void>;
  /** Hands the settings without the book to the browser's downloads. */
  saveSettingsFile(): Promise<void>;
  /** Takes over the settings of such a file, all or none. */
  loadSettingsFile(file: Blob): Promise<ReadSettings>;
  /** Restores settings and answers to those of a new installation; the book and the layers of rules stay. */
  reset(): Promise<void>;
}
