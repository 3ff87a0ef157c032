/** What is so until the user says otherwise. */
import { defaults } from "../../../src/storage/fields.ts";
import { type Profile, profileFields } from "../../../src/storage/profile.ts";
import { type Pause, pauseFields, type Settings, settingsFields } from "../../../src/storage/settings.ts";

export const DEFAULT_SETTINGS: Settings = defaults(settingsFields);
export const DEFAULT_OWN: Profile = defaults(profileFields);
export const NO_PAUSE: Pause = defaults(pauseFields);
