import * as z from "zod/mini";
import type { Fields } from "../../storage/fields.ts";
import { type Profile, profileFields } from "../../storage/profile.ts";
import { type Settings, settingsFields } from "../../storage/settings.ts";

/** A settings file is small; anything larger is another file. */
export const MAX_SETTINGS_FILE = 100_000;
const FORMAT = 1;
const KIND = "jaga-netral-settings";

/** What goes to another computer: no optional site, which needs the user's permission there, and no day of one's own. */
const SETTINGS = ["language", "status", "spouse", "region", "sensitivity", "off"] as const;
const PROFILE = ["office", "journalEnabled", "retention", "lockAfter", "reminder"] as const;
type CarriedSettings = Pick<Settings, (typeof SETTINGS)[number]>;
type CarriedProfile = Pick<Profile, (typeof PROFILE)[number]>;
type CarriedField = (typeof SETTINGS)[number] | (typeof PROFILE)[number];

/** Every field of these, each checked as the storage checks it. */
const carried = <T extends object, K extends keyof T & string>(fields: Fields<T>, keys: readonly K[]) =>
  z.strictObject(
    Object.fromEntries(keys.map((key) => [key, z.custom<unknown>((value) => fields[key].is(value))])),
  ) as unknown as z.ZodMiniType<Pick<T, K>>;

const settingsFile = z.strictObject({
  kind: z.literal(KIND),
  format: z.literal(FORMAT),
  made: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  settings: carried(settingsFields, SETTINGS),
  profile: carried(profileFields, PROFILE),
});

const pick = <T extends object, K extends keyof T>(from: T, keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;

/** The file of these settings. */
export const settingsFileText = (settings: Settings, profile: Profile, made: string): string =>
  `${JSON.stringify(
    { kind: KIND, format: FORMAT, made, settings: pick(settings, SETTINGS), profile: pick(profile, PROFILE) },
    null,
    2,
  )}\n`;

export type ReadSettings =
  | { ok: true; made: string; settings: CarriedSettings; profile: CarriedProfile }
  | { ok: false; why: "not-ours" | "newer" | "too-big" }
  | { ok: false; why: "wrong"; fields: readonly (CarriedField | "other")[] };

const isCarried = (key: unknown): key is CarriedField =>
  [...SETTINGS, ...PROFILE].some((known) => known === key);

/** Reads a settings file: all of it or nothing, with the fields that are wrong. Never throws. */
export function readSettingsFile(text: string): ReadSettings {
  if (text.length > MAX_SETTINGS_FILE) return { ok: false, why: "too-big" };
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { ok: false, why: "not-ours" };
  }
  const { kind, format } = (json ?? {}) as { kind?: unknown; format?: unknown };
  if (kind !== KIND) return { ok: false, why: "not-ours" };
  if (typeof format === "number" && format > FORMAT) return { ok: false, why: "newer" };
  const read = z.safeParse(settingsFile, json);
  if (read.success) {
    const { made, settings, profile } = read.data;
    return { ok: true, made, settings, profile };
  }
  const fields = read.error.issues.map(({ path }) => (isCarried(path[1]) ? path[1] : "other"));
  return { ok: false, why: "wrong", fields: [...new Set(fields)] };
}
