import type { RuleId } from "../domain/vocabulary.ts";
import { type Fields, isList } from "./fields.ts";
import { isHex, newKey, tagOf } from "./silenced.ts";

/**
 * What was answered today, for friction that fades: of an account or post only an HMAC-SHA-256 tag is kept, under a
 * key of that day alone, so that not even two days can be compared. Any other day is as good as empty.
 */
export interface Today {
  /** ISO day; "" before the first answer. */
  day: string;
  /** 64 hex digits, made anew each day; "" before the first answer. */
  key: string;
  /** Tags that an action was cancelled for. */
  cancelled: string[];
  /** Tag, blank, id of the rule that was gone on against. */
  continued: string[];
  /** Ids of the holds that were counted, so that an answer sent twice counts once. Random, and of this day only. */
  holds: string[];
}

/** Beyond this the oldest of the day are forgotten. */
export const MAX_TODAY = 500;

const list = (is: (v: unknown) => boolean) => ({
  or: [],
  must: "list of tags",
  is: (v: unknown) => isList(v, MAX_TODAY, is),
});

export const todayFields: Fields<Today> = {
  day: { or: "", must: "day", is: (v) => v === "" || /^\d{4}-\d{2}-\d{2}$/.test(String(v)) },
  key: { or: "", must: "64 hex digits", is: (v) => v === "" || isHex(v) },
  cancelled: list(isHex),
  continued: list((v) => typeof v === "string" && /^[0-9a-f]{64} \S{1,60}$/.test(v)),
  holds: { ...list((v) => typeof v === "string" && v.length <= 64), must: "list of ids" },
};

export const NO_TODAY: Today = { day: "", key: "", cancelled: [], continued: [], holds: [] };

/** What was answered today for one account or post. */
export interface Answered {
  cancelled: boolean;
  continued: readonly RuleId[];
}

/** Nothing was answered. */
export const NOTHING: Answered = { cancelled: false, continued: [] };

/** The value to go on with: this one where it is of this day, else an empty one with a new key. */
export const ofDay = (value: Today, day: string): Today =>
  value.day === day && isHex(value.key) ? value : { ...NO_TODAY, day, key: newKey() };

const withOne = (all: readonly string[], one: string): string[] =>
  [...all.filter((t) => t !== one), one].slice(-MAX_TODAY);

/** With one more answer; `rule` null: cancelled. */
export async function withAnswer(value: Today, who: string, rule: RuleId | null): Promise<Today> {
  const tag = await tagOf(value, who);
  return rule === null
    ? { ...value, cancelled: withOne(value.cancelled, tag) }
    : { ...value, continued: withOne(value.continued, `${tag} ${rule}`) };
}

/** With one more hold that was counted. */
export const withHold = (value: Today, hold: string): Today => ({
  ...value,
  holds: withOne(value.holds, hold),
});

/**
 * Answers "what was answered here today?" during a click. WebCrypto answers later, so what is asked for the first time
 * is `undefined` until `learn` has made its tag.
 */
export class DayBook {
  #value: Today = NO_TODAY;
  readonly #day: () => string;
  /** Tags by account or post; "" where none could be made: then the full question is asked. */
  readonly #tags = new Map<string, string>();

  constructor(day: () => string) {
    this.#day = day;
  }

  /** Takes what is stored. */
  use(value: Today): void {
    if (value.key !== this.#value.key) this.#tags.clear();
    this.#value = value;
  }

  answered(who: string): Answered | undefined {
    const { day, key, cancelled, continued } = this.#value;
    if (!key || day !== this.#day() || (cancelled.length === 0 && continued.length === 0)) return NOTHING;
    const tag = this.#tags.get(who);
    if (tag === undefined) return undefined;
    if (tag === "") return NOTHING;
    const rules = continued.filter((one) => one.startsWith(`${tag} `)).map((one) => one.slice(65));
    return { cancelled: cancelled.includes(tag), continued: rules };
  }

  /** Never throws: what cannot be looked up is asked about in full. */
  async learn(whose: readonly string[]): Promise<void> {
    const of = this.#value;
    if (!of.key) return;
    if (this.#tags.size > 5_000) this.#tags.clear();
    for (const who of whose) {
      if (this.#tags.has(who)) continue;
      const tag = await tagOf(of, who).catch(() => "");
      if (of.key === this.#value.key) this.#tags.set(who, tag);
    }
    /* Another tab began the day meanwhile. */
    if (of.key !== this.#value.key) await this.learn(whose);
  }
}
