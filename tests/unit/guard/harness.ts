/**
 * One page with three like buttons, a session of the guard on it, and an oracle beside it that knows what each act of
 * the user may lead to. Every broken promise is thrown as an error that begins with the promise's name.
 */
import type { Entry } from "../../../src/book/types.ts";
import type { Assessment, Surface } from "../../../src/detect/types.ts";
import type { Explained, Rules } from "../../../src/guard/rules.ts";
import { type Session, startSession, type World } from "../../../src/guard/session.ts";
import type { Warning } from "../../../src/guard/types.ts";
import type { GuardUi } from "../../../src/guard/ui.ts";
import type { Intent, Site } from "../../../src/sites/types.ts";
import { FakeEvent } from "./fake-events.ts";
import { FakeDocument, type FakeNode } from "./fake-page.ts";

export type Kind = "warn" | "notice" | "clear";
export type Learning = "at once" | "never" | "fails";

/** One act of the user that the site would have heard. */
interface Act {
  content: string;
  control: FakeNode;
  at: number;
  /** Its question, where one was asked. */
  hold: string | null;
  waiting: boolean;
  performed: number;
}

const LAW: Explained = {
  rule: { id: "R1", number: 1, title: { id: "Aturan", en: "Rule" } },
  strength: "firm",
  holds: true,
  bases: [],
};
const RULES: Rules = {
  assess: (s): Assessment => ({
    level: s.text.split(" ")[0] as Kind,
    score: 0.9,
    evidence: [],
    rules: [],
    listed: false,
    account: `facebook:handle:${s.author?.handle}`,
  }),
  explain: () => LAW,
};

/** How long the dialog must have been seen, and how long an action waits for the rules: promises, not settings. */
const SEEN_MS = 300;
const WAIT_MS = 500;

export class Harness {
  readonly doc = new FakeDocument();
  readonly clock = this.doc.clock;
  readonly life = new AbortController();
  readonly log: Entry[] = [];
  readonly warnings: Warning[] = [];
  readonly controls: FakeNode[] = [];
  readonly #acts: Act[] = [];
  #allowed: string | null = null;
  #unasked = 0;
  /** The line of an unasked action was written in this very moment. */
  #justUnasked = false;
  #posts = 0;
  #rules: "none" | "ready" | "failed" = "none";
  paused = false;
  recordable = true;
  learning: Learning = "at once";
  needsLearning = false;
  readonly #known = new Map<string, boolean>();
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
    this.doc.body.addEventListener("click", (event) => this.#siteHears(event));
    this.doc.body.addEventListener("keydown", (event) => {
      /* As sites do: a div with role=button reacts to the key itself. */
      if (event.key === "Enter" && event.target?.localName === "div") this.#siteHears(event);
    });
    this.#session = startSession(this.doc as unknown as Document, this.#world(), this.life.signal);
  }

