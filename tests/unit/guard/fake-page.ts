/**
 * A page without a browser: events that capture and bubble, a clock that stands, layout by boxes, a top layer. Only
 * what the guard touches, so that 100,000 runs are cheap; what a browser really does is tested in tests/browser.
 * Counts what is alive: listeners, observers, timers.
 */

import { Clock, EventSource, FakeEvent } from "./fake-events.ts";

const SIMPLE = /^([a-z]*)((?:\[[a-z-]+(?:="?[^"\]]*"?)?\])*)$/;

export class FakeNode extends EventSource {
  readonly nodeType = 1;
  readonly localName: string;
  readonly ownerDocument: FakeDocument;
  parent: FakeNode | null = null;
  host: FakeNode | null = null;
  inner: FakeNode | null = null;
  kids: FakeNode[] = [];
  readonly attributes = new Map<string, string>();
  readonly style: Record<string, string> = {};
  textContent = "";
  className = "";
  open = false;
  /** Shown as a popover. Beside a modal dialog it is inert: no hit test finds it. */
  popped = false;
  isContentEditable = false;
  /** Where it lies, once the harness laid it out: left, top, width, height. */
  box = { left: 0, top: 0, width: 0, height: 0 };
  constructor(name: string, doc: FakeDocument) {
    super();
    this.localName = name;
    this.ownerDocument = doc;
  }
  get nodeName(): string {
    return this.localName.toUpperCase();
  }
  get parentElement(): FakeNode | null {
    return this.parent;
  }
  get parentNode(): FakeNode | null {
    return this.parent;
  }
  /** Closed to everybody. */
  readonly shadowRoot = null;
  attachShadow(): FakeNode {
    this.inner = new FakeNode("#shadow", this.ownerDocument);
    this.inner.host = this;
    return this.inner;
  }
  get isConnected(): boolean {
    const root = this.ownerDocument.documentElement;
    for (let at: FakeNode | null = this; at; at = at.parent ?? at.host) if (at === root) return true;
    return false;
  }
  /** Ends at a shadow root. */
  getRootNode(): FakeNode {
    let at: FakeNode = this;
    while (at.parent) at = at.parent;
    return at;
  }
  append(...nodes: (FakeNode | string)[]): void {
    for (const node of nodes) {
      if (typeof node === "string") continue;
      node.remove();
      node.parent = this;
      this.kids.push(node);
      this.ownerDocument.changed(this);
    }
  }
  appendChild(node: FakeNode): FakeNode {
    this.append(node);
    return node;
  }
  remove(): void {
    const { parent } = this;
    if (!parent) return;
    parent.kids = parent.kids.filter((k) => k !== this);
    this.parent = null;
    /* As browsers do: an open dialog leaves the top layer, its attribute stays. */
    this.ownerDocument.leaveTop(this);
    this.ownerDocument.changed(parent);
  }
  get children(): FakeNode[] {
    return this.kids;
  }
  contains(node: FakeNode | null): boolean {
    for (let at = node; at; at = at.parent) if (at === this) return true;
    return false;
  }
  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }
  getAttribute = (name: string): string | null => this.attributes.get(name) ?? null;
  hasAttribute = (name: string): boolean => this.attributes.has(name);
  matches(selector: string): boolean {
    return selector.split(",").some((part) => {
      if (part === "*") return true;
      if (part === ":popover-open") return this.popped;
      if (part === "dialog:modal") return this.ownerDocument.top.includes(this);
      const found = SIMPLE.exec(part.trim());
      if (!found) return false;
      if (found[1] && found[1] !== this.localName) return false;
      return [...found[2]!.matchAll(/\[([a-z-]+)(?:="?([^"\]]*)"?)?\]/g)].every(([, name, value]) =>
        value === undefined ? this.hasAttribute(name!) : this.getAttribute(name!) === value,
      );
    });
  }
  closest(selector: string): FakeNode | null {
    for (let at: FakeNode | null = this; at; at = at.parent) if (at.matches(selector)) return at;
    return null;
  }
  querySelectorAll(selector: string): FakeNode[] {
    return this.kids.flatMap((k) => [...(k.matches(selector) ? [k] : []), ...k.querySelectorAll(selector)]);
  }
  querySelector(selector: string): FakeNode | null {
    return this.querySelectorAll(selector)[0] ?? null;
  }
  get firstElementChild(): FakeNode | null {
    return this.kids[0] ?? null;
  }
  getBoundingClientRect() {
    const { left, top, width, height } = this.isConnected
      ? this.box
      : { left: 0, top: 0, width: 0, height: 0 };
    return { left, top, width, height, x: left, y: top, right: left + width, bottom: top + height };
  }
  focus(): void {
    if (this.isConnected) this.ownerDocument.focused = this;
  }
  showModal(): void {
    if (!this.isConnected || this.open) throw new Error("InvalidStateError");
    this.open = true;
    this.ownerDocument.top.push(this);
    this.ownerDocument.shows.push(this.ownerDocument.clock.now);
  }
  showPopover(): void {
    this.dispatchEvent(new FakeEvent("beforetoggle"));
    this.popped = true;
  }
  hidePopover(): void {
    this.dispatchEvent(new FakeEvent("beforetoggle"));
    this.popped = false;
  }
  close(): void {
    if (!this.open) return;
    this.open = false;
    this.ownerDocument.leaveTop(this);
    this.ownerDocument.clock.soon(() => this.hear(new FakeEvent("close"), false));
  }
  /** In a shadow root: what lies at a point, or has the focus, inside of it. */
  elementFromPoint(x: number, y: number): FakeNode | null {
    return this.ownerDocument.hit(x, y, this);
  }
  get activeElement(): FakeNode | null {
    const { focused } = this.ownerDocument;
    for (let at = focused; at; at = at.parent) if (at === this) return focused;
    return null;
  }
  dispatchEvent(event: FakeEvent): boolean {
    event.target = this;
    event.timeStamp = this.ownerDocument.clock.now;
    const path: EventSource[] = [];
    for (let at: FakeNode | null = this; at; at = at.parent) path.push(at);
    path.push(this.ownerDocument, this.ownerDocument.defaultView);
    event.path = path;
    for (const at of [...path].reverse()) at.hear(event, true);
    for (const at of path) at.hear(event, false);
    return !event.defaultPrevented;
  }
}

interface FakeRecord {
  target: FakeNode;
  /** The fake page's sites find posts by the whole page. */
  addedNodes: FakeNode[];
}

class FakeObserver {
  static live = new Set<FakeObserver>();
  readonly #told: (records: FakeRecord[]) => void;
  #records: FakeRecord[] = [];
  #doc: FakeDocument | null = null;
  constructor(told: (records: FakeRecord[]) => void) {
    this.#told = told;
  }
  observe(node: FakeNode | FakeDocument): void {
    this.#doc = node instanceof FakeDocument ? node : node.ownerDocument;
    this.#doc.observers.add(this);
  }
  disconnect(): void {
    this.#doc?.observers.delete(this);
    this.#records = [];
  }
  note(target: FakeNode): void {
    if (!this.#records.length)
      this.#doc?.clock.soon(() => {
        const records = this.#records;
        this.#records = [];
        if (records.length) this.#told(records);
      });
    this.#records.push({ target, addedNodes: [] });
  }
}

