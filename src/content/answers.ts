import { browser } from "@wxt-dev/browser";
import { readStored } from "../state/fields.ts";
import { type Kinds, kindsFields, withCount } from "../state/kinds.ts";
import { type DayBook, type Today, todayFields } from "../state/today.ts";
import type { RuleId } from "../words.ts";

/** One answer, as far as friction goes by it. */
export interface Given {
  /** Account or post; kept as a tag only. */
  who: string;
  rule: RuleId;
  /** Kind of the reason named first, where it may fall silent. */
  kind: string | null;
  answer: "cancel" | "continue" | "not-campaign";
}

/** Answers of one page are stored one after another: each reads what the one before wrote. */
let last: Promise<void> = Promise.resolve();

/**
 * Remembers an answer: for this page at once, for all tabs as soon as it is stored. What other tabs stored meanwhile
 * is read anew and kept; a value that cannot be read is left as it is.
 * @param store false in a private window or a script left behind by an update: then it holds for the page only.
 */
export function remember(given: Given, book: DayBook, store: boolean): Promise<void> {
  const next = last.then(() => keep(given, book, store));
  last = next.catch(() => {});
  return last;
}

async function keep({ who, rule, kind, answer }: Given, book: DayBook, store: boolean): Promise<void> {
  const of = answer === "cancel" ? null : rule;
  const lasts = answer !== "not-campaign";
  if (!store) {
    if (lasts) await book.add(who, of);
    return;
  }
  const found = await browser.storage.local.get(["today", "kinds"]);
  const today = readStored(todayFields, found.today);
  const kinds = readStored(kindsFields, found.kinds);
  const next: { today?: Today; kinds?: Kinds } = {};
  if (lasts) {
    const added = await book.add(who, of, today.problem ? undefined : today.value);
    if (!today.problem) next.today = added;
  }
  if (kind && !kinds.problem) next.kinds = withCount(kinds.value, kind, answer !== "cancel");
  await browser.storage.local.set(next);
}

/** What was answered on another day is not kept. */
export const forgetToday = (): Promise<void> => browser.storage.local.remove("today");
