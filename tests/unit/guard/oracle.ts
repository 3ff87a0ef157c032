/** Knows what each action of the user may lead to. A broken promise is an error that begins with the promise's name. */
import type { JournalEntry } from "../../../src/domain/journal-entry.ts";
import type { Warning } from "../../../src/domain/warning.ts";

import type { TestPage } from "./page.ts";
import { keyOf } from "./site.ts";

export type Learning = "at once" | "never" | "fails";

/** One action of the user that the site would get. */
export interface Act {
  content: string;
  control: Element;
  at: number;
  /** The hold id of its question, if one was opened. */
  hold: string | null;
  waiting: boolean;
  performed: number;
}

/** How long an action waits for the rules: a promise, so not read from the code. */
export const WAIT_MS = 500;

export class Oracle {
  readonly log: JournalEntry[] = [];
  readonly warnings: Warning[] = [];
  readonly acts: Act[] = [];
  readonly silencedKeys = new Map<string, boolean>();
  paused = false;
  recordable = true;
  learning: Learning = "at once";
  needsLearning = false;
  rulesState: "none" | "ready" | "failed" = "none";
  /** The hold that a user could confirm at this moment. */
  allowed: string | null = null;
  /** Events that the test made in the page's name. */
  readonly byPage = new WeakSet<Event>();
  #unasked = 0;
  /** An entry of an unasked action was written in the current task. */
  #justUnasked = false;
  /** The first broken promise, kept because the guard may swallow errors thrown inside its calls. */
  broken: Error | null = null;
  readonly #now: () => number;
  readonly #ended: AbortSignal;

  constructor(now: () => number, ended: AbortSignal) {
    this.#now = now;
    this.#ended = ended;
  }

  passes = (content: string) =>
    !content.startsWith("warn") || this.paused || this.silencedKeys.get(keyOf(content)) === true;

  get open(): Warning | undefined {
    return this.warnings.find((w) => !this.log.some((line) => line.holdId === w.holdId));
  }

  /** The guard records an entry. */
  journalWritten(entry: JournalEntry): void {
    this.log.push(entry);
    this.#justUnasked = entry.choice === "unchecked";
    queueMicrotask(() => {
      this.#justUnasked = false;
    });
  }

  /** The guard opens a question. */
  questionOpened(warning: Warning): void {
    this.warnings.push(warning);
    const from = this.acts.findLast((a) => a.content === warning.excerpt && !a.hold && !a.performed);
    if (from) Object.assign(from, { hold: warning.holdId, waiting: false });
    else this.broken ??= new Error(`asked: about nothing the user did, ${warning.excerpt}`);
    if (warning.canRecord !== this.recordable)
      this.broken ??= new Error("asked: the question hides that it cannot record");
  }

  /** The site gets an action. */
  siteHears(event: Event): void {
    try {
      this.#judge(event);
    } catch (error) {
      this.broken ??= error as Error;
    }
  }

  #judge(event: Event): void {
    const control = (event.target as Element).closest("[data-post]");
    if (!control || this.byPage.has(event)) return;
    const content = control.getAttribute("data-post")!;
    if (event.isTrusted) {
      const act = this.acts.at(-1)!;
      act.performed++;
      if (this.rulesState === "failed" && !this.#ended.aborted) this.#unasked++;
      return;
    }
    /* Neither the page nor the user made this event: the guard let something through. */
    const late = (a: Act) => this.#now() - a.at >= WAIT_MS;
    const mine = this.acts.filter((a) => a.content === content);
    const act =
      mine.find((a) => a.hold !== null && a.hold === this.allowed) ??
      mine.find((a) => a.waiting && !a.performed && late(a)) ??
      mine.findLast((a) => a.waiting && !a.performed);
    if (!act)
      throw new Error(
        mine.some((a) => a.hold !== null && !a.performed)
          ? "confirmation: a held action happened without a trusted confirmation"
          : this.allowed
            ? "target: the confirmed action happened to something else"
            : "confirmation: an action happened that nobody confirmed",
      );
    act.performed++;
    if (act.performed > 1) throw new Error("twice: an action happened a second time");
    if (act.hold) return;
    act.waiting = false;
    const mayBeUnasked = this.rulesState !== "ready";
    const unasked = this.#justUnasked;
    /* With more than one action it is unknown which of them waited. */
    if (late(act) && mayBeUnasked && !unasked && this.acts.length === 1)
      throw new Error("line: an action happened unasked without a line");
    if (unasked && !mayBeUnasked) throw new Error("wait: an action happened unasked without need");
    if (unasked) this.#unasked++;
    if (!unasked && !this.passes(act.content))
      throw new Error("confirmation: an action that should be asked about happened after waiting");
    if (this.rulesState === "none" && !late(act)) throw new Error("wait: it did not wait for the rules");
  }

  /** Checks at the end: one entry per hold, one per unasked action, and no others. */
  checkLines(): void {
    const lines = new Map<string, number>();
    for (const line of this.log) lines.set(line.holdId, (lines.get(line.holdId) ?? 0) + 1);
    const holds = new Set(this.warnings.map((w) => w.holdId));
    for (const hold of holds)
      if (lines.get(hold) !== 1) throw new Error(`line: ${lines.get(hold) ?? 0} lines for one hold`);
    for (const line of this.log)
      if (line.choice !== "unchecked" && !holds.has(line.holdId)) throw new Error("line: a line for no hold");
    const unchecked = this.log.filter((line) => line.choice === "unchecked").length;
    /* An action that waited while the site replaced its post has an entry but does not happen. */
    const gone = this.acts.filter((a) => a.waiting && !a.performed).length;
    if (unchecked < this.#unasked || unchecked > this.#unasked + gone)
      throw new Error(`line: ${unchecked} lines for ${this.#unasked} actions that happened unasked`);
  }

  /**
   * Checks at the end that nothing of the guard is left, and that the question was not shown endlessly.
   * @param own number of listeners before the guard started.
   */
  checkReleased(page: TestPage, own: number): void {
    const { doc, ledger } = page;
    const left = ledger.listening().length - own;
    if (left) throw new Error(`release: ${left} listeners are left`);
    if (ledger.observers()) throw new Error(`release: ${ledger.observers()} observers are left`);
    if (page.timers) throw new Error(`release: ${page.timers} timers are left`);
    const strange = [...doc.documentElement.children].filter((k) => k !== doc.body && k !== doc.head);
    if (strange.length || doc.querySelector("dialog:modal,:popover-open"))
      throw new Error("release: a node is left in the page");
    if (doc.documentElement.attributes.length || doc.body.getAttribute("style") !== "margin: 0px;")
      throw new Error("release: the page's nodes were changed");
    for (const at of page.shows) {
      const within = page.shows.filter((t) => t >= at && t < at + 5_000).length;
      if (within > 6 * Math.max(1, this.warnings.length))
        throw new Error(`remounts: shown ${within} times in five seconds`);
    }
  }
}
