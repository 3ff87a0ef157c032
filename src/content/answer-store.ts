import type { AnswerOutcome } from "../domain/outcome.ts";
import type { StoredAnswers } from "../storage/answers.ts";
import { type Answered, DayBook } from "../storage/daily-answers.ts";
import { isDulled, NO_KINDS, withCount } from "../storage/evidence-feedback.ts";
import { newSilenced, SilenceBook } from "../storage/silenced.ts";

/** What this page was answered, until what is stored shows it. */
interface Own {
  outcome: Pick<AnswerOutcome, "about"> & {
    entry: Pick<AnswerOutcome["entry"], "hold" | "day" | "rule" | "choice">;
  };
  /** The background has it: what is read from now on shows it. */
  stored: boolean;
  /** It is to be stored, and counts for its kind of evidence as it will there. */
  counts: boolean;
}

/** What was stored when a reading of storage began. */
export type Reading = ReadonlySet<Own>;

/**
 * Owns what this page knows of the user's answers: what storage holds, and over it the page's own answers, which count
 * at once, before the background heard of them. Nothing is written here: the background alone does that.
 */
export class PageAnswers {
  readonly #today: () => string;
  readonly #day: DayBook;
  #silences = new SilenceBook(newSilenced());
  #kinds = NO_KINDS;
  #own: Own[] = [];

  constructor(today: () => string) {
    this.#today = today;
    this.#day = new DayBook(today);
  }

  /** Was "bukan kampanye" said of it? undefined: `learn` must look it up first. */
  silenced(subject: string): boolean | undefined {
    return (
      this.#of(subject).some(({ outcome }) => outcome.entry.choice === "not-campaign") ||
      this.#silences.has(subject)
    );
  }

  /** What was answered today for it; undefined: `learn` must look it up first. */
  answered(subject: string): Answered | undefined {
    const stored = this.#day.answered(subject);
    const own = this.#of(subject).filter(({ outcome }) => outcome.entry.day === this.#today());
    if (!stored || own.length === 0) return stored;
    const gone = own.flatMap(({ outcome: { entry } }) =>
      entry.choice === "continued" && entry.rule ? [entry.rule] : [],
    );
    return {
      cancelled: stored.cancelled || own.some(({ outcome }) => outcome.entry.choice === "cancelled"),
      continued: [...stored.continued, ...gone],
    };
  }

  /** Is this kind of evidence muted by the user's answers? */
  isMuted(kind: string): boolean {
    const kinds = this.#own
      .filter(({ outcome, stored, counts }) => counts && !stored && outcome.about?.kind === kind)
      .reduce(
        (all, { outcome: { entry } }) => withCount(all, kind, entry.choice !== "cancelled", entry.hold),
        this.#kinds,
      );
    return isDulled(kinds, kind);
  }

  async learn(subjects: readonly string[]): Promise<void> {
    await Promise.all([this.#silences.learn(subjects), this.#day.learn(subjects)]);
  }

  /**
   * Takes an answer given here. @returns to be called once the background has it.
   * @param counts false where it is never stored, as in a private window: then it mutes no kind of evidence.
   */
  add(outcome: Own["outcome"], counts: boolean): () => void {
    if (!outcome.about) return () => {};
    const own: Own = { outcome, stored: false, counts };
    this.#own.push(own);
    return () => {
      own.stored = true;
    };
  }

  /** Takes a "bukan kampanye" on a mark. @returns to be called once the background has it. */
  silence(subject: string): () => void {
    const entry = { hold: "", day: this.#today(), rule: null, choice: "not-campaign" } as const;
    return this.add({ entry, about: { subject, kind: null } }, false);
  }

  /** To be called before storage is read. */
  beginReading(): Reading {
    return new Set(this.#own.filter(({ stored }) => stored));
  }

  /** Takes what was read; own answers that it shows are no longer kept beside it. */
  use({ today, kinds, silenced }: StoredAnswers, shown: Reading): void {
    const counted = new Set(today.value.holds);
    this.#own = this.#own.filter((own) => {
      const { hold, choice } = own.outcome.entry;
      /* Nothing is added to what cannot be read: then the answer holds for this page alone. */
      const unreadable = (choice === "not-campaign" ? silenced : today).problem;
      return unreadable || !(shown.has(own) || counted.has(hold));
    });
    this.#day.use(today.value);
    this.#kinds = kinds.value;
    this.#silences = this.#silences.holds(silenced.value) ? this.#silences : new SilenceBook(silenced.value);
  }

  #of(subject: string): Own[] {
    return this.#own.length ? this.#own.filter(({ outcome }) => outcome.about?.subject === subject) : [];
  }
}
