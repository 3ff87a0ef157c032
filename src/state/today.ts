import type { RuleId } from "../words.ts";
import type { Fields } from "./fields.ts";
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
}

/** Beyond this the oldest of the day are forgotten. */
export const MAX_TODAY = 500;

const list = (is: (v: unknown) => boolean) => ({
  or: [],
  must: "list of tags",
  is: (v: unknown) => Array.isArray(v) && v.length <= MAX_TODAY && v.every(is),
});

export const todayFields: Fields<Today> = {
  day: { or: "", must: "day", is: (v) => v === "" || /^\d{4}-\d{2}-\d{2}$/.test(String(v)) },
  key: { or: "", must: "64 hex digits", is: (v) => v === "" || isHex(v) },
  cancelled: list(isHex),
  continued: list((v) => typeof v === "string" && /^[0-9a-f]{64} \S{1,60}$/.test(v)),
};

export const NO_TODAY: Today = { day: "", key: "", cancelled: [], continued: [] };

/** What was answered today for one account or post. */
interface Answered {
  cancelled: boolean;
  continued: readonly RuleId[];
}

/** Nothing was answered. */
export const NOTHING: Answered = { cancelled: false, continued: [] };

/** The value to go on with: this one where it is of this day, else an empty one with a new key. */
export const ofDay = (value: Today, day: string): Today =>
  value.day === day && isHex(value.key) ? value : { ...NO_TODAY, day, key: newKey() };

/** With one more answer; `rule` null: cancelled. */
function withAnswer(value: Today, tag: string, rule: RuleId | null): Today {
  const add = (all: string[], one: string) => [...all.filter((t) => t !== one), one].slice(-MAX_TODAY);
  return rule === null
    ? { ...value, cancelled: add(value.cancelled, tag) }
    : { ...value, continued: add(value.continued, `${tag} ${rule}`) };
}

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

  /** Takes what is stored, as another tab may have changed it. */
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

  /**
   * Keeps an answer. `stored` is what storage holds now, other tabs' answers among it; resolves with what it is to
   * hold.
   */
  async add(who: string, rule: RuleId | null, stored: Today = this.#value): Promise<Today> {
    const before = ofDay(stored, this.#day());
    const tag = await tagOf(before, who);
    this.use(withAnswer(before, tag, rule));
    this.#tags.set(who, tag);
    return this.#value;
  }
}
