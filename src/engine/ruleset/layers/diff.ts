import type { LocalizedText } from "../../../domain/localized-text.ts";
import type { Contest, Layer, Ruleset, Section, Term, Ticket } from "../schema/index.ts";
import { type Sentences, type SentencesByLanguage, say } from "../validate/sentences.ts";
import { termKey } from "./compose.ts";

export interface Change {
  what: "added" | "removed" | "changed" | "switched-off" | "switched-on";
  section: Section | "tickets" | "meta";
  key: string;
  /** Display name. */
  name: string;
  /** Changed fields, for "changed". */
  fields: readonly string[];
}

type Item = { key: string; name: string; value: unknown };
type Flat = Map<string, Map<string, Item>>;

/** Lists the changes between two versions of a layer or ruleset, item by item and ticket by ticket. */
export function diff(before: Layer | Ruleset, after: Layer | Ruleset): Change[] {
  const [flatBefore, flatAfter] = [flatten(before), flatten(after)];
  const changes: Change[] = [];
  for (const section of new Set([...flatBefore.keys(), ...flatAfter.keys()])) {
    const [previousItems, currentItems] = [
      flatBefore.get(section) ?? new Map<string, Item>(),
      flatAfter.get(section) ?? new Map<string, Item>(),
    ];
    const off = section.startsWith("off.");
    const name = (off ? section.slice(4) : section) as Change["section"];
    for (const [key, item] of currentItems) {
      const previous = previousItems.get(key);
      if (!previous)
        changes.push({
          what: off ? "switched-off" : "added",
          section: name,
          key,
          name: item.name,
          fields: [],
        });
      else if (JSON.stringify(previous.value) !== JSON.stringify(item.value)) {
        const fields = fieldsThatDiffer(previous.value, item.value);
        if (fields.length > 0) changes.push({ what: "changed", section: name, key, name: item.name, fields });
      }
    }
    for (const [key, item] of previousItems) {
      if (!currentItems.has(key))
        changes.push({
          what: off ? "switched-on" : "removed",
          section: name,
          key,
          name: item.name,
          fields: [],
        });
    }
  }
  return changes;
}

/** Top-level fields with different values, ignoring the order of keys. */
function fieldsThatDiffer(a: unknown, b: unknown): string[] {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b ? [] : [""];
  const [one, two] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(one), ...Object.keys(two)])].filter(
    (key) => !isEqual(one[key], two[key]),
  );
}

function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, two] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = new Set([...Object.keys(one), ...Object.keys(two)]);
  return [...keys].every((key) => isEqual(one[key], two[key]));
}

function flatten(file: Layer | Ruleset): Flat {
  const flat: Flat = new Map();
  const put = (section: string, items: readonly Item[]) => {
    if (items.length > 0) flat.set(section, new Map(items.map((item) => [item.key, item])));
  };
  put("meta", [{ key: "meta", name: file.meta.title.id, value: file.meta }]);
  const lists =
    "set" in file
      ? file.set
      : { ...file, ...file.roster, phases: file.phases.kinds, elections: file.phases.elections };
  for (const section of [
    "rules",
    "instruments",
    "bases",
    "sanctions",
    "phases",
    "elections",
    "parties",
    "accounts",
    "statistics",
    "channels",
  ] as const) {
    put(
      section,
      (lists[section] ?? []).map((value) => ({ key: value.id, name: nameOf(value), value })),
    );
  }
  put(
    "lexicon",
    (lists.lexicon ?? []).map((value: Term) => ({ key: termKey(value), name: `“${value.text}”`, value })),
  );
  put(
    "ordinary",
    (lists.ordinary ?? []).map((value) => ({ key: value.toLowerCase(), name: `“${value}”`, value })),
  );
  put(
    "sites",
    Object.entries(lists.sites ?? {}).map(([key, value]) => ({ key, name: key, value })),
  );
  const contests = lists.contests ?? [];
  put(
    "contests",
    contests.map(({ tickets: _, ...value }) => ({ key: value.id, name: value.name.id, value })),
  );
  put(
    "tickets",
    contests.flatMap((contest) =>
      contest.tickets.map((value) => ({ key: value.id, name: ticketName(contest, value), value })),
    ),
  );
  if ("set" in file) {
    for (const [section, keys] of Object.entries(file.off) as [string, readonly string[]][]) {
      put(
        `off.${section}`,
        keys.map((key) => ({ key, name: key, value: key })),
      );
    }
  }
  return flat;
}

function nameOf(value: object): string {
  const { title, name, handle, id } = value as {
    title?: LocalizedText;
    name?: LocalizedText | string;
    handle?: string;
    id: string;
  };
  if (title) return `${id}: ${title.id}`;
  if (typeof name === "object") return name.id;
  return handle ? `@${handle}${name ? ` (${name})` : ""}` : (name ?? id);
}

const ticketName = (contest: Contest, ticket: Ticket) =>
  `nomor ${ticket.number} ${ticket.candidates.map((candidate) => candidate.name).join(" – ")} (${contest.name.id})`;

/** One change as a line of text, in Indonesian and each of the given languages. */
export function changeInWords(
  { what, section, name, fields }: Change,
  languages: SentencesByLanguage = {},
): LocalizedText {
  const detail = fields.filter((field) => field !== "").join(", ");
  const line = (sentences?: Sentences) =>
    `${say(`section.${section}`, [], sentences)} ${say(`change.${what}`, [], sentences)}: ${name}${detail ? ` [${detail}]` : ""}`;
  const others = Object.entries(languages).map(
    ([language, sentences]) => [language, line(sentences)] as const,
  );
  return { ...Object.fromEntries(others), id: line() };
}
