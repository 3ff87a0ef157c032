/** The page on which cells run: loaded once, reset for each phase, reloaded after a fault. */
import { performedByNextTurn } from "../lib/outcome.ts";
import type { TestPage } from "../lib/pages.ts";
import { pause, type Visit } from "../lib/visit.ts";
import { DESCRIBE_LOADED, RESET } from "./describe.ts";

/**
 * Sites and the guard take two taps within this time for a double tap (`WITHIN_MS` in src/sites/shared/double-tap.ts is
 * 350); ms.
 */
const DOUBLE_TAP_MS = 370;

/**
 * Time in ms for which the page is left alone after an answer, because a site may delay the action that must not
 * happen, or not twice, by a timer. A page that is reset earlier shows the guard another post, and then nothing happens
 * anyway.
 */
const STILL_MS = 200;

export class Stage {
  readonly visit: Visit;
  #page: TestPage | undefined;
  #counted = 0;
  #touchedAt = 0;
  #answeredAt = 0;

  constructor(visit: Visit) {
    this.visit = visit;
  }

  /** Resets the page to its loaded state and the counts to zero. @returns what is wrong with it */
  async fresh(page: TestPage): Promise<string[]> {
    const { visit } = this;
    const faults: string[] = [];
    const isNew = this.#page !== page;
    if (!isNew) {
      await visit.movePointerAway();
      const differs = await visit.evaluate<string[]>(RESET);
      if (differs.length) faults.push(`reset: ${differs.join("; ")}`);
    }
    const late = this.late();
    if (late) faults.push(`${late} requests of the phase before came late`);
    if (isNew) {
      this.#page = undefined;
      await visit.open(page.source);
      await visit.evaluate(DESCRIBE_LOADED);
    }
    this.#page = page;
    visit.resetCounts();
    this.#counted = 0;
    return faults;
  }

  /** Number of actions since the last count. */
  late(): number {
    return this.#page ? this.visit.performed.length - this.#counted : 0;
  }

  /** Makes the next cell reload the page. */
  discard(): void {
    this.#page = undefined;
  }

  /**
   * Number of actions performed since `fresh`, after `n` have arrived or the wait is over: a request that the page
   * makes after them has arrived as well. A later one counts as a fault of what follows.
   */
  async count(n: number): Promise<number> {
    await this.visit.settled(n, undefined, 0);
    await pause(Math.max(0, this.#answeredAt + STILL_MS - Date.now()));
    this.#counted = await performedByNextTurn(this.visit);
    return this.#counted;
  }

  /** Notes that a question was answered just now. */
  answered(): void {
    this.#answeredAt = Date.now();
  }

  /** Waits until a touch cannot count as the second one of a double tap. */
  async awaitDoubleTapEnd(): Promise<void> {
    await pause(Math.max(0, this.#touchedAt + DOUBLE_TAP_MS - Date.now()));
  }

  /** Notes that the page was touched just now. */
  touched(): void {
    this.#touchedAt = Date.now();
  }
}
