import * as z from "zod/mini";
import { SITE_IDS, STATUSES } from "../words.ts";

/** The user's settings, as stored. Every field has a default, so a missing one is never an error. */
export const settingsSchema = z.strictObject({
  language: z._default(z.enum(["auto", "id", "en"]), "auto"),
  /** Whose sanctions are named; null: not said, the general ones are. */
  status: z._default(z.nullable(z.enum(STATUSES)), null),
  /** A spouse is a candidate: rule X2 binds. */
  spouse: z._default(z.boolean(), false),
  /** Kemendagri region code without dots; only orders lists. */
  region: z._default(z.nullable(z.string().check(z.regex(/^\d{2}(\d{2})?$/))), null),
  sensitivity: z._default(z.enum(["hemat", "seimbang", "ketat"]), "seimbang"),
  /** Sites switched off. */
  off: z._default(z.array(z.enum(SITE_IDS)).check(z.maxLength(50)), []),
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

/** A pause the user asked for. */
export const pauseSchema = z.strictObject({
  /** Epoch milliseconds until which nothing is held; null: no timed pause. */
  until: z._default(z.nullable(z.number()), null),
  /** Sites paused until resumed. */
  sites: z._default(z.array(z.enum(SITE_IDS)).check(z.maxLength(50)), []),
});
export type Pause = z.infer<typeof pauseSchema>;
export const NO_PAUSE: Pause = { until: null, sites: [] };

/** What was stored, or the default with a word about what is wrong. The stored value itself is left as it is. */
export interface Read<T> {
  value: T;
  /** Field path and what was expected, e.g. "sensitivity: Invalid option"; undefined where all is well. */
  problem?: string;
}

/** Reads a stored value through its schema. Good fields of a partly bad object are kept. */
export function readStored<T extends object>(
  schema: z.ZodMiniType<T>,
  stored: unknown,
  fallback: T,
): Read<T> {
  if (stored === null || stored === undefined) return { value: fallback };
  const whole = z.safeParse(schema, stored);
  if (whole.success) return { value: whole.data };
  const problem = whole.error.issues
    .map((i) => `${i.path.join(".") || "(value)"}: ${i.message}`)
    .slice(0, 5)
    .join("; ");
  if (typeof stored !== "object" || Array.isArray(stored)) return { value: fallback, problem };
  const bad = new Set(whole.error.issues.map((i) => String(i.path[0])));
  const kept = Object.fromEntries(
    Object.entries(stored).filter(([k]) => Object.hasOwn(fallback, k) && !bad.has(k)),
  );
  const again = z.safeParse(schema, kept);
  return { value: again.success ? again.data : fallback, problem };
}

/** Is nothing held on this site at this moment? */
export const isPaused = (pause: Pause, site: string, now: number): "timed" | "site" | null =>
  pause.until !== null && pause.until > now ? "timed" : pause.sites.some((s) => s === site) ? "site" : null;
