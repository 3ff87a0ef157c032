import type { Language } from "../../domain/vocabulary.ts";
import type { Added, FoundName, RulesInfo } from "../../messaging/protocol.ts";
import type { PageSource } from "../shared/mount-page.tsx";
import type { UserActions, UserModel } from "./user-model.ts";

/** A layer that waits for the user's word: who publishes it, and what to send again once confirmed. */
interface Waiting {
  publisher: string;
  fingerprint: string;
  again(confirmed?: string): Promise<Added>;
}

/** The settings page: the user's own, and the section "Aturan & daftar". */
export interface RulesModel extends Tried {
  language: Language;
  user: UserModel;
  info: RulesInfo;
}

/** What is tried and what came of it; forgotten when the page is closed. */
export interface Tried {
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

export interface RulesActions extends UserActions {
  addText(name: "agency" | "own", text: string, replace: boolean): Promise<void>;
  addFile(name: "agency" | "own", file: File, replace: boolean): Promise<void>;
  follow(url: string, replace: boolean): Promise<void>;
  confirm(yes: boolean): Promise<void>;
  drop(name: "agency" | "own"): Promise<void>;
  find(words: string): Promise<void>;
  setLanguage(language: Language): Promise<void>;
}

/** Where the settings come from and go to. */
export type RulesSource = PageSource<RulesModel, RulesActions>;
