/**
 * One page with three like buttons, a session of the guard on it, the acts of user, page and site, and an oracle beside
 * it (oracle.ts) that knows what each act may lead to.
 */
import type { GuardPorts } from "../../../src/guard/ports.ts";
import { type Session, startSession } from "../../../src/guard/session.ts";
import { FakeEvent } from "./fake-events.ts";
import { FakeDocument, type FakeNode } from "./fake-page.ts";
import { drawQuestion, type Kind, RULES, siteOf } from "./fake-site.ts";
import { type Act, type Learning, Oracle, WAIT_MS } from "./oracle.ts";

/** How long the dialog must have been seen: a promise, not a setting. */
const SEEN_MS = 300;

export class Harness {
  readonly doc = new FakeDocument();
  readonly clock = this.doc.clock;
  readonly life = new AbortController();
  readonly controls: FakeNode[] = [];
  /** What the site was to remember: pressed, hovered, focused. */
  readonly remembered: string[] = [];
  readonly oracle = new Oracle(() => this.clock.now, this.life.signal);
  readonly log = this.oracle.log;
  readonly warnings = this.oracle.warnings;
  #posts = 0;
  readonly #session: Session;
  #host: FakeNode | null = null;
  #id = 0;

  constructor() {
    for (const name of ["div", "button", "div"]) {
      const control = this.doc.createElement(name);
      control.setAttribute("role", "button");
      this.controls.push(control);
      control.box = { left: 10, top: 10 + 60 * this.controls.length, width: 80, height: 40 };
      this.doc.body.append(control);
      this.fill(this.controls.length - 1, "clear");
    }
    this.doc.body.addEventListener("click", (event) => this.oracle.siteHears(event));
    this.doc.body.addEventListener("keydown", (event) => {
      /* As sites do: a div with role=button reacts to the key itself. */
      if (event.key === "Enter" && (event.target as FakeNode | null)?.localName === "div")
        this.oracle.siteHears(event);
    });
    this.#session = startSession(this.doc as unknown as Document, this.#world(), this.life.signal);
  }

