/**
 * One page with three like buttons, a session of the guard on it, the acts of user, page and site, and an oracle beside
 * it (oracle.ts) that knows what each act may lead to.
 */
import type { Warning } from "../../../src/domain/warning.ts";
import type { Session } from "./guard.ts";
import { startIn } from "./guard.ts";
import { type InputDevice, madeByScript } from "./hands.ts";
import { type Act, type Learning, Oracle, WAIT_MS } from "./oracle.ts";
import { placeAt, type TestPage } from "./page.ts";
import { drawQuestion, type Kind, RULES, siteOf } from "./site.ts";
import { middleOf } from "./user.ts";

/** How long the dialog must have been seen: a promise, not a setting. */
const SEEN_MS = 300;
/** The page's own listeners. */
const PAGE_LISTENERS = 2;
type InputBy = "mouse" | "key";
type Answer = "cancel" | "continue" | "not-campaign";

export class Harness {
  readonly page: TestPage;
  readonly doc: Document;
  readonly life = new AbortController();
  readonly controls: HTMLElement[] = [];
  /** What the site was to remember: pressed, hovered, focused. */
  readonly remembered: string[] = [];
  readonly oracle: Oracle;
  #posts = 0;
  readonly #hands: InputDevice;
  readonly #session: Session;
  /** The page's own listeners end with the run. */
  readonly #own = new AbortController();
  #root: ShadowRoot | null = null;
  #dialog: HTMLDialogElement | null = null;
  #cover: HTMLElement | null = null;
  /** How often the question had been shown when something came above it. */
  #coveredAt = -1;

  /** @param page empty, or left by a run that kept every promise. */
  constructor(page: TestPage, hands: InputDevice) {
    this.page = page;
    this.doc = page.doc;
    this.#hands = hands;
    this.oracle = new Oracle(() => page.now, this.life.signal);
    page.shows.length = 0;
    this.doc.body.replaceChildren();
    for (const name of ["div", "button", "div"]) {
      const control = page.add(name, [10, 70 + 60 * this.controls.length, 80, 40]);
      control.setAttribute("role", "button");
      control.tabIndex = 0;
      this.controls.push(control);
      this.fill(this.controls.length - 1, "clear");
    }
    this.#listen();
    this.#session = this.#start();
  }

  get log() {
    return this.oracle.log;
  }
  get warnings() {
    return this.oracle.warnings;
  }

