import type { Answer, Warning } from "../../guard/types.ts";
import type { Language } from "../../words.ts";

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
