import type { AnswerOutcome } from "../domain/outcome.ts";
import type { PriorAnswers } from "../domain/warning.ts";
import type { AnswerSecrets, StoredAnswers } from "../storage/answers.ts";
import { DailyAnswerLookup } from "../storage/daily-answers.ts";
import { isMuted, NO_FEEDBACK, withCount } from "../storage/evidence-feedback.ts";
import { newSilenced, type Silenced, SilenceLookup } from "../storage/silenced.ts";

/** An answer given in this page, held until the storage contains it. */
interface PageAnswer {
  outcome: Pick<AnswerOutcome, "about"> & {
    entry: Pick<AnswerOutcome["entry"], "holdId" | "day" | "rule" | "choice">;
  };
  /** True once the background has stored it: every later read of the storage contains it. */
  stored: boolean;
  /** True if it will be stored: then it already counts as feedback on its kind of evidence. */
  counts: boolean;
}

/** The answers of this page that were stored before a read of the storage began. */
export type StoredPageAnswers = ReadonlySet<PageAnswer>;

/**
 * The user's answers as this page knows them: the stored ones and, on top, those given in this page, which apply at
 * once, before the background has stored them. Only the background writes to the storage.
 */
export class AnswerStore {
  readonly #today: () => string;
  readonly #daily: DailyAnswerLookup;
  readonly #ask: () => Promise<AnswerSecrets>;
  /** What the background answered; asked for only once something is stored that needs it. */
  #secrets: Promise<AnswerSecrets> | undefined;
  /** The stored keys: when one changes, its secret may have. */
  #keys = "";
  #silenced: SilenceLookup;
  #feedback = NO_FEEDBACK;
  #pageAnswers: PageAnswer[] = [];

  constructor(today: () => string, askForSecrets: () => Promise<AnswerSecrets>) {
    this.#today = today;
    this.#ask = askForSecrets;
    this.#daily = new DailyAnswerLookup(today, () => this.#secret("today"));
    this.#silenced = this.#lookupOf(newSilenced());
  }

  /** Whether the user answered "Bukan kampanye" for it; undefined until `lookUp` has been called for it. */
  isSilenced(subject: string): boolean | undefined {
    return (
      this.#of(subject).some(({ outcome }) => outcome.entry.choice === "not-campaign") ||
      this.#silenced.has(subject)
    );
  }

  /** Today's answers for it; undefined until `lookUp` has been called for it. */
  answers(subject: string): PriorAnswers | undefined {
    const stored = this.#daily.answers(subject);
    const added = this.#of(subject).filter(({ outcome }) => outcome.entry.day === this.#today());
    if (!stored || added.length === 0) return stored;
    const continued = added.flatMap(({ outcome: { entry } }) =>
      entry.choice === "continued" && entry.rule ? [entry.rule] : [],
    );
    return {
      cancelled: stored.cancelled || added.some(({ outcome }) => outcome.entry.choice === "cancelled"),
      continued: [...stored.continued, ...continued],
    };
  }

  /** True if the user's answers mute this kind of evidence. */
  isMuted(kind: string): boolean {
    const feedback = this.#pageAnswers
      .filter(({ outcome, stored, counts }) => counts && !stored && outcome.about?.kind === kind)
      .reduce(
        (all, { outcome: { entry } }) => withCount(all, kind, entry.choice !== "cancelled", entry.holdId),
        this.#feedback,
      );
    return isMuted(feedback, kind);
  }

  async lookUp(subjects: readonly string[]): Promise<void> {
    await Promise.all([this.#silenced.lookUp(subjects), this.#daily.lookUp(subjects)]);
  }

  /**
   * Adds an answer given in this page.
   * @param counts false if it is never stored, as in a private window: then it mutes no kind of evidence.
   * @returns a function to call once the background has stored it.
   */
  add(outcome: PageAnswer["outcome"], counts: boolean): () => void {
    if (!outcome.about) return () => {};
    const answer: PageAnswer = { outcome, stored: false, counts };
    this.#pageAnswers.push(answer);
    return () => {
      answer.stored = true;
    };
  }

  /** Adds a "Bukan kampanye" on a mark. @returns a function to call once the background has stored it. */
  silence(subject: string): () => void {
    const entry = { holdId: "", day: this.#today(), rule: null, choice: "not-campaign" } as const;
    return this.add({ entry, about: { subject, kind: null } }, false);
  }

  /** To be called before the storage is read. */
  stored(): StoredPageAnswers {
    return new Set(this.#pageAnswers.filter(({ stored }) => stored));
  }

  /** Takes the stored answers, and drops the answers of this page that they contain. */
  update({ today, feedback, silenced }: StoredAnswers, storedBefore: StoredPageAnswers): void {
    const keys = `${today.value.key} ${silenced.value.key}`;
    if (keys !== this.#keys) this.#secrets = undefined;
    this.#keys = keys;
    const counted = new Set(today.value.holdIds);
    this.#pageAnswers = this.#pageAnswers.filter((answer) => {
      const { holdId, choice } = answer.outcome.entry;
      /* Nothing is added to an unreadable value: the answer then applies in this page only. */
      const unreadable = (choice === "not-campaign" ? silenced : today).problem;
      return unreadable || !(storedBefore.has(answer) || counted.has(holdId));
    });
    this.#daily.update(today.value);
    this.#feedback = feedback.value;
    this.#silenced = this.#silenced.hasTagsOf(silenced.value)
      ? this.#silenced
      : this.#lookupOf(silenced.value);
  }

  #lookupOf(value: Silenced): SilenceLookup {
    return new SilenceLookup(value, () => this.#secret("silenced"));
  }

  async #secret(of: keyof AnswerSecrets): Promise<string> {
    this.#secrets ??= this.#ask();
    const asked = this.#secrets;
    try {
      return (await asked)[of];
    } catch (error) {
      if (this.#secrets === asked) this.#secrets = undefined; // The next look-up asks again.
      throw error;
    }
  }

  #of(subject: string): PageAnswer[] {
    return this.#pageAnswers.length
      ? this.#pageAnswers.filter(({ outcome }) => outcome.about?.subject === subject)
      : [];
  }
}