  #listen(): void {
    const { oracle, doc } = this;
    const { signal } = this.#own;
    doc.body.addEventListener("click", (event) => oracle.siteHears(event), { signal });
    const onKey = (event: KeyboardEvent): void => {
      /* As sites do: a div with role=button reacts to the key itself. */
      if (event.key === "Enter" && (event.target as Element).localName === "div") oracle.siteHears(event);
    };
    doc.body.addEventListener("keydown", onKey, { signal });
  }

  #start(): Session {
    const { oracle } = this;
    const site = siteOf(this.controls, (how) => this.remembered.push(how));
    const question = (root: ShadowRoot, warning: Warning) => {
      oracle.questionOpened(warning);
      this.#root = root;
      const drawn = drawQuestion(root);
      this.#dialog = drawn.element;
      return drawn;
    };
    return startIn(this.page, site, this.life.signal, {
      ui: { question },
      paused: () => (oracle.paused ? "timed" : null),
      isSilenced: (key) => oracle.silencedKeys.get(key) ?? (oracle.needsLearning ? undefined : false),
      lookUp: async (keys) => {
        if (oracle.learning === "fails") throw new Error("storage is gone");
        if (oracle.learning === "never") return new Promise(() => {});
        for (const key of keys) if (!oracle.silencedKeys.has(key)) oracle.silencedKeys.set(key, false);
      },
      silence: (key) => void oracle.silencedKeys.set(key, true),
      canRecord: () => oracle.recordable,
      record: ({ entry, about }) => {
        if (entry.choice === "not-campaign") oracle.silencedKeys.set(about!.subject, true);
        oracle.journalWritten(entry);
      },
    });
  }

  /** Lets everything happen that is due, then throws what was found broken. */
  async settle(): Promise<void> {
    await this.page.settle();
    if (this.oracle.broken) throw this.oracle.broken;
  }

  /** Is a question open, above the page? */
  get isOpen(): boolean {
    return this.#dialog?.isConnected === true && this.#dialog.matches(":modal");
  }
  get host(): HTMLElement | null {
    return (this.#root?.host as HTMLElement | undefined) ?? null;
  }
  /** What the page's own scripts can see of where a press goes. */
  #deepest(x: number, y: number): Element | null {
    const outer = this.doc.elementFromPoint(x, y);
    return outer && outer === this.host ? (this.#root!.elementFromPoint(x, y) ?? outer) : outer;
  }

  /** The site writes another post into the same element, as endless lists do. */
  fill(index: number, kind: Kind): void {
    const control = this.controls[index]!;
    control.setAttribute("data-post", `${kind} ${++this.#posts}`);
    control.textContent = String(this.#posts);
  }
  /** The site makes the element anew; it says the same. */
  redraw(index: number): void {
    const old = this.controls[index]!;
    const fresh = old.cloneNode(true) as HTMLElement;
    this.controls[index] = fresh;
    old.remove();
    this.doc.body.append(fresh);
  }
  /** The page writes itself anew: that takes every listener off window and document. */
  reopen(): void {
    const { doc } = this;
    doc.open();
    this.#cover = null;
    this.page.ledger.forgetAll();
    doc.write('<!doctype html><html><head></head><body style="margin: 0px;"></body></html>');
    doc.close();
    doc.body.append(...this.controls);
    this.#listen();
  }
  rules(what: "ready" | "failed"): void {
    this.oracle.rulesState = what;
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

  /** The page makes an event of its own. */
  forge(target: EventTarget, type: string, init: MouseEventInit & KeyboardEventInit = {}): Event {
    const made = madeByScript(this.page.view, type, init);
    this.oracle.byPage.add(made);
    target.dispatchEvent(made);
    return made;
  }
  async forgePress(index: number): Promise<void> {
    const control = this.controls[index]!;
    this.forge(control, "pointerdown");
    this.forge(control, "click", { detail: 1 });
    this.forge(control, "keydown", { key: "Enter", code: "Enter" });
    await this.page.settle();
  }
  async forgeAnswer(answer: Answer, by: InputBy): Promise<void> {
    if (!this.host) return;
    const button = this.#dialog?.querySelector(`[data-answer="${answer}"]`);
    const { x, y } = button?.isConnected ? middleOf(button) : { x: 370, y: 440 };
    const at = { clientX: x, clientY: y };
    if (by === "mouse")
      for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
        this.forge(this.host, type, { ...at, detail: 1 });
    else
      for (const type of ["keydown", "click", "keyup"])
        this.forge(this.host, type, { key: "Enter", code: "Enter", detail: 0 });
    await this.page.settle();
  }

  /** The user presses a control, or what is in front of it. */
  async press(index: number, by: InputBy): Promise<void> {
    const control = this.controls[index]!;
    const { oracle } = this;
    const aborted = this.life.signal.aborted;
    const behind = this.isOpen && !aborted;
    const content = control.getAttribute("data-post")!;
    /* What lies over the page gets the press of a mouse; over a question it lets it through. */
    if (by === "mouse" && this.#cover && !this.isOpen)
      return this.#hands.click(middleOf(control), (x, y) => this.#deepest(x, y));
    const asking = oracle.open !== undefined;
    const isWaiting = (a: Act) => a.waiting && !a.performed;
    const wasWaiting = oracle.acts.some(isWaiting);
    const now = this.page.now;
    /* A second press of a control that waits already is the same act. */
    const merged = oracle.acts.some(
      (a) => isWaiting(a) && a.control === control && a.content === content && now - a.at < WAIT_MS,
    );
    const waiting = !behind && !asking && !aborted && !merged;
    const act: Act = { content, control, at: now, hold: null, waiting, performed: 0 };
    oracle.acts.push(act);
    if (by === "mouse") await this.#hands.click(middleOf(control), (x, y) => this.#deepest(x, y));
    else {
      if (!behind) control.focus();
      /* Behind a question a key is for its button that has the focus. */ else this.#allow(this.#focused());
      await this.#hands.key("Enter", this.#focused);
    }
    oracle.allowed = null;
    const ready = oracle.rulesState === "ready" && !asking && !behind && !aborted;
    if (ready && !oracle.needsLearning) {
      if (oracle.passes(content) && act.performed !== 1 && !wasWaiting)
        throw new Error("delay: an action with nothing to say about did not pass at once");
      if (content.startsWith("warn") && !oracle.passes(content) && act.performed)
        throw new Error("slip: an action that should be asked about was heard by the site");
    }
    if (aborted && act.performed !== 1 && !behind) throw new Error("teardown: the page is still held up");
    await this.page.settle();
  }
  /** What a key is for. */
  #focused = (): Element => {
    const { activeElement, body } = this.doc;
    return (activeElement === this.host ? this.#root?.activeElement : activeElement) ?? body;
  };

  /** From now on a confirmation counts, where the user can see this button for long enough. */
  #allow(button: Element): void {
    const answer = button.getAttribute("data-answer");
    const { x, y } = middleOf(button);
    const onTop = this.doc.elementFromPoint(x, y) === this.host && !this.#isCovered();
    const seen = onTop && this.page.now - (this.page.shows.at(-1) ?? 0) >= SEEN_MS;
    if (answer && answer !== "cancel" && seen) this.oracle.allowed = this.oracle.open?.hold ?? null;
  }

  /** Answers the question by pointer or key; counts as a confirmation only where a user could have meant it. */
  async answer(answer: Answer, by: InputBy): Promise<void> {
    if (!this.host) return;
    const button = this.isOpen
      ? this.#dialog!.querySelector<HTMLElement>(`[data-answer="${answer}"]`)!
      : null;
    const at = button ? middleOf(button) : { x: 370, y: 440 };
    if (button) this.#allow(button);
    if (by === "mouse") await this.#hands.click(at, (x, y) => this.#deepest(x, y));
    else {
      if (button) button.focus();
      else (this.doc.activeElement as HTMLElement | null)?.blur();
      await this.#hands.key("Enter", this.#focused);
    }
    await this.page.settle();
    this.oracle.allowed = null;
  }

  /** A key for whatever has the focus; none that would press a control. */
  async key(key: string): Promise<void> {
    await this.#hands.key(key, this.#focused);
    await this.page.settle();
  }
  async forgeKey(key: string): Promise<void> {
    const on = this.isOpen && this.host ? this.host : this.doc.body;
    for (const type of ["keydown", "keyup"]) this.forge(on, type, { key, code: key });
    await this.page.settle();
  }

  removeHost(): void {
    this.host?.remove();
  }
  /** The page puts something above everything. Beside a modal dialog it is inert: no hit test finds it. */
  cover(on: boolean): void {
    this.#cover?.remove();
    this.#cover = null;
    if (!on) return;
    this.#cover = this.page.add("section");
    placeAt(this.#cover, [0, 0, 1000, 800]);
    this.#cover.popover = "manual";
    this.#cover.showPopover();
    this.#coveredAt = this.page.shows.length;
  }
  #isCovered = (): boolean => this.#cover?.isConnected === true && this.#coveredAt === this.page.shows.length;
  hide(on: boolean): void {
    Object.defineProperty(this.doc, "hidden", { value: on, configurable: true });
    this.doc.dispatchEvent(new this.page.view.Event("visibilitychange"));
  }

  /** After teardown and two more seconds: what must be true of the whole run. */
  async finish(): Promise<void> {
    this.life.abort();
    await this.page.pass(2_000);
    await this.settle();
    this.cover(false);
    this.hide(false);
    this.oracle.checkLines();
    this.oracle.checkReleased(this.page, PAGE_LISTENERS);
    this.#own.abort();
  }
}
