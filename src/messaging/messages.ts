import { defineExtensionMessaging } from "@webext-core/messaging";
import type { Entry } from "../book/types.ts";
import type { PageState } from "../guard/types.ts";

/** Every message there is. Content → background: `log`, `state`. Popup → content: `ask`. Popup → background: the rest. */
export interface Messages {
  log(entry: Entry): { kept: boolean; problem?: string };
  state(state: PageState): void;
  ask(): PageState;
  book(data: { last: number }): { entries: Entry[]; unreadable?: number; problem?: string };
  /** `hold: null` erases all. */
  erase(data: { hold: string | null }): { problem?: string };
  rules(): { problem: string | null };
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Messages>();
