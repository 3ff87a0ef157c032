import type { PageState } from "../guard/types.ts";
import {
  DEFAULT_SETTINGS,
  NO_PAUSE,
  type Pause,
  pauseSchema,
  type Read,
  readStored,
  type Settings,
  settingsSchema,
} from "../state/settings.ts";
import { newSilenced, type Silenced, silencedSchema } from "../state/silenced.ts";
import { stored } from "../state/store.ts";
import type { Language } from "../words.ts";

/** Everything a page needs from storage, read through its schemas. */
export interface Known {
  /** The compiled rules as stored; null while they have not been made. */
  compiled: unknown;
  settings: Read<Settings>;
  pause: Read<Pause>;
  silenced: Read<Silenced>;
  language(): Language;
  /** What is wrong with what was stored, for the popup. */
  faults(): PageState["faults"];
}

/** Reads it all in one go. A bad setting becomes its default and a fault; it is left in storage as it is. */
export async function readAll(): Promise<Known> {
  const [compiled, settings, pause, silenced, problem] = await Promise.all([
    stored.rules.getValue(),
    stored.settings.getValue(),
    stored.pause.getValue(),
    stored.silenced.getValue(),
    stored.rulesProblem.getValue(),
  ]);
  return make({
    compiled: compiled ?? null,
    settings: readStored(settingsSchema, settings, DEFAULT_SETTINGS),
    pause: readStored(pauseSchema, pause, NO_PAUSE),
    silenced: readStored(silencedSchema, silenced, newSilenced()),
    extra: problem ? [{ code: "ruleset", detail: String(problem) }] : [],
  });
}

type Parts = Pick<Known, "compiled" | "settings" | "pause" | "silenced"> & { extra: PageState["faults"] };

function make(parts: Parts): Known {
  const { settings, pause, silenced } = parts;
  return {
    ...parts,
    language() {
      const wish = settings.value.language;
      if (wish !== "auto") return wish;
      return /^en\b/.test(browser.i18n?.getUILanguage?.() ?? navigator.language) ? "en" : "id";
    },
    faults() {
      const found = [...parts.extra];
      if (settings.problem) found.push({ code: "settings", detail: settings.problem });
      if (pause.problem) found.push({ code: "settings", detail: pause.problem });
      if (silenced.problem) found.push({ code: "settings", detail: silenced.problem });
      return found;
    },
  };
}
