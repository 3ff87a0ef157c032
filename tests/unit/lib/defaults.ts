/** What is so until the user says otherwise. */
import { defaults } from "../../../src/state/fields.ts";
import { type Own, ownFields } from "../../../src/state/own.ts";
import { type Pause, pauseFields, type Settings, settingsFields } from "../../../src/state/settings.ts";

export const DEFAULT_SETTINGS: Settings = defaults(settingsFields);
export const DEFAULT_OWN: Own = defaults(ownFields);
export const NO_PAUSE: Pause = defaults(pauseFields);
