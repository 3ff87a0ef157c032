import type { RuleId } from "../domain/vocabulary.ts";
import type { PriorAnswers } from "../domain/warning.ts";
import { type Fields, isList } from "./fields.ts";
import { isHex, newKey, tagUnder } from "./silenced.ts";

/**
 * Today's answers, which let repeated questions become shorter. An account or post is stored only as an HMAC-SHA-256 tag
 * under a key of that day and a secret of this session of the browser, so that not even two days can be compared, and
 * nothing on the disk tells of whom they are. The value of any other day counts as empty.
 */
export interface DailyAnswers {
  /** ISO day; "" before the first answer. */
  day: string;
  /** 64 hex digits, new each day; "" before the first answer. */
  key: string;
  /** Tags of the accounts and posts for which an action was cancelled. */
  cancelled: string[];
  /** A tag, a blank and the id of the rule against whose warning the user continued. */
  continued: string[];
  /** Ids of the counted holds, so that an answer sent twice counts once. Random, and of this day only. */
  holdIds: string[];
}

/** Longest list; beyond it the oldest of the day are dropped. */
export const MAX_DAILY_ANSWERS = 500;

const list = (is: (v: unknown) => boolean) => ({
  or: [],
  must: "tags",
  is: (v: unknown) => isList(v, MAX_DAILY_ANSWERS, is),
});

export const dailyAnswersFields: Fields<DailyAnswers> = {
  day: { or: "", must: "day", is: (v) => v === "" || /^\d{4}-\d{2}-\d{2}$/.test(String(v)) },
  key: { or: "", must: "64 hex digits", is: (v) => v === "" || isHex(v) },
  cancelled: list(isHex),
  continued: list((v) => typeof v === "string" && /^[0-9a-f]{64} \S{1,60}$/.test(v)),
  holdIds: { ...list((v) => typeof v === "string" && v.length <= 64), must: "ids" },
};

export const NO_DAILY_ANSWERS: DailyAnswers = { day: "", key: "", cancelled: [], continued: [], holdIds: [] };

export const NO_PRIOR_ANSWERS: PriorAnswers = { cancelled: false, continued: [] };

/** The value if it is of this day, else an empty one with a new key. */
export const forDay = (value: DailyAnswers, day: string): DailyAnswers =>
  value.day === day && isHex(value.key) ? value : { ...NO_DAILY_ANSWERS, day, key: newKey() };

const withNewest = (list: readonly string[], newest: string): string[] =>
  [...list.filter((item) => item !== newest), newest].slice(-MAX_DAILY_ANSWERS);

/** Adds an answer; `rule` is null if the action was cancelled. */
export async function withAnswer(
  value: DailyAnswers,
  secret: string,
  subject: string,
  rule: RuleId | null,
): Promise<DailyAnswers> {
  const tag = await tagUnder(value, secret, subject);
  return rule === null
    ? { ...value, cancelled: withNewest(value.cancelled, tag) }
    : { ...value, continued: withNewest(value.continued, `${tag} ${rule}`) };
}

/** Adds the id of a counted hold. */
export const withHoldId = (value: DailyAnswers, holdId: string): DailyAnswers => ({
  ...value,
  holdIds: withNewest(value.holdIds, holdId),
});

/**
 * Today's answers by account or post, available while a click is handled. WebCrypto is asynchronous, so the result is
 * `undefined` until `lookUp` has computed the tag.
 */
export class DailyAnswerLookup {
  #value: DailyAnswers = NO_DAILY_ANSWERS;
  readonly #day: () => string;
  readonly #secret: () => Promise<string>;
  /** Tags by account or post; "" if none could be computed: then the full question is asked. */
  readonly #tags = new Map<string, string>();

  constructor(day: () => string, secret: () => Promise<string>) {
    this.#day = day;
    this.#secret = secret;
  }

  /** Takes the stored value. */
  update(value: DailyAnswers): void {
    if (value.key !== this.#value.key) this.#tags.clear();
    this.#value = value;
  }

  answers(subject: string): PriorAnswers | undefined {
    const { day, key, cancelled, continued } = this.#value;
    if (!key || day !== this.#day() || (cancelled.length === 0 && continued.length === 0))
      return NO_PRIOR_ANSWERS;
    const tag = this.#tags.get(subject);
    if (tag === undefined) return undefined;
    if (tag === "") return NO_PRIOR_ANSWERS;
    const rules = continued.filter((one) => one.startsWith(`${tag} `)).map((one) => one.slice(65));
    return { cancelled: cancelled.includes(tag), continued: rules };
  }

  /** Never throws: without a tag the full question is asked. */
  async lookUp(subjects: readonly string[]): Promise<void> {
    const value = this.#value;
    if (!value.key || (value.cancelled.length === 0 && value.continued.length === 0)) return;
    if (this.#tags.size > 5_000) this.#tags.clear();
    for (const subject of subjects) {
      if (this.#tags.has(subject)) continue;
      const tag = await this.#secret()
        .then((secret) => tagUnder(value, secret, subject))
        .catch(() => "");
      if (value.key === this.#value.key) this.#tags.set(subject, tag);
    }
    /* Another tab began a new day meanwhile. */
    if (value.key !== this.#value.key) await this.lookUp(subjects);
  }
}
