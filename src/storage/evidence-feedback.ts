import { type Fields, isList } from "./fields.ts";

/**
 * How the user answered warnings, by the kind of their first evidence and by nothing else: no account, site, rule or day.
 * A kind against whose warnings the user mostly continues is muted: it gives a notice instead of a question (except for
 * accounts that the ruleset lists).
 */
export interface EvidenceFeedback {
  /** By kind: how many warnings were answered, and after how many of them the user continued. */
  counts: Readonly<Record<string, readonly [answered: number, continued: number]>>;
  /**
   * Random ids of the last counted holds, so that an answer sent twice counts once. Stored with the counts in one write,
   * because today's answers may be unreadable or of another day by then.
   */
  holdIds: readonly string[];
}

export const NO_FEEDBACK: EvidenceFeedback = { counts: {}, holdIds: [] };

/** An answer is sent again within minutes at most; far fewer answers are given in that time. */
export const MAX_HOLD_IDS = 100;

/** More than there are kinds of evidence. */
const MAX_KINDS = 60;
/** Fewest answers that can mute a kind. */
const MIN_ANSWERS = 10;

const isCount = (v: unknown): boolean =>
  Array.isArray(v) &&
  v.length === 2 &&
  v.every((n) => Number.isInteger(n) && n >= 0 && n <= 1e6) &&
  v[1] <= v[0];

export const feedbackFields: Fields<EvidenceFeedback> = {
  counts: {
    or: {},
    must: "two counts a kind",
    is: (v) =>
      typeof v === "object" &&
      v !== null &&
      !Array.isArray(v) &&
      Object.keys(v).length <= MAX_KINDS &&
      Object.entries(v).every(([kind, count]) => /^[a-z-]{1,40}$/.test(kind) && isCount(count)),
  },
  holdIds: {
    or: [],
    must: "ids",
    is: (v) => isList(v, MAX_HOLD_IDS, (id) => typeof id === "string" && id.length <= 64),
  },
};

/** True if this kind is muted: at least ten answers, and the user continued after more than half of them. */
export function isMuted({ counts }: Pick<EvidenceFeedback, "counts">, kind: string): boolean {
  const [answered, continued] = (Object.hasOwn(counts, kind) && counts[kind]) || [0, 0];
  return answered >= MIN_ANSWERS && continued > answered / 2;
}

/** All muted kinds. */
export const mutedKinds = (feedback: Pick<EvidenceFeedback, "counts">): string[] =>
  Object.keys(feedback.counts).filter((kind) => isMuted(feedback, kind));

/** Counts one more answer, unless its hold was counted before. */
export function withCount(
  feedback: EvidenceFeedback,
  kind: string,
  continued: boolean,
  holdId: string,
): EvidenceFeedback {
  const { counts } = feedback;
  if (feedback.holdIds.includes(holdId)) return feedback;
  const holdIds = [...feedback.holdIds, holdId].slice(-MAX_HOLD_IDS);
  const [answered, before] = (Object.hasOwn(counts, kind) && counts[kind]) || [0, 0];
  if (answered >= 1e6) return { counts, holdIds };
  return { counts: { ...counts, [kind]: [answered + 1, before + Number(continued)] }, holdIds };
}
