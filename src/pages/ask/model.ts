import type { Language } from "../../domain/vocabulary.ts";
import type { Answer, Warning } from "../../domain/warning.ts";

/** The question as it is shown; `warning` null: it is over. */
export interface AskModel {
  warning: Warning | null;
  /** It can be confirmed: the window was in front for long enough. */
  armed: boolean;
  language: Language;
}

export interface AskActions {
  /** Counts once; anything but "cancel" only while it is armed. */
  answer(what: Answer): Promise<void>;
}

/** Where the question comes from and goes to: the background, or a memory in tests. */
export interface AskSource {
  /** The action asked about; null where it is no longer, or never was, this page's to ask. */
  load(): Promise<Warning | null>;
  language(): Promise<Language>;
  /** false: it came too late. */
  answer(answer: Answer): Promise<boolean>;
  /** Closes the window, where there is one. */
  close(): void;
}
