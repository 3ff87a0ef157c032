/** The page that cells are tried on: loaded once, put back for each phase, loaded anew where something went wrong. */
import { heard } from "../lib/outcome.ts";
import type { TestPage } from "../lib/pages.ts";
import { pause, type Visit } from "../lib/visit.ts";
import { REMEMBER, RESET } from "./describe.ts";

/** Two taps within this time are a double tap to sites and to us (`WITHIN_MS` in src/sites/double.ts is 350); ms. */
const APART_MS = 370;

export class Stage {
  readonly visit: Visit;
  #page: TestPage | undefined;
  #counted = 0;
  #touchedAt = 0;

  constructor(visit: Visit) {
    this.visit = visit;
  }

  /** The page as it is when it was just loaded, with nothing counted. @returns what is wrong with it */
  async fresh(page: TestPage): Promise<string[]> {
    const faults: string[] = [];
    const { visit } = this;
    if (this.#page !== page) {
      this.#page = undefined;
      await visit.open(page.source);
      await visit.evaluate(REMEMBER);
    } else {
      await visit.rest();
      const differs = await visit.evaluate<string[]>(RESET);
      if (differs.length) faults.push(`reset: ${differs.join("; ")}`);
      const late = this.late();
      if (late) faults.push(`${late} requests came late`);
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
  spoil(): void {
    this.#page = undefined;
  }

  /**
   * How many actions the page's app performed since `fresh`, once `n` have arrived (or do not come): a request that the
   * page makes behind them has arrived as well. What comes later still is a fault of what follows.
   */
  async count(n: number): Promise<number> {
    await this.visit.settled(n, undefined, 0);
    this.#counted = await heard(this.visit);
    return this.#counted;
  }

  /** Waits until a touch of the page cannot be taken for the second one of a double tap. */
  async apart(): Promise<void> {
    await pause(Math.max(0, this.#touchedAt + APART_MS - Date.now()));
  }

  /** The page was touched just now. */
  touched(): void {
    this.#touchedAt = Date.now();
  }
}
