import type { Rule } from "../../engine/ruleset/schema/index.ts";
import { said } from "../../i18n/format.ts";
import { t } from "../../i18n/rooms.ts";
import { plain } from "../../i18n/sanitize.ts";

/** "1 · Tidak memberi like …"; a rule no longer known by its id, none as such. */
export function ruleText(rules: readonly Rule[], id: string | null): string {
  if (id === null) return t("book.notes.no-rule");
  const rule = rules.find((r) => r.id === id);
  return rule ? `${rule.number ?? "+"} · ${plain(said(rule.title), 160)}` : plain(id, 32);
}
