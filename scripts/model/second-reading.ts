import { seeded } from "./logistic-regression.ts";

/** A written item with the fields of `assets/corpus/README.md`; `blind` leaves out what a blind reader must not see. */
export interface WrittenItem {
  id: string;
  kind: string;
  platform: string;
  text: string;
  author?: unknown;
  parent?: unknown;
  page?: unknown;
  imageAlt?: string[];
  level: string;
  rules: string[];
  form?: string;
  lang: string;
  phase: string;
  sure?: boolean;
}

/** The answer to one item by a second reader who did not see its label. */
export interface Reading {
  id: string;
  /** Its blind round. */
  round: number;
  level: string;
  reason: string;
  /** Level and form in the corpus at that time: a later correction still counts as a disagreement. */
  was: string;
  form?: string;
  /** True where the reader had seen this item's label before, while correcting. */
  seen?: boolean;
}

/** The forms covered by a draw: each makes an item rare or common. */
const SIDES: readonly ((item: WrittenItem) => string)[] = [
  ({ level }) => `level ${level}`,
  ({ kind }) => `kind ${kind}`,
  ({ lang }) => `lang ${lang}`,
  ({ rules }) => `rule ${rules[0] ?? "none"}`,
  ({ phase }) => `phase ${phase}`,
];

/** Minimum number for every level, kind, language, rule and phase, where the corpus has that many. */
const AT_LEAST = 3;

const count = (keys: readonly string[]): Map<string, number> => {
  const out = new Map<string, number>();
  for (const key of keys) out.set(key, (out.get(key) ?? 0) + 1);
  return out;
};

/**
 * Draws items by level × surface × language × rule with rare cells included: an item of a cell of n weighs 1/√n, and
 * every value of every dimension comes at least three times. The same seed draws the same items.
 */
export function drawItems(items: readonly WrittenItem[], size: number, seed: number): WrittenItem[] {
  const random = seeded(seed);
  const cellOf = (item: WrittenItem): string =>
    [item.level, item.kind, item.lang, item.rules[0] ?? "none"].join(" ");
  const cells = count(items.map(cellOf));
  const inOrder = items
    .map((item) => ({ item, key: -Math.log(1 - random()) * Math.sqrt(cells.get(cellOf(item))!) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
  const wanted = count(items.flatMap((item) => SIDES.map((side) => side(item))));
  const had = new Map<string, number>();
  const drawn = new Set<WrittenItem>();
  const take = (item: WrittenItem): void => {
    drawn.add(item);
    for (const side of SIDES) had.set(side(item), (had.get(side(item)) ?? 0) + 1);
  };
  // Rarest values first, so that their items count for the common values.
  const rarest = [...wanted].sort((a, b) => a[1] - b[1]).map(([value]) => value);
  for (const value of rarest)
    for (const item of inOrder) {
      if ((had.get(value) ?? 0) >= AT_LEAST || drawn.size >= size) break;
      if (!drawn.has(item) && SIDES.some((side) => side(item) === value)) take(item);
    }
  for (const item of inOrder) if (drawn.size < size && !drawn.has(item)) take(item);
  return [...drawn]
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** An item as shown to a reader, under a number: no id, label, level, rule, form, language, trick or ticket. */
export function blindItem(item: WrittenItem, number: number, contests: string): Record<string, unknown> {
  const { kind, platform, author, page, parent, text, imageAlt, phase } = item;
  return { number, surface: kind, platform, author, page, parent, text, imageAlt, phase, contests };
}

/** Agreement of two readings over some values of a label. */
export interface Agreement {
  n: number;
  /** Share of items with the same label in both readings. */
  agreed: number;
  /** Cohen's kappa: agreement beyond what chance would give. */
  kappa: number;
}

/** Cohen's kappa of pairs of labels; 1 where both readings use one label only. */
export function agreement(pairs: readonly (readonly [string, string])[]): Agreement {
  const n = pairs.length;
  const agreed = pairs.filter(([one, other]) => one === other).length / n;
  const first = count(pairs.map(([one]) => one));
  const second = count(pairs.map(([, other]) => other));
  let chance = 0;
  for (const [label, times] of first) chance += (times / n) * ((second.get(label) ?? 0) / n);
  return { n, agreed, kappa: chance === 1 ? 1 : (agreed - chance) / (1 - chance) };
}