  #world(): GuardPorts {
    const { oracle } = this;
    return {
      site: siteOf(this.controls, (how) => this.remembered.push(how)),
      ui: {
        question: (root, warning) => {
          oracle.asked(warning);
          const shadow = root as unknown as FakeNode;
          this.#host = shadow.host;
          return drawQuestion(this.doc, shadow);
        },
        mark: () => () => {},
        strip: () => () => {},
      },
      paused: () => (oracle.paused ? "timed" : null),
      silenced: (key) => oracle.known.get(key) ?? (oracle.needsLearning ? undefined : false),
      learn: async (keys) => {
        if (oracle.learning === "fails") throw new Error("storage is gone");
        if (oracle.learning === "never") return new Promise(() => {});
        for (const key of keys) if (!oracle.known.has(key)) oracle.known.set(key, false);
      },
      silence: (key) => void oracle.known.set(key, true),
      canRecord: () => oracle.recordable,
      record: ({ entry, about }) => {
        if (entry.choice === "not-campaign") oracle.known.set(about!.subject, true);
        oracle.wrote(entry);
      },
      report: () => {},
      faults: () => [],
      today: () => "2026-11-22",
      newId: () => `hold-${++this.#id}`,
    };
  }

  /** Lets everything happen that is due, then throws what was found broken. */
  async settle(): Promise<void> {
    await this.clock.flush();
    if (this.oracle.broken) throw this.oracle.broken;
  }

  get #inDialog(): boolean {
    return this.#host !== null && this.doc.top.length > 0;
  }
  get host(): FakeNode | null {
    return this.#host;
  }

  /** The site writes another post into the same element, as endless lists do. */
  fill(index: number, kind: Kind): void {
    this.controls[index]!.setAttribute("data-post", `${kind} ${++this.#posts}`);
    this.doc.changed(this.controls[index]!);
  }
  /** The site makes the element anew; it says the same. */
  redraw(index: number): void {
    const old = this.controls[index]!;
    const fresh = this.doc.createElement(old.localName);
    for (const [name, value] of old.attributes) fresh.setAttribute(name, value);
    fresh.box = old.box;
    this.controls[index] = fresh;
    old.remove();
    this.doc.body.append(fresh);
  }
  rules(what: "ready" | "failed"): void {
    this.oracle.rulesAre = what;
    this.#session.use(what === "ready" ? RULES : "failed");
  }
  pause(on: boolean): void {
    this.oracle.paused = on;
    this.#session.refresh();
  }
  lookUps(needed: boolean, how: Learning): void {
    this.oracle.needsLearning = needed;
    this.oracle.learning = how;
  }

  async press(index: number, by: "mouse" | "key", trusted: boolean): Promise<void> {
    const control = this.controls[index]!;
    if (!trusted) {
      control.dispatchEvent(new FakeEvent("pointerdown", { byPage: true }));
      control.dispatchEvent(new FakeEvent("click", { byPage: true, detail: 1 }));
      control.dispatchEvent(new FakeEvent("keydown", { byPage: true, key: "Enter", code: "Enter" }));
      await this.clock.flush();
      return;
    }
    const { oracle } = this;
    const behind = this.#inDialog && !this.life.signal.aborted;
    const content = control.getAttribute("data-post")!;
    const asking = oracle.open !== undefined;
    const isWaiting = (a: Act) => a.waiting && !a.performed;
    const waiting = oracle.acts.some(isWaiting);
    /* A second press of a control that waits already is the same act. */
    const merged = oracle.acts.some(
      (a) =>
        isWaiting(a) && a.control === control && a.content === content && this.clock.now - a.at < WAIT_MS,
    );
    const act: Act = { content, control, at: this.clock.now, hold: null, waiting: false, performed: 0 };
    oracle.acts.push(act);
    /* Behind a modal dialog the pointer hits the dialog's backdrop, the keyboard what has the focus. */
    const on = behind && this.#host ? this.#host : control;
    const event = (type: string, more = {}) =>
      new FakeEvent(type, { isTrusted: true, clientX: 20, clientY: 20, ...more });
    if (by === "mouse") {
      on.dispatchEvent(event("pointerdown"));
      on.dispatchEvent(event("pointerup"));
      on.dispatchEvent(event("click", { detail: 1 }));
    } else {
      const key = { key: "Enter", code: "Enter", clientX: 0, clientY: 0 };
      const down = event("keydown", key);
      const target = behind ? this.doc.body : control;
      target.dispatchEvent(down);
      if (!down.defaultPrevented && target.localName === "button")
        target.dispatchEvent(event("click", { detail: 0, clientX: 0, clientY: 0 }));
      target.dispatchEvent(event("keyup", key));
    }
    const aborted = this.life.signal.aborted;
    if (!act.performed && !act.hold) act.waiting = !behind && !asking && !aborted && !merged;
    const ready = oracle.rulesAre === "ready" && !asking && !behind && !aborted;
    if (ready && !oracle.needsLearning) {
      if (oracle.passes(content) && act.performed !== 1 && !waiting)
        throw new Error("delay: an action with nothing to say about did not pass at once");
      if (content.startsWith("warn") && !oracle.passes(content) && act.performed)
        throw new Error("slip: an action that should be asked about was heard by the site");
    }
    if (aborted && act.performed !== 1 && !behind) throw new Error("teardown: the page is still held up");
    await this.clock.flush();
  }

  /** Answers the question by pointer or key; counts as a confirmation only where a user could have meant it. */
  async answer(
    answer: "cancel" | "continue" | "not-campaign",
    by: "mouse" | "key",
    trusted: boolean,
  ): Promise<void> {
    const open = this.oracle.open;
    const button = this.doc.top.at(-1)?.querySelector(`[data-answer="${answer}"]`);
    if (!this.#host) return;
    const box = button?.box ?? { left: 320, top: 420, width: 100, height: 40 };
    const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
    const hit = this.doc.elementFromPoint(at.clientX, at.clientY);
    const seen = hit === this.#host && this.clock.now - (this.doc.shows.at(-1) ?? 0) >= SEEN_MS;
    if (trusted && button && seen && answer !== "cancel") this.oracle.allowed = open?.hold ?? null;
    const made = { isTrusted: trusted, byPage: !trusted };
    if (by === "mouse") {
      const target = hit ?? this.doc.documentElement;
      for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
        target.dispatchEvent(new FakeEvent(type, { ...made, ...at, detail: 1 }));
    } else {
      if (trusted) button?.focus();
      for (const type of ["keydown", "click", "keyup"])
        this.#host.dispatchEvent(new FakeEvent(type, { ...made, key: "Enter", code: "Enter", detail: 0 }));
    }
    await this.clock.flush();
    this.oracle.allowed = null;
  }

  async key(key: string, trusted: boolean): Promise<void> {
    const on = this.#inDialog && this.#host ? this.#host : this.doc.body;
    for (const type of ["keydown", "keyup"])
      on.dispatchEvent(new FakeEvent(type, { isTrusted: trusted, byPage: !trusted, key, code: key }));
    await this.clock.flush();
  }

  removeHost(): void {
    this.#host?.remove();
  }
  cover(on: boolean): void {
    this.doc.cover ??= this.doc.createElement("section");
    if (on) this.doc.body.append(this.doc.cover);
    else this.doc.cover.remove();
  }

  /** After teardown and two more seconds: what must be true of the whole run. */
  async finish(): Promise<void> {
    this.life.abort();
    await this.clock.pass(2_000);
    await this.settle();
    this.oracle.checkLines();
    this.oracle.checkReleased(this.doc, 2);
  }
}
