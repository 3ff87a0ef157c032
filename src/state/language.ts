import type { Language } from "../words.ts";
import { readStored, settingsFields } from "./settings.ts";
import { stored } from "./store.ts";

/** Keeps the language picked. Settings that could not be read stay as they are beside it: nothing is lost. */
export async function saveLanguage(language: Language): Promise<void> {
  const raw = await stored.settings.getValue();
  const { value, problem } = readStored(settingsFields, raw);
  const keep = problem && typeof raw === "object" && raw !== null && !Array.isArray(raw);
  await stored.settings.setValue({ ...(keep ? raw : value), language });
}
