/**
 * A test's own page: a frame with an address, a clock that advances only on command, and a ledger of its listeners. Its
 * user is the browser's driver, so the guard gets trusted events (`user.ts`).
 */
import FakeTimers, { type Clock } from "@sinonjs/fake-timers";
import { vi } from "vitest";
import { type Ledger, startLedger } from "./ledger.ts";

type View = Window & typeof globalThis;

/** Left, top, width and height in CSS px. */
export type Box = readonly [left: number, top: number, width: number, height: number];

const FAKED = [
  "setTimeout",
  "clearTimeout",
  "setInterval",
  "clearInterval",
  "requestAnimationFrame",
  "cancelAnimationFrame",
  "requestIdleCallback",
  "cancelIdleCallback",
  "performance",
] as const;

const open = new Set<TestPage>();
/** Runs at the end of each test (`after-each.ts`). */
export function closePages(): void {
  for (const page of open) page.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
}

/** Opens a new page, whose clock replaces the browser's until the test is over. */
export async function openPage(): Promise<TestPage> {
  const frame = document.createElement("iframe");
  frame.style.cssText = "position:fixed;inset:0;width:1000px;height:800px;border:0;background:#fff";
  frame.src = "/page/home";
  frame.allow = "fullscreen";
  const loaded = new Promise((done) => {
    frame.onload = done;
  });
  document.body.append(frame);
  await loaded;
  const page = new TestPage(frame);
  open.add(page);
  return page;
}

export class TestPage {
  readonly frame: HTMLIFrameElement;
  readonly view: View;
  readonly doc: Document;
  readonly ledger: Ledger;
  readonly #clock: Clock;
  readonly #life = new AbortController();
  /** Time that simulated work took, in ms. */
  #spent = 0;
  /** The times at which a modal dialog was shown. */
  readonly shows: number[] = [];

  constructor(frame: HTMLIFrameElement) {
    this.frame = frame;
    this.view = frame.contentWindow as View;
    this.doc = frame.contentDocument!;
    this.doc.body.style.margin = "0";
    this.ledger = startLedger(this.view);
    const config = { now: 0, toFake: [...FAKED] };
    this.#clock = FakeTimers.withGlobal(this.view).install(config as never) as Clock;
    this.#clock.tick(1_000);
    this.#setClocks();
    const { shows, view } = this;
    const { showModal } = view.HTMLDialogElement.prototype;
    view.HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
      showModal.call(this);
      shows.push(now());
    };
    const now = () => this.now;
  }

  /** Makes events and the guard's modules use the page's clock. */
  #setClocks(): void {
    const now = () => this.now;
    vi.spyOn(performance, "now").mockImplementation(now);
    Object.defineProperty(this.view.Event.prototype, "timeStamp", { get: now, configurable: true });
  }

  get now(): number {
    return this.#clock.now + this.#spent;
  }
  /** The number of pending timers. */
  get timers(): number {
    return this.#clock.countTimers();
  }
  /** Simulates work that takes this long, in ms. */
  spend(ms: number): void {
    this.#spent += ms;
  }
  /** A page that is busy for this long: each timer that falls due meanwhile runs once, after it, and nothing else does. */
  block(ms: number): void {
    (this.#clock as unknown as { jump(ms: number): number }).jump(ms);
  }
  /** ms until the next timer. */
  get dueIn(): number {
    const { timers, now } = this.#clock as unknown as {
      timers?: Map<number, { callAt: number }>;
      now: number;
    };
    return Math.min(...[...(timers?.values() ?? [])].map(({ callAt }) => callAt)) - now;
  }
  /** Runs the next timer only. @returns how long its work took, in ms */
  next(): number {
    const before = this.#spent;
    this.#clock.next();
    return this.#spent - before;
  }
  /** Runs what is due without time passing: tasks of the browser, observers, promises. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) await task();
  }
  /** Lets time pass, one timer after another. */
  async pass(ms: number): Promise<void> {
    const until = this.#clock.now + ms;
    for (;;) {
      await this.settle();
      const due = this.dueIn;
      if (this.#clock.now + due > until) break;
      this.#clock.tick(Math.max(0, due));
    }
    this.#clock.tick(until - this.#clock.now);
    await this.settle();
  }

  /** Adds an element to the page at this place. */
  add<K extends keyof HTMLElementTagNameMap>(name: K, box?: Box, into?: Node): HTMLElementTagNameMap[K];
  add(name: string, box?: Box, into?: Node): HTMLElement;
  add(name: string, box?: Box, into: Node = this.doc.body): HTMLElement {
    const made = this.doc.createElement(name);
    if (box) placeAt(made, box);
    into.appendChild(made);
    return made;
  }

  /** Aborts with the page. */
  get ended(): AbortSignal {
    return this.#life.signal;
  }
  close(): void {
    open.delete(this);
    this.#life.abort();
    this.frame.remove();
  }
}

export function placeAt(element: HTMLElement, [left, top, width, height]: Box): void {
  element.style.cssText = `position:absolute;margin:0;padding:0;border:0;left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
}

const { port1, port2 } = new MessageChannel();
const tasks: (() => void)[] = [];
port1.onmessage = () => tasks.shift()?.();
/** One turn of the event loop, independent of clocks. */
const task = (): Promise<void> =>
  new Promise((done) => {
    tasks.push(done);
    port2.postMessage(0);
  });
