import * as z from "zod/mini";
import { OPTIONAL_SITES, SITE_IDS } from "../domain/sites.ts";
import type { Fields } from "../storage/fields.ts";
import { type Profile, profileFields } from "../storage/profile.ts";
import { pauseFields, type Settings, settingsFields } from "../storage/settings.ts";
import { isHex } from "../storage/silenced.ts";

/** Any subset of these fields, each validated by its own check. */
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
 * Every change that one of the extension's pages may request of the shared storage, as small deltas: a page never writes
 * a whole list from its own copy, because that would undo a change by another page.
 */
export const changeSchema = z.union([
  z.strictObject({ type: z.literal("settings"), set: someOf<Omit<Settings, "off" | "on">>(single) }),
  /** Switches the guard on a site on or off. */
  z.strictObject({ type: z.literal("guard-site"), site, on: z.boolean() }),
  /** Switches an optional site on or off. */
  z.strictObject({ type: z.literal("optional-site"), site: z.enum(OPTIONAL_SITES), on: z.boolean() }),
  z.strictObject({ type: z.literal("profile"), set: someOf<Profile>(profileFields) }),
  /** Pauses all sites until then (epoch ms). */
  z.strictObject({
    type: z.literal("pause-until"),
    until: z.number().check(z.refine((at) => pauseFields.until.is(at))),
  }),
  z.strictObject({ type: z.literal("pause-site"), site }),
  /** Ends the timed pause, and the one of this site. */
  z.strictObject({ type: z.literal("resume"), site: z.nullable(site) }),
  /** Takes back one "Bukan kampanye" by its tag, or with null all of them. */
  z.strictObject({
    type: z.literal("unsilence"),
    tag: z.nullable(z.string().check(z.refine((tag) => isHex(tag)))),
  }),
  /** Deletes today's answers and the feedback on kinds of evidence. */
  z.strictObject({ type: z.literal("forget-answers") }),
  /** Deletes the feedback, so that muted kinds of evidence are asked about again. */
  z.strictObject({ type: z.literal("unmute-kinds") }),
  /** Notes that the self-check for the week of this Monday was answered. */
  z.strictObject({
    type: z.literal("week-answered"),
    monday: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  }),
  /** Resets everything to the defaults of an installation, except rules and journal. */
  z.strictObject({ type: z.literal("reset") }),
]);

/** One change that a page of the extension requests. */
export type Change = z.infer<typeof changeSchema>;