  #site(): Site {
    const surfaceOf = (control: Element): Surface => {
      const text = control.getAttribute("data-post") ?? "clear ?";
      return { site: "facebook", kind: "post", author: { handle: text.replace(" ", "_") }, text };
    };
    const controlAt = (target: Element) => target.closest("[data-post]");
    return {
      id: "facebook",
      press(target): Intent | null {
        const control = controlAt(target);
        return control && { action: "like", control, anchor: control, surfaces: [surfaceOf(control)] };
      },
      key: () => null,
      remember: () => {},
      posts: () => [...this.controls] as unknown as Element[],
      readPost: surfaceOf,
      page: () => null,
      heading: () => null,
      actionBar: (post) => post,
      pickerOpen: () => false,
      again: (intent) =>
        (this.controls.find((c) => c.getAttribute("data-post") === intent.surfaces[0]!.text) ??
          null) as never,
    };
  }

  #world(): World {
    return {
      site: this.#site(),
      ui: this.#ui(),
      paused: () => (this.paused ? "timed" : null),
      silenced: (key) => this.#known.get(key) ?? (this.needsLearning ? undefined : false),
      learn: async (keys) => {
        if (this.learning === "fails") throw new Error("storage is gone");
        if (this.learning === "never") return new Promise(() => {});
        for (const key of keys) if (!this.#known.has(key)) this.#known.set(key, false);
      },
      silence: (key) => void this.#known.set(key, true),
      canRecord: () => this.recordable,
      log: (entry) => {
        this.log.push(entry);
        this.#justUnasked = entry.choice === "unchecked";
        queueMicrotask(() => {
          this.#justUnasked = false;
        });
      },
      report: () => {},
      faults: () => [],
      today: () => "2026-11-22",
      newId: () => `hold-${++this.#id}`,
    };
  }

  #ui(): GuardUi {
    return {
      question: (root, warning) => {
        this.warnings.push(warning);
        const from = this.#acts.findLast((a) => a.content === warning.excerpt && !a.hold && !a.performed);
        if (from) Object.assign(from, { hold: warning.hold, waiting: false });
        else this.#broken ??= new Error(`asked: about nothing the user did, ${warning.excerpt}`);
        if (warning.canRecord !== this.recordable)
          this.#broken ??= new Error("asked: the question hides that it cannot record");
        const dialog = this.doc.createElement("dialog");
        dialog.box = { left: 300, top: 200, width: 400, height: 300 };
        ["cancel", "continue", "not-campaign"].forEach((answer, at) => {
          const button = this.doc.createElement("button");
          button.setAttribute("data-answer", answer);
          button.box = { left: 320 + at * 120, top: 420, width: 100, height: 40 };
          dialog.append(button);
        });
        const shadow = root as unknown as FakeNode;
        this.#host = shadow.host;
        shadow.append(dialog);
        return { element: dialog as never, arm: () => {}, unmount: () => dialog.remove() };
      },
      mark: () => () => {},
      strip: () => () => {},
    };
  }

  /** Thrown inside of the guard's own calls an error may be swallowed: it is kept and thrown by the harness. */
  #broken: Error | null = null;
  #siteHears(event: FakeEvent): void {
    try {
      this.#judge(event);
    } catch (error) {
      this.#broken ??= error as Error;
    }
  }
  /** Lets everything happen that is due, then throws what was found broken. */
  async settle(): Promise<void> {
    await this.clock.flush();
    if (this.#broken) throw this.#broken;
  }

  #judge(event: FakeEvent): void {
    const control = event.target?.closest("[data-post]");
    if (!control || event.byPage) return;
    const content = control.getAttribute("data-post")!;
    if (event.isTrusted) {
      const act = this.#acts.at(-1)!;
      act.performed++;
      if (this.#rules === "failed" && !this.life.signal.aborted) this.#unasked++;
      return;
    }
    /* Not the page, not the user: the guard let something through. */
    const late = (a: Act) => this.clock.now - a.at >= WAIT_MS;
    const mayPass = (a: Act) => this.#passes(a.content);
    const mine = this.#acts.filter((a) => a.content === content);
    const act =
      mine.find((a) => a.hold !== null && a.hold === this.#allowed) ??
      mine.find((a) => a.waiting && !a.performed && late(a)) ??
      mine.findLast((a) => a.waiting && !a.performed);
    if (!act)
      throw new Error(
        mine.some((a) => a.hold !== null && !a.performed)
          ? "confirmation: a held action happened without a trusted confirmation"
          : this.#allowed
            ? "target: the confirmed action happened to something else"
            : "confirmation: an action happened that nobody confirmed",
      );
    act.performed++;
    if (act.performed > 1) throw new Error("twice: an action happened a second time");
    if (act.hold) return;
    act.waiting = false;
    const looksUp = this.needsLearning && !act.content.startsWith("clear") && !this.paused;
    const mayBeUnasked = late(act) || this.#rules !== "ready" || (looksUp && this.learning === "fails");
    const unasked = this.#justUnasked;
    /* Where more than one act is about it cannot be told which of them waited. */
    if (late(act) && !unasked && this.#acts.length === 1)
      throw new Error("line: an action happened unasked without a line");
    if (unasked && !mayBeUnasked) throw new Error("wait: an action happened unasked without need");
    if (unasked) this.#unasked++;
    if (!unasked && !mayPass(act))
      throw new Error("confirmation: an action that should be asked about happened after waiting");
    if (this.#rules === "none" && !late(act)) throw new Error("wait: it did not wait for the rules");
  }

  #keyOf = (content: string) => `account:facebook:handle:${content.replace(" ", "_")}`;
  #passes = (content: string) =>
    !content.startsWith("warn") || this.paused || this.#known.get(this.#keyOf(content)) === true;

  #inDialog(): boolean {
    return this.#host !== null && this.doc.top.length > 0;
  }
  get asking(): boolean {
    return this.warnings.some((w) => !this.log.some((line) => line.hold === w.hold));
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
    this.#rules = what;
    this.#session.use(what === "ready" ? RULES : "failed");
  }
  refresh(): void {
    this.#session.refresh();
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
    const behind = this.#inDialog() && !this.life.signal.aborted;
    const content = control.getAttribute("data-post")!;
    const asking = this.asking;
    const waiting = this.#acts.some((a) => a.waiting && !a.performed);
    /* A second press of a control that waits already is the same act. */
    const merged = this.#acts.some(
      (a) =>
        a.waiting &&
        !a.performed &&
        a.control === control &&
        a.content === content &&
        this.clock.now - a.at < WAIT_MS,
    );
    const act: Act = { content, control, at: this.clock.now, hold: null, waiting: false, performed: 0 };
    this.#acts.push(act);
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
    const ready = this.#rules === "ready" && !asking && !behind && !aborted;
    if (ready && !this.needsLearning) {
      if (this.#passes(content) && act.performed !== 1 && !waiting)
        throw new Error("delay: an action with nothing to say about did not pass at once");
      if (content.startsWith("warn") && !this.#passes(content) && act.performed)
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
    const open = this.warnings.find((w) => !this.log.some((line) => line.hold === w.hold));
    const dialog = this.doc.top.at(-1);
    const button = dialog?.querySelector(`[data-answer="${answer}"]`);
    if (!this.#host) return;
    const box = button?.box ?? { left: 320, top: 420, width: 100, height: 40 };
    const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
    const hit = this.doc.elementFromPoint(at.clientX, at.clientY);
    const seen = hit === this.#host && this.clock.now - (this.doc.shows.at(-1) ?? 0) >= SEEN_MS;
    if (trusted && button && seen && answer !== "cancel") this.#allowed = open?.hold ?? null;
    if (by === "mouse") {
      const target = hit ?? this.doc.documentElement;
      for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
        target.dispatchEvent(new FakeEvent(type, { isTrusted: trusted, byPage: !trusted, ...at, detail: 1 }));
    } else {
      if (trusted) button?.focus();
      for (const type of ["keydown", "click", "keyup"])
        this.#host.dispatchEvent(
          new FakeEvent(type, {
            isTrusted: trusted,
            byPage: !trusted,
            key: "Enter",
            code: "Enter",
            detail: 0,
          }),
        );
    }
    await this.clock.flush();
    this.#allowed = null;
  }

  async key(key: string, trusted: boolean): Promise<void> {
    const on = this.#inDialog() && this.#host ? this.#host : this.doc.body;
    on.dispatchEvent(new FakeEvent("keydown", { isTrusted: trusted, byPage: !trusted, key, code: key }));
    on.dispatchEvent(new FakeEvent("keyup", { isTrusted: trusted, byPage: !trusted, key, code: key }));
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
    const lines = new Map<string, number>();
    for (const line of this.log) lines.set(line.hold, (lines.get(line.hold) ?? 0) + 1);
    const holds = new Set(this.warnings.map((w) => w.hold));
    for (const hold of holds)
      if (lines.get(hold) !== 1) throw new Error(`line: ${lines.get(hold) ?? 0} lines for one hold`);
    for (const line of this.log)
      if (line.choice !== "unchecked" && !holds.has(line.hold)) throw new Error("line: a line for no hold");
    const unchecked = this.log.filter((line) => line.choice === "unchecked").length;
    /* An action that waited while the site wrote another post into its element has its line and does not happen. */
    const gone = this.#acts.filter((a) => a.waiting && !a.performed).length;
    if (unchecked < this.#unasked || unchecked > this.#unasked + gone)
      throw new Error(`line: ${unchecked} lines for ${this.#unasked} actions that happened unasked`);
    const { doc } = this;
    const own = doc.body.listening.length;
    const left =
      doc.listening.length + doc.defaultView.listening.length + doc.documentElement.listening.length;
    if (left) throw new Error(`release: ${left} listeners are left`);
    if (own !== 2) throw new Error("release: the page's own listeners were touched");
    if (doc.observers.size) throw new Error(`release: ${doc.observers.size} observers are left`);
    if (this.clock.timers.length) throw new Error(`release: ${this.clock.timers.length} timers are left`);
    const strange = doc.documentElement.kids.filter((k) => k !== doc.body);
    if (strange.length || doc.top.length) throw new Error("release: a node is left in the page");
    if (doc.documentElement.attributes.size || doc.body.attributes.size)
      throw new Error("release: the page's nodes were changed");
    for (const at of doc.shows) {
      const within = doc.shows.filter((t) => t >= at && t < at + 5_000).length;
      if (within > 6 * Math.max(1, this.warnings.length))
        throw new Error(`remounts: shown ${within} times in five seconds`);
    }
  }
}
