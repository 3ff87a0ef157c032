import type { LocalizedText } from "../../../domain/localized-text.ts";
import type { Ruleset } from "../schema/index.ts";
import { type Effective, originOf, type UpperLayers } from "./compose.ts";

/** A publisher's name is shown up to this length: the question has little room. */
const MAX_NAME = 40;

/**
 * The ruleset as questions quote it: what a layer above the bundle says in a rule, its notes, a basis or a sanction is
 * quoted behind the name of its publisher, so that nobody takes it for the words of the extension.
 */
export function attributeWords(effective: Effective, layers: UpperLayers): Ruleset {
  const { ruleset } = effective;
  const quoteOf = (
    section: "rules" | "bases" | "sanctions",
    id: string,
  ): ((text: LocalizedText) => LocalizedText) | null => {
    const origin = originOf(effective, section, id);
    const publisher = origin === "bundled" ? undefined : layers[origin]?.meta.publisher.slice(0, MAX_NAME);
    if (publisher === undefined) return null;
    const entries = (text: LocalizedText) =>
      Object.entries(text).map(([key, text]) => [key, `${publisher}: “${text}”`]);
    return (text) => Object.fromEntries(entries(text)) as unknown as LocalizedText;
  };
  return {
    ...ruleset,
    rules: ruleset.rules.map((rule) => {
      const quote = quoteOf("rules", rule.id);
      if (!quote) return rule;
      const triggers = rule.triggers.map((one) => (one.note ? { ...one, note: quote(one.note) } : one));
      return { ...rule, title: quote(rule.title), triggers };
    }),
    bases: ruleset.bases.map((one) => {
      const quote = quoteOf("bases", one.id);
      return quote ? { ...one, text: quote(one.text) } : one;
    }),
    sanctions: ruleset.sanctions.map((one) => {
      const quote = quoteOf("sanctions", one.id);
      return quote ? { ...one, text: quote(one.text) } : one;
    }),
  };
}
