import type { AnswerOutcome } from "../domain/outcome.ts";
import type { SiteId } from "../domain/sites.ts";
import { addDays } from "../domain/week.ts";

/**
 * A page's process may be taken over by its site; our content script there then says whatever the site wants. So what it
 * sends is taken only as far as a user of that site could have caused it.
 */

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Most messages of a kind that the pages of one site may send: in a minute, and in a day. */
const RATES = { answer: [30, 600], seen: [240, 20_000], state: [600, 200_000] } as const;

/** Limits how often the pages of each site may send something. In memory: a background that ends begins anew. */
export function makePageRates(now: () => number): (site: SiteId, kind: keyof typeof RATES) => boolean {
  const sent = new Map<string, { minute: number; inMinute: number; day: number; inDay: number }>();
  return (site, kind) => {
    const [perMinute, perDay] = RATES[kind];
    const [minute, day] = [MINUTE_MS, DAY_MS].map((ms) => Math.floor(now() / ms)) as [number, number];
    const last = sent.get(`${site} ${kind}`);
    const inMinute = (last?.minute === minute ? last.inMinute : 0) + 1;
    const inDay = (last?.day === day ? last.inDay : 0) + 1;
    if (inMinute > perMinute || inDay > perDay) return false;
    sent.set(`${site} ${kind}`, { minute, inMinute, day, inDay });
    return true;
  };
}

/** Whether a subject ("account:…", "post:…") is of this site (`silenceKeys` makes it). */
export const isSubjectOf = (site: SiteId, subject: string): boolean =>
  subject.startsWith(`account:${site}:`) || subject.startsWith(`post:${site}\u0002`);

/**
 * Why an answer cannot have been given on this site today, in words; null if it can.
 * @param rules ids of the rules there are or were; null if they are not known
 */
export function faultOf(
  { entry, about }: AnswerOutcome,
  site: SiteId,
  today: string,
  rules: readonly string[] | null,
): string | null {
  if (entry.site !== site) return "an answer of another site";
  /* A page and the background may see midnight, or a change of the time zone, one after the other. */
  if (entry.day < addDays(today, -1) || entry.day > addDays(today, 1)) return "an answer of another day";
  if ((entry.rule === null) !== (entry.choice === "unchecked")) return "an answer without its rule";
  if (entry.rule !== null && rules && !rules.includes(entry.rule)) return "an answer to an unknown rule";
  if (about && !isSubjectOf(site, about.subject)) return "an answer about another site";
  return null;
}
