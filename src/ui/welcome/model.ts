import type { Own } from "../../state/own.ts";
import type { Settings } from "../../state/settings.ts";
import type { Language } from "../../words.ts";

/** The answers of the welcome; plain values. */
export interface WelcomeModel {
  language: Language;
  /** Today, ISO day. */
  today: string;
  settings: Pick<Settings, "status" | "spouse" | "region">;
  own: Own;
}

/** Each answer is stored as it is given, so that nothing is lost when the page is closed. */
export interface WelcomeActions {
  saveSettings(change: Partial<WelcomeModel["settings"]>): Promise<void>;
  saveOwn(change: Partial<Own>): Promise<void>;
  setLanguage(language: Language): Promise<void>;
  print(): void;
}

export interface WelcomeSource {
  load(): Promise<WelcomeModel>;
  actions: WelcomeActions;
  subscribe?(changed: () => void): () => void;
}
