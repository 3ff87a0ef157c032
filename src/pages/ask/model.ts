import type { Language } from "../../domain/vocabulary.ts";
import type { Answer, Warning } from "../../domain/warning.ts";

/** What the page shows; `warning` null: the question is over. */
export interface AskModel {
  warning: Warning | null;
  /** Whether an answer can confirm: the window has been in front for long enough. */
  armed: boolean;
  language: Language;
}

export interface AskActions {
  /** Counts once; any answer but "cancel" only while armed. */
  answer(answer: Answer): Promise<void>;
}

/** Where the question comes from and its answer goes: the background, or memory in tests. */
export interface AskSource {
  /** The action to ask about; null if it is over or does not belong to this page. */
  load(): Promise<Warning | null>;
  language(): Promise<Language>;
  /** @returns false if the answer came too late */
  answer(answer: Answer): Promise<boolean>;
  /** Closes the window, if there is one. */
  close(): void;
}
