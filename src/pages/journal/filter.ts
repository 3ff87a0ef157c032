import type { Choice, Entry } from "../../domain/journal-entry.ts";
import type { SiteId } from "../../domain/vocabulary.ts";
import { t } from "../../i18n/pages.ts";
import { SITE_NAMES } from "../../ui/site-names.ts";

/** What the list of entries is narrowed to; "" means all. */
export interface Filter {
  words: string;
  site: SiteId | "";
  rule: string;
  choice: Choice | "";
  /** ISO days, both included. */
  from: string;
  to: string;
}

export const NO_FILTER: Filter = { words: "", site: "", rule: "", choice: "", from: "", to: "" };

/** The entries that fit, in their order. `ruleText` gives the words of a rule, in the current language. */
export function filtered(
  entries: readonly Entry[],
  filter: Filter,
  ruleText: (rule: string | null) => string,
): readonly Entry[] {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  // There are few combinations of words, however many entries.
  const known = new Map<string, boolean>();
  const said = (entry: Entry) => {
    const { site, action, choice, rule } = entry;
    const key = `${site} ${action} ${choice} ${rule}`;
    let fits = known.get(key);
    if (fits === undefined) {
      const text = [SITE_NAMES[site], t(`action.${action}`), t(`choice.${choice}`), ruleText(rule)];
      const all = text.join(" ").toLowerCase();
      fits = words.every((word) => all.includes(word));
      known.set(key, fits);
    }
    return fits;
  };
  return entries.filter(
    (entry) =>
      (!filter.site || entry.site === filter.site) &&
      (!filter.rule || entry.rule === filter.rule) &&
      (!filter.choice || entry.choice === filter.choice) &&
      (!filter.from || entry.day >= filter.from) &&
      (!filter.to || entry.day <= filter.to) &&
      (words.length === 0 || said(entry)),
  );
}
