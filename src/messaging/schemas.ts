import * as z from "zod/mini";
import { SITE_IDS } from "../words.ts";

/** Messages come from pages' processes: each goes through a schema before anything is done with it. */
export const pageStateSchema = z.strictObject({
  site: z.enum(SITE_IDS),
  state: z.enum(["none", "campaign-account", "campaign-posts", "loading", "unreadable"]),
  posts: z.number().check(z.minimum(0), z.maximum(100_000)),
  account: z.optional(z.string().check(z.maxLength(300))),
  paused: z.nullable(z.enum(["timed", "site"])),
  unread: z.optional(z.enum(["page", "press"])),
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
