import type { Change } from "../messaging/changes.ts";
import { ANSWER_KEYS, type AnswerSecrets, readAnswers } from "../storage/answers.ts";
import { readStored } from "../storage/fields.ts";
import { profileFields } from "../storage/profile.ts";
import { type Pause, pauseFields, type Settings, settingsFields } from "../storage/settings.ts";
import { newSilenced, type Silenced, withoutTag } from "../storage/silenced.ts";
import type { ShownToPages } from "./vouched-storage.ts";

/** What one change writes and removes. */
export interface StorageDelta {
  set?: Record<string, unknown>;
  remove?: readonly string[];
}

/** Keys that only the shared state writes (src/background/vouched-storage.ts). */
export const VOUCHED_KEYS = [...ANSWER_KEYS, "settings", "profile", "pause", "answeredWeek"] as const;

/** The fields of an object that are there; what is no object is damaged, which a page is to notice. */
const only =
  (...names: string[]) =>
  (value: unknown): unknown => {
    if (typeof value !== "object") return value;
    const there = names.filter((name) => Object.hasOwn(Object(value), name));
    return there.length ? Object.fromEntries(there.map((name) => [name, (value as never)[name]])) : undefined;
  };

/**
 * Pages need no more of these: office hours for rule 6, tags and their key, but neither the pact nor what the book keeps,
 * nor on which sites and days accounts were silenced.
 */
export const SHOWN_TO_PAGES: ShownToPages = {
  profile: only("office"),
  silenced: only("key", "tags"),
  answeredWeek: () => undefined,
};

/** Keys that a change may touch. */
export const CHANGED_KEYS = [...VOUCHED_KEYS, "reminded"] as const;

const without = <T>(list: readonly T[], item: T): T[] => list.filter((other) => other !== item);

/** The first change replaces an invalid field by its default, which the user sees already; the other fields stay. */
function settingsWith(stored: unknown, change: (now: Settings) => Partial<Settings>): StorageDelta {
  const { value } = readStored(settingsFields, stored);
  return { set: { settings: { ...value, ...change(value) } } };
}

/** Choosing a language loses nothing: settings that are invalid stay as they are. */
function languageWith(stored: unknown, language: Settings["language"]): StorageDelta {
  const { value, problem } = readStored(settingsFields, stored);
  const keepsInvalid = problem && typeof stored === "object" && stored !== null && !Array.isArray(stored);
  return { set: { settings: { ...(keepsInvalid ? stored : value), language } } };
}

function pauseWith(stored: unknown, change: (now: Pause) => Pause): StorageDelta {
  return { set: { pause: change(readStored(pauseFields, stored).value) } };
}

/** The secrets that a change removes, because it removes all tags made under them. */
export function forgottenSecrets(change: Change): readonly (keyof AnswerSecrets)[] {
  if (change.type === "reset") return ["today", "silenced"];
  if (change.type === "forget-answers") return ["today"];
  return change.type === "unsilence" && change.tag === null ? ["silenced"] : [];
}

/** The delta that one change makes to the stored values. Pure: the caller reads and writes. */
export function storageDeltaOf(stored: Readonly<Record<string, unknown>>, change: Change): StorageDelta {
  switch (change.type) {
    case "settings": {
      const { language, ...others } = change.set;
      return language !== undefined && Object.keys(others).length === 0
        ? languageWith(stored.settings, language)
        : settingsWith(stored.settings, () => change.set);
    }
    case "guard-site":
      return settingsWith(stored.settings, ({ off }) => ({
        off: change.on ? without(off, change.site) : [...without(off, change.site), change.site],
      }));
    case "optional-site":
      return settingsWith(stored.settings, ({ on }) => ({
        on: change.on ? [...without(on, change.site), change.site] : without(on, change.site),
      }));
    case "profile":
      return { set: { profile: { ...readStored(profileFields, stored.profile).value, ...change.set } } };
    case "pause-until":
      return pauseWith(stored.pause, (now) => ({ ...now, until: change.until }));
    case "pause-site":
      return pauseWith(stored.pause, (now) => ({
        ...now,
        sites: [...without(now.sites, change.site), change.site],
      }));
    case "resume":
      return pauseWith(stored.pause, ({ sites }) => ({
        until: null,
        sites: sites.filter((site) => site !== change.site),
      }));
    case "unsilence": {
      const now = readAnswers(stored).silenced.value;
      const next: Silenced = change.tag === null ? newSilenced() : withoutTag(now, change.tag);
      return { set: { silenced: next } };
    }
    case "forget-answers":
      return { remove: ["today", "feedback"] };
    case "unmute-kinds":
      return { remove: ["feedback"] };
    case "week-answered":
      return { set: { answeredWeek: change.monday } };
    case "reset":
      return { remove: CHANGED_KEYS };
  }
}
