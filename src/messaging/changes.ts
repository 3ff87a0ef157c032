import * as z from "zod/mini";
import { OPTIONAL_SITES, SITE_IDS } from "../domain/sites.ts";
import type { Fields } from "../storage/fields.ts";
import { type Own, ownFields } from "../storage/profile.ts";
import { pauseFields, type Settings, settingsFields } from "../storage/settings.ts";
import { isHex } from "../storage/silenced.ts";

/** Some of these fields, each as its own check wants it, and no others. */
const someOf = <T extends object>(fields: Fields<T>) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(fields).map(([key, field]) => [
        key,
        z.optional(z.custom<unknown>((value) => (field as Fields<T>[keyof T]).is(value))),
      ]),
    ),
  ) as unknown as z.ZodMiniType<Partial<T>>;

const { off: _off, on: _on, ...single } = settingsFields;
const site = z.enum(SITE_IDS);

/**
 * Everything that one of the extension's own pages may have changed in shared storage, as small deltas: a page never
 * writes a whole list from its own copy, where another page's change would be lost.
 */
export const changeSchema = z.union([
  z.strictObject({ type: z.literal("settings"), set: someOf<Omit<Settings, "off" | "on">>(single) }),
  /** Is this site guarded at all? */
  z.strictObject({ type: z.literal("guard-site"), site, on: z.boolean() }),
  /** A site that is off until the user switches it on. */
  z.strictObject({ type: z.literal("optional-site"), site: z.enum(OPTIONAL_SITES), on: z.boolean() }),
  z.strictObject({ type: z.literal("own"), set: someOf<Own>(ownFields) }),
  /** Nothing is held until then (ms). */
  z.strictObject({
    type: z.literal("pause-until"),
    until: z.number().check(z.refine((at) => pauseFields.until.is(at))),
  }),
  z.strictObject({ type: z.literal("pause-site"), site }),
  /** Ends the timed pause, and the one of this site. */
  z.strictObject({ type: z.literal("resume"), site: z.nullable(site) }),
  /** Takes a "bukan kampanye" back by its tag; null: all. */
  z.strictObject({
    type: z.literal("unsilence"),
    tag: z.nullable(z.string().check(z.refine((tag) => isHex(tag)))),
  }),
  /** Forgets what was answered today, and how often by kind of evidence. */
  z.strictObject({ type: z.literal("forget-answers") }),
  /** Asks again about kinds of evidence that the user's answers had muted. */
  z.strictObject({ type: z.literal("unmute-kinds") }),
  /** The weekly self-check of the week of this Monday was answered. */
  z.strictObject({
    type: z.literal("week-answered"),
    monday: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  }),
  /** Back to the defaults of an installation; rules and book stay. */
  z.strictObject({ type: z.literal("reset") }),
]);

/** One change that a page of the extension asks for. */
export type Change = z.infer<typeof changeSchema>;
