import type { Change } from "../messaging/changes.ts";
import { ANSWER_KEYS, readAnswers } from "../storage/answers.ts";
import { readStored } from "../storage/fields.ts";
import { ownFields } from "../storage/profile.ts";
import { type Pause, pauseFields, type Settings, settingsFields } from "../storage/settings.ts";
import { type Silenced, withoutTag } from "../storage/silenced.ts";

/** What one change writes and takes away. */
export interface StorageDelta {
  set?: Record<string, unknown>;
  remove?: readonly string[];
}

/** Keys of `storage.local` that a change may touch. */
export const CHANGED_KEYS = [...ANSWER_KEYS, "settings", "own", "pause", "answeredWeek", "reminded"] as const;

const without = <T>(all: readonly T[], one: T): T[] => all.filter((other) => other !== one);

/** A bad field becomes its default with the first change, as the user sees it; the others stay. */
function settingsWith(stored: unknown, change: (now: Settings) => Partial<Settings>): StorageDelta {
  const { value } = readStored(settingsFields, stored);
  return { set: { settings: { ...value, ...change(value) } } };
}

/** Picking a language loses nothing: settings that could not be read stay as they are beside it. */
function languageWith(stored: unknown, language: Settings["language"]): StorageDelta {
  const { value, problem } = readStored(settingsFields, stored);
  const keep = problem && typeof stored === "object" && stored !== null && !Array.isArray(stored);
  return { set: { settings: { ...(keep ? stored : value), language } } };
}

function pauseWith(stored: unknown, change: (now: Pause) => Pause): StorageDelta {
  return { set: { pause: change(readStored(pauseFields, stored).value) } };
}

/** What one change makes of what is stored. Pure: reading and writing are the caller's. */
export function deltaOf(stored: Readonly<Record<string, unknown>>, change: Change): StorageDelta {
  switch (change.type) {
    case "settings": {
      const { language, ...more } = change.set;
      return language !== undefined && Object.keys(more).length === 0
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
    case "own":
      return { set: { own: { ...readStored(ownFields, stored.own).value, ...change.set } } };
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
      const next: Silenced =
        change.tag === null ? { ...now, tags: [], where: [] } : withoutTag(now, change.tag);
      return { set: { silenced: next } };
    }
    case "forget-answers":
      return { remove: ["today", "kinds"] };
    case "unmute-kinds":
      return { remove: ["kinds"] };
    case "week-answered":
      return { set: { answeredWeek: change.monday } };
    case "reset":
      return { remove: CHANGED_KEYS };
  }
}
