/** Events and time of the stand-in page: they happen only when told. */

type Handler = (event: FakeEvent) => void;
interface Listening {
  type: string;
  handler: Handler;
  capture: boolean;
}
interface Options {
  capture?: boolean;
  signal?: AbortSignal;
}

export class FakeEvent {
  readonly type: string;
  isTrusted = false;
  target: EventSource | null = null;
  defaultPrevented = false;
  cancelable = true;
  timeStamp = 0;
  detail = 0;
  clientX = 0;
  clientY = 0;
  button = 0;
  /** Only on keys: the guard tells by it what an event is. */
  declare key?: string;
  code = "";
  keyCode = 0;
  repeat = false;
  isComposing = false;
  ctrlKey = false;
  metaKey = false;
  shiftKey = false;
  altKey = false;
  stopped = false;
  /** The harness made it in the page's name. */
  byPage = false;
  path: EventSource[] = [];
  constructor(type: string, init: object = {}) {
    this.type = type;
    Object.assign(this, init);
  }
  composedPath(): unknown[] {
    return this.path;
  }
  preventDefault(): void {
    this.defaultPrevented = true;
  }
  stopImmediatePropagation(): void {
    this.stopped = true;
  }
  stopPropagation(): void {
    this.stopped = true;
  }
}

export class EventSource {
  listening: Listening[] = [];
  addEventListener(type: string, handler: Handler, options?: boolean | Options): void {
    const { capture = false, signal } = typeof options === "object" ? options : { capture: options };
    if (signal?.aborted) return;
    if (this.listening.some((l) => l.type === type && l.handler === handler && l.capture === capture)) return;
    this.listening.push({ type, handler, capture });
    signal?.addEventListener("abort", () => this.removeEventListener(type, handler, capture));
  }
  removeEventListener(type: string, handler: Handler, options?: boolean | Options): void {
    const capture = typeof options === "object" ? (options.capture ?? false) : Boolean(options);
    this.listening = this.listening.filter(
      (l) => !(l.type === type && l.handler === handler && l.capture === capture),
    );
  }
  hear(event: FakeEvent, capture: boolean): void {
    for (const l of [...this.listening])
      if (l.type === event.type && l.capture === capture && !event.stopped) l.handler(event);
  }
}

interface Timer {
  id: number;
  at: number;
  every: number;
  run: () => void;
}

/** Time that goes on only when told. */
export class Clock {
  now = 1_000;
  #id = 0;
  timers: Timer[] = [];
  readonly #soon: (() => void)[] = [];
  set(run: () => void, after: number, every = 0): number {
    this.timers.push({ id: ++this.#id, at: this.now + Math.max(0, after || 0), every, run });
    return this.#id;
  }
  clear(id: number): void {
    this.timers = this.timers.filter((t) => t.id !== id);
  }
  /** After what runs now. */
  soon(run: () => void): void {
    this.#soon.push(run);
  }
  /** Lets everything happen that is due without time passing. */
  async flush(): Promise<void> {
    for (let i = 0; i < 6; i++) await null;
    while (this.#soon.length) {
      this.#soon.shift()!();
      for (let i = 0; i < 6; i++) await null;
    }
  }
  async pass(ms: number): Promise<void> {
    const until = this.now + ms;
    for (;;) {
      await this.flush();
      const next = this.timers.reduce<Timer | null>(
        (a, t) => (t.at <= until && (!a || t.at < a.at) ? t : a),
        null,
      );
      if (!next) break;
      this.now = Math.max(this.now, next.at);
      if (next.every) next.at = this.now + next.every;
      else this.clear(next.id);
      next.run();
    }
    this.now = until;
    await this.flush();
  }
}
