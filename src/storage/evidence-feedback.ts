import { type Fields, isList } from "./fields.ts";

/**
 * How the user answered warnings, by the kind of their first reason and nothing else: no account, site, rule or day.
 * A kind that the user mostly goes on against asks no more, it only notes (never for accounts the ruleset lists).
 */
export interface Kinds {
  /** By kind: how many warnings were answered, and how many of them the user went on against. */
  counts: Readonly<Record<string, readonly [answered: number, went: number]>>;
  /**
   * Random ids of the holds that were counted last, so that an answer that comes again counts once: beside the counts,
   * in one write with them, as what was answered today may be unreadable, or of another day by then.
   */
  holds: readonly string[];
}

export const NO_KINDS: Kinds = { counts: {}, holds: [] };

/** An answer comes again within minutes; far fewer are given meanwhile. */
export const MAX_HOLDS = 100;

/** More kinds of evidence than there will ever be. */
const MAX_KINDS = 60;
/** From this many answers on a kind may fall silent. */
const LEAST_ANSWERS = 10;

const isCount = (v: unknown): boolean =>
  Array.isArray(v) &&
  v.length === 2 &&
  v.every((n) => Number.isInteger(n) && n >= 0 && n <= 1e6) &&
  v[1] <= v[0];

export const kindsFields: Fields<Kinds> = {
  counts: {
    or: {},
    must: "two numbers for each kind",
    is: (v) =>
      typeof v === "object" &&
      v !== null &&
      !Array.isArray(v) &&
      Object.keys(v).length <= MAX_KINDS &&
      Object.entries(v).every(([kind, count]) => /^[a-z-]{1,40}$/.test(kind) && isCount(count)),
  },
  holds: {
    or: [],
    must: "list of ids",
    is: (v) => isList(v, MAX_HOLDS, (id) => typeof id === "string" && id.length <= 64),
  },
};

/** Does this kind only note by now? At least ten answers, and more than half of them went on. */
export function isDulled({ counts }: Pick<Kinds, "counts">, kind: string): boolean {
  const [answered, went] = (Object.hasOwn(counts, kind) && counts[kind]) || [0, 0];
  return answered >= LEAST_ANSWERS && went > answered / 2;
}

/** All kinds that only note by now. */
export const dulledKinds = (kinds: Pick<Kinds, "counts">): string[] =>
  Object.keys(kinds.counts).filter((kind) => isDulled(kinds, kind));

/** With one more answer, where its hold was not counted yet. */
export function withCount(kinds: Kinds, kind: string, went: boolean, hold: string): Kinds {
  const { counts } = kinds;
  if (kinds.holds.includes(hold)) return kinds;
  const holds = [...kinds.holds, hold].slice(-MAX_HOLDS);
  const [answered, before] = (Object.hasOwn(counts, kind) && counts[kind]) || [0, 0];
  if (answered >= 1e6) return { counts, holds };
  return { counts: { ...counts, [kind]: [answered + 1, before + Number(went)] }, holds };
}
