import * as z from "zod/mini";

/** What is said outside the settings of the agency's layer. */
const agencyLayerSchema = z.object({
  publisher: z.string(),
  version: z.number(),
  fingerprint: z.optional(z.string()),
  validFrom: z.optional(z.string()),
  validUntil: z.optional(z.string()),
});
export type AgencyLayer = z.output<typeof agencyLayerSchema>;

/** The stored description; null where there is none or it is damaged. */
export const readAgencyLayer = (value: unknown): AgencyLayer | null =>
  z.safeParse(agencyLayerSchema, value).data ?? null;

/** How many days before its last day an issue's end is announced. */
const NOTICE_DAYS = 14;
const DAY_MS = 86_400_000;

/** What is to be said of an issue's validity on a day; undefined while there is nothing. */
export function validityOn(
  { validFrom, validUntil }: Pick<AgencyLayer, "validFrom" | "validUntil">,
  today: string,
): "starts" | "ends-soon" | "ended" | undefined {
  if (validFrom !== undefined && today < validFrom) return "starts";
  if (validUntil === undefined) return undefined;
  if (today > validUntil) return "ended";
  return Date.parse(validUntil) - Date.parse(today) <= NOTICE_DAYS * DAY_MS ? "ends-soon" : undefined;
}
