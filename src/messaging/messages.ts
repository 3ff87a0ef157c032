import { defineExtensionMessaging } from "@webext-core/messaging";
import * as z from "zod/mini";
import type { Entry } from "../book/types.ts";
import type { PageState } from "../guard/types.ts";
import { SITE_IDS } from "../words.ts";

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

/** Messages come from pages' processes: each goes through a schema before anything is done with it. */
export const pageStateSchema = z.strictObject({
  site: z.enum(SITE_IDS),
  state: z.enum(["none", "campaign-account", "campaign-posts", "loading", "unreadable"]),
  posts: z.number().check(z.minimum(0), z.maximum(100_000)),
  account: z.optional(z.string().check(z.maxLength(300))),
  paused: z.nullable(z.enum(["timed", "site"])),
  faults: z
    .array(
      z.strictObject({
        code: z.string().check(z.maxLength(64)),
        detail: z.optional(z.string().check(z.maxLength(500))),
      }),
    )
    .check(z.maxLength(10)),
});

export const bookQuerySchema = z.strictObject({ last: z.number().check(z.minimum(1), z.maximum(1_000)) });
export const eraseSchema = z.strictObject({ hold: z.nullable(z.string().check(z.maxLength(64))) });
