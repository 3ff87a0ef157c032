import type { Rule } from "../../engine/ruleset/schema/index.ts";
import { localize } from "../../i18n/format.ts";
import { t } from "../../i18n/pages.ts";
import { plainText } from "../../i18n/sanitize.ts";

/** The text of a rule: "1 · Tidak memberi like …". An unknown rule is shown by its id. */
export function ruleText(rules: readonly Rule[], id: string | null): string {
  if (id === null) return t("book.notes.no-rule");
  const rule = rules.find((one) => one.id === id);
  return rule ? `${rule.number ?? "+"} · ${plainText(localize(rule.title), 160)}` : plainText(id, 32);
}
