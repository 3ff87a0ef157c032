import type { Language } from "../../domain/vocabulary.ts";
import type { Channel } from "../../engine/ruleset/schema/index.ts";
import type { Settings } from "../../storage/settings.ts";
import type { PageSource } from "../shared/mount-page.tsx";

/** What the help shows of this installation: for the report's heading, and where to ask. */
export interface HelpModel {
  language: Language;
  version: string;
  rulesetVersion: string;
  sensitivity: Settings["sensitivity"];
  channels: readonly Channel[];
  /** ISO day. */
  today: string;
  problem?: string | undefined;
}

export interface HelpActions {
  setLanguage(language: Language): Promise<void>;
  /** Puts the report on the clipboard. @throws where the browser refuses */
  copy(text: string): Promise<void>;
}

export type HelpSource = PageSource<HelpModel, HelpActions>;
