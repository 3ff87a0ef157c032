/**
 * One page with three like buttons and a session of the guard, the steps of user, page and site, and an oracle
 * (oracle.ts) that knows what each step may lead to.
 */
import type { Warning } from "../../../src/domain/warning.ts";
import type { Session } from "./guard.ts";
import { startIn } from "./guard.ts";
import { type InputDevice, madeByScript } from "./input-devices.ts";
import { type Act, type Learning, Oracle, WAIT_MS } from "./oracle.ts";
import { placeAt, type TestPage } from "./page.ts";
import { drawQuestion, type Kind, RULES, siteOf } from "./site.ts";
import { middleOf } from "./user.ts";

/** How long the dialog must be visible before an answer counts: a promise, so not read from the code. */
const SEEN_MS = 300;
/** How many listeners the page itself has. */
const PAGE_LISTENERS = 2;
type InputBy = "mouse" | "key";
type Answer = "cancel" | "continue" | "not-campaign";

export class Harness {
  readonly page: TestPage;
  readonly doc: Document;
  readonly life = new AbortController();
  readonly controls: HTMLElement[] = [];
  /** The calls of `site.remember`: press, hover, focus. */
  readonly remembered: string[] = [];
  readonly oracle: Oracle;
  #posts = 0;
  readonly #hands: InputDevice;
  readonly #session: Session;
  /** Ends the page's own listeners with the run. */
  readonly #own = new AbortController();
  #root: ShadowRoot | null = null;
  #dialog: HTMLDialogElement | null = null;
  #cover: HTMLElement | null = null;
  /** How often the question had been shown when the page covered it. */
  #coveredAt = -1;

  /** @param page a new page, or one left by a run that kept every promise. */
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
      /* A div with role=button reacts to the key itself, as on real sites. */
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

  /** Runs everything that is due, then throws the first broken promise. */
  async settle(): Promise<void> {
    await this.page.settle();
    if (this.oracle.broken) throw this.oracle.broken;
  }

  /** True while a question is open above the page. */
  get isOpen(): boolean {
    return this.#dialog?.isConnected === true && this.#dialog.matches(":modal");
  }
  get host(): HTMLElement | null {
    return (this.#root?.host as HTMLElement | undefined) ?? null;
  }
  /** The element that a press at this point hits, also inside the guard's root. */
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
  /** The site redraws the element with the same content. */
  redraw(index: number): void {
    const old = this.controls[index]!;
    const fresh = old.cloneNode(true) as HTMLElement;
    this.controls[index] = fresh;
    old.remove();
    this.doc.body.append(fresh);
  }
  /** The page calls document.open(), which removes every listener of window and document. */
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

  /** The page dispatches an event of its own. */
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

  /** The user presses a control, or whatever covers it. */
  async press(index: number, by: InputBy): Promise<void> {
    const control = this.controls[index]!;
    const { oracle } = this;
    const aborted = this.life.signal.aborted;
    const behind = this.isOpen && !aborted;
    const content = control.getAttribute("data-post")!;
    /* A cover gets the mouse press instead of the page; above a question it lets the press through. */
    if (by === "mouse" && this.#cover && !this.isOpen)
      return this.#hands.click(middleOf(control), (x, y) => this.#deepest(x, y));
    const asking = oracle.open !== undefined;
    const isWaiting = (a: Act) => a.waiting && !a.performed;
    const wasWaiting = oracle.acts.some(isWaiting);
    const now = this.page.now;
    /* A second press of a control whose action waits is the same action. */
    const merged = oracle.acts.some(
      (a) => isWaiting(a) && a.control === control && a.content === content && now - a.at < WAIT_MS,
    );
    const waiting = !behind && !asking && !aborted && !merged;
    const act: Act = { content, control, at: now, hold: null, waiting, performed: 0 };
    oracle.acts.push(act);
    if (by === "mouse") await this.#hands.click(middleOf(control), (x, y) => this.#deepest(x, y));
    else {
      if (!behind) control.focus();
      /* While a question is open, a key goes to its focused button. */ else this.#allow(this.#focused());
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
  /** The element that gets a key. */
  #focused = (): Element => {
    const { activeElement, body } = this.doc;
    return (activeElement === this.host ? this.#root?.activeElement : activeElement) ?? body;
  };

  /** Allows a confirmation if the user could see this button for long enough. */
  #allow(button: Element): void {
    const answer = button.getAttribute("data-answer");
    const { x, y } = middleOf(button);
    const onTop = this.doc.elementFromPoint(x, y) === this.host && !this.#isCovered();
    const seen = onTop && this.page.now - (this.page.shows.at(-1) ?? 0) >= SEEN_MS;
    if (answer && answer !== "cancel" && seen) this.oracle.allowed = this.oracle.open?.holdId ?? null;
  }

  /** Answers the question by pointer or key; confirms only if a user could have meant it. */
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

  /** Presses a key on the focused element; not one that would press a control. */
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
  /** The page covers everything with a popover. It is inert beside a modal dialog: no hit test finds it. */
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

  /** Ends the guard, lets two seconds pass and checks the whole run. */
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
