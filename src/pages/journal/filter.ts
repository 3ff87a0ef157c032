import type { Choice, JournalEntry } from "../../domain/journal-entry.ts";
import { SITE_NAMES } from "../../domain/sites.ts";
import type { SiteId } from "../../domain/vocabulary.ts";
import { t } from "../../i18n/pages.ts";

/** The filter for the list of entries; "" means all. */
export interface Filter {
  words: string;
  site: SiteId | "";
  rule: string;
  choice: Choice | "";
  /** ISO days, both inclusive. */
  from: string;
  to: string;
}

export const NO_FILTER: Filter = { words: "", site: "", rule: "", choice: "", from: "", to: "" };

/** The entries that match, in their order. `ruleText` returns the text of a rule in the current language. */
export function filterEntries(
  entries: readonly JournalEntry[],
  filter: Filter,
  ruleText: (rule: string | null) => string,
): readonly JournalEntry[] {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  // Cached by text: there are few different ones, however many entries there are.
  const cache = new Map<string, boolean>();
  const matchesWords = (entry: JournalEntry) => {
    const { site, action, choice, rule } = entry;
    const key = `${site} ${action} ${choice} ${rule}`;
    let matches = cache.get(key);
    if (matches === undefined) {
      const text = [SITE_NAMES[site], t(`action.${action}`), t(`choice.${choice}`), ruleText(rule)];
      const searchable = text.join(" ").toLowerCase();
      matches = words.every((word) => searchable.includes(word));
      cache.set(key, matches);
    }
    return matches;
  };
  return entries.filter(
    (entry) =>
      (!filter.site || entry.site === filter.site) &&
      (!filter.rule || entry.rule === filter.rule) &&
      (!filter.choice || entry.choice === filter.choice) &&
      (!filter.from || entry.day >= filter.from) &&
      (!filter.to || entry.day <= filter.to) &&
      (words.length === 0 || matchesWords(entry)),
  );
}
