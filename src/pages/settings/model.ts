import type { Language } from "../../domain/vocabulary.ts";
import type { AddLayerResult, RosterMatch, RulesInfo } from "../../messaging/protocol.ts";
import type { PageSource } from "../shared/mount-page.tsx";
import type { UserActions, UserModel } from "./user-model.ts";

/** A layer whose publisher the user must confirm: who it is, and how to send the layer again. */
interface PendingConfirmation {
  publisher: string;
  fingerprint: string;
  retry(confirmed?: string): Promise<AddLayerResult>;
}

/** The settings page: the user's own settings, and the section "Aturan & daftar". */
export interface SettingsModel extends AddAttempt {
  language: Language;
  user: UserModel;
  /** null while it is loading. */
  info: RulesInfo | null;
  /** Why it could not be loaded. */
  infoProblem?: string | undefined;
}

/** The same once the rules are there. */
export type LoadedSettings = SettingsModel & { info: RulesInfo };

/** The last attempt to add a layer and the last search; not stored. */
export interface AddAttempt {
  /** The outcome of the last attempt. */
  outcome?:
    | { kind: "added" | "same" | "no-access" }
    | { kind: "refused"; errors: readonly { path: string; message: string; hint?: string | undefined }[] }
    | undefined;
  /** Whether something is being read, checked or fetched. */
  busy?: boolean | undefined;
  confirmation?: PendingConfirmation | undefined;
  matches?: readonly RosterMatch[] | undefined;
}

export interface SettingsActions extends UserActions {
  addText(name: "agency" | "own", text: string, replace: boolean): Promise<void>;
  addFile(name: "agency" | "own", file: File, replace: boolean): Promise<void>;
  followAddress(url: string, replace: boolean): Promise<void>;
  confirmPublisher(yes: boolean): Promise<void>;
  removeLayer(name: "agency" | "own"): Promise<void>;
  searchRoster(query: string): Promise<void>;
  setLanguage(language: Language): Promise<void>;
}

/** Where the settings come from and go to. */
export type SettingsSource = PageSource<SettingsModel, SettingsActions>;
