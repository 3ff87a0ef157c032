/** The page that cells are tried on: loaded once, put back for each phase, loaded anew where something went wrong. */
import { performedByNextTurn } from "../lib/outcome.ts";
import type { TestPage } from "../lib/pages.ts";
import { pause, type Visit } from "../lib/visit.ts";
import { REMEMBER, RESET } from "./describe.ts";

/** Two taps within this time are a double tap to sites and to us (`WITHIN_MS` in src/sites/shared/double-tap.ts is 350); ms. */
const DOUBLE_TAP_MS = 370;

/**
 * An action that an answer must not let happen, or not twice, could be put off by a timer; so long after the answer the
 * page is left alone, ms. Put back earlier it would be another one to the guard, which then lets nothing happen.
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

  /** The page as it is when it was just loaded, with nothing counted. @returns what is wrong with it */
  async fresh(page: TestPage): Promise<string[]> {
    const { visit } = this;
    const faults: string[] = [];
    const isNew = this.#page !== page;
    if (!isNew) {
      await visit.rest();
      const differs = await visit.evaluate<string[]>(RESET);
      if (differs.length) faults.push(`reset: ${differs.join("; ")}`);
    }
    const late = this.late();
    if (late) faults.push(`${late} requests of the phase before came late`);
    if (isNew) {
      this.#page = undefined;
      await visit.open(page.source);
      await visit.evaluate(REMEMBER);
    }
    this.#page = page;
    visit.forget();
    this.#counted = 0;
    return faults;
  }

  /** How many actions arrived since they were counted. */
  late(): number {
    return this.#page ? this.visit.performed.length - this.#counted : 0;
  }

  /** The next cell begins with the page loaded anew. */
  discard(): void {
    this.#page = undefined;
  }

  /**
   * How many actions the page's app performed since `fresh`, once `n` have arrived (or do not come): a request that the
   * page makes behind them has arrived as well. What comes later still is a fault of what follows.
   */
  async count(n: number): Promise<number> {
    await this.visit.settled(n, undefined, 0);
    await pause(Math.max(0, this.#answeredAt + STILL_MS - Date.now()));
    this.#counted = await performedByNextTurn(this.visit);
    return this.#counted;
  }

  /** A question was answered just now. */
  answered(): void {
    this.#answeredAt = Date.now();
  }

  /** Waits until a touch of the page cannot be taken for the second one of a double tap. */
  async awaitDoubleTapEnd(): Promise<void> {
    await pause(Math.max(0, this.#touchedAt + DOUBLE_TAP_MS - Date.now()));
  }

  /** The page was touched just now. */
  touched(): void {
    this.#touchedAt = Date.now();
  }
}