class FakeView extends EventSource {
  readonly MutationObserver = FakeObserver;
  readonly ResizeObserver: new (
    told: () => void,
  ) => object;
  readonly innerWidth = 1_000;
  readonly innerHeight = 800;
  readonly clock: Clock;
  constructor(clock: Clock) {
    super();
    this.clock = clock;
    /* Tells in the next frame. */
    this.ResizeObserver = class {
      told: () => void;
      waiting: number[] = [];
      constructor(told: () => void) {
        this.told = told;
      }
      observe(): void {
        this.waiting.push(clock.set(this.told, 16));
      }
      disconnect(): void {
        for (const id of this.waiting.splice(0)) clock.clear(id);
      }
    };
  }
  setTimeout = (run: () => void, ms: number) => this.clock.set(run, ms);
  clearTimeout = (id: number) => this.clock.clear(id);
  setInterval = (run: () => void, ms: number) => this.clock.set(run, ms, ms);
  clearInterval = (id: number) => this.clock.clear(id);
  requestAnimationFrame = (run: () => void) => this.clock.set(run, 16);
  cancelAnimationFrame = (id: number) => this.clock.clear(id);
  getComputedStyle = () => ({ display: "block", visibility: "visible", opacity: "1" });
  matchMedia = () => ({ matches: false });
}

export class FakeDocument extends EventSource {
  readonly clock = new Clock();
  readonly defaultView = new FakeView(this.clock);
  readonly observers = new Set<FakeObserver>();
  readonly documentElement: FakeNode = new FakeNode("html", this);
  readonly body: FakeNode = new FakeNode("body", this);
  readonly nodeType = 9;
  readonly location = { pathname: "/" };
  hidden = false;
  visibilityState = "visible";
  focused: FakeNode | null = null;
  /** Open modal dialogs, topmost last. */
  top: FakeNode[] = [];
  /** When a modal was shown, one time each. */
  readonly shows: number[] = [];
  /** Something of the page's that lies over everything, without being modal. */
  cover: FakeNode | null = null;
  constructor() {
    super();
    this.documentElement.append(this.body);
  }
  createElement = (name: string): FakeNode => new FakeNode(name, this);
  querySelectorAll = (selector: string): FakeNode[] => this.documentElement.querySelectorAll(selector);
  querySelector = (selector: string): FakeNode | null => this.documentElement.querySelector(selector);
  hasFocus = () => true;
  get activeElement(): FakeNode | null {
    return this.focused;
  }
  changed(target: FakeNode): void {
    for (const observer of this.observers) observer.note(target);
  }
  leaveTop(node: FakeNode): void {
    this.top = this.top.filter((d) => d !== node && !node.contains(d) && !node.inner?.contains(d));
  }
  /** The innermost node at a point, as seen from the document or from inside a shadow root. */
  hit(x: number, y: number, within: FakeNode | null): FakeNode | null {
    if (this.cover?.isConnected) return within ? null : this.cover;
    const inside = (n: FakeNode): boolean =>
      x >= n.box.left && x <= n.box.left + n.box.width && y >= n.box.top && y <= n.box.top + n.box.height;
    const deepest = (n: FakeNode): FakeNode | null => {
      for (const kid of [...n.kids].reverse()) {
        const found = deepest(kid);
        if (found) return found;
      }
      return inside(n) && n.box.width > 0 ? n : null;
    };
    const dialog = this.top.at(-1);
    if (dialog?.isConnected) {
      const found = deepest(dialog) ?? dialog;
      let root: FakeNode | null = dialog;
      while (root && !root.host) root = root.parent;
      return within ? (within === root ? found : null) : (root?.host ?? found);
    }
    return within ? null : (deepest(this.body) ?? this.documentElement);
  }
  elementFromPoint = (x: number, y: number): FakeNode | null => this.hit(x, y, null);
  /** What `document.open()` does to listeners. */
  reopened(): void {
    this.listening = [];
    this.defaultView.listening = [];
    this.changed(this.documentElement);
  }
}
