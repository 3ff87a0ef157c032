import type { Added } from "../../background/layers.ts";
import type { FoundName, RulesInfo } from "../../background/rules-info.ts";
import type { Language } from "../../words.ts";

/** A layer that waits for the user's word: who publishes it, and what to send again once confirmed. */
export interface Waiting {
  publisher: string;
  fingerprint: string;
  again(confirmed?: string): Promise<Added>;
}

/** Everything the section "Aturan & daftar" shows. */
export interface RulesModel {
  language: Language;
  info: RulesInfo;
  /** What came of the last try. */
  outcome?:
    | { kind: "added" | "same" | "no-access" }
    | { kind: "refused"; errors: readonly { path: string; message: string; hint?: string | undefined }[] }
    | undefined;
  /** Something is being read, checked or fetched. */
  busy?: boolean | undefined;
  waiting?: Waiting | undefined;
  found?: readonly FoundName[] | undefined;
}

export interface RulesActions {
  addText(name: "agency" | "own", text: string, replace: boolean): Promise<void>;
  addFile(name: "agency" | "own", file: File, replace: boolean): Promise<void>;
  follow(url: string, replace: boolean): Promise<void>;
  confirm(yes: boolean): Promise<void>;
  drop(name: "agency" | "own"): Promise<void>;
  find(words: string): Promise<void>;
  setLanguage(language: Language): Promise<void>;
}
