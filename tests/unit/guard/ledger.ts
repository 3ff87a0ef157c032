/** Records a page's listeners and observers, and lets a test dispatch events that count as the user's. */

type View = Window & typeof globalThis;
interface Listener {
  on: EventTarget;
  type: string;
  listener: EventListenerOrEventListenerObject;
  capture: boolean;
  wrapped: EventListener;
}

export interface Ledger {
  /** The current listeners of the window and of nodes in the page; those of removed nodes do not count. */
  listening(): readonly Listener[];
  /** The number of active observers. */
  observers(): number;
  /** Listens in the window before everybody else, without being recorded. */
  overhear(types: readonly string[], listener: (event: Event) => void): void;
  /** To be called after `document.open()`, which removes every listener. */
  forgetAll(): void;
  /**
   * Dispatches an event that listeners take for the user's: for input that no driver can make, and for many runs, in
   * which the driver's round trip through three processes would take 16 ms per press.
   */
  dispatchAsUser<E extends Event>(target: EventTarget, event: E): E;
}

export function startLedger(view: View): Ledger {
  let all: Listener[] = [];
  const users = new WeakSet<Event>();
  const proto = view.EventTarget.prototype;
  const { addEventListener, removeEventListener } = proto;
  const captureOf = (options?: boolean | EventListenerOptions) =>
    typeof options === "object" ? (options.capture ?? false) : Boolean(options);
  const find = (on: EventTarget, type: string, listener: unknown, capture: boolean) =>
    all.find((h) => h.on === on && h.type === type && h.listener === listener && h.capture === capture);
  const drop = (heard: Listener) => {
    all = all.filter((one) => one !== heard);
  };

  proto.addEventListener = function (this: EventTarget, type, listener, options) {
    const signal = typeof options === "object" ? options.signal : undefined;
    const capture = captureOf(options);
    if (!listener || signal?.aborted || find(this, type, listener, capture)) return;
    const wrapped = function (this: unknown, event: Event) {
      const seen = users.has(event) ? trusted(event) : event;
      if (typeof listener === "function") listener.call(this as never, seen);
      else listener.handleEvent(seen);
    };
    const heard = { on: this, type, listener, capture, wrapped };
    all.push(heard);
    signal?.addEventListener("abort", () => drop(heard));
    addEventListener.call(this, type, wrapped, options);
  };
  proto.removeEventListener = function (this: EventTarget, type, listener, options) {
    const heard = listener && find(this, type, listener, captureOf(options));
    if (!heard) return;
    drop(heard);
    removeEventListener.call(this, type, heard.wrapped, options);
  };

  let observing = 0;
  view.MutationObserver = class extends view.MutationObserver {
    #on = false;
    override observe(...what: Parameters<MutationObserver["observe"]>): void {
      if (!this.#on) observing++;
      this.#on = true;
      super.observe(...what);
    }
    override disconnect(): void {
      if (this.#on) observing--;
      this.#on = false;
      super.disconnect();
    }
  };

  return {
    listening: () => all.filter(({ on }) => !("isConnected" in on) || on.isConnected),
    observers: () => observing,
    overhear(types, listener) {
      const heard = (event: Event) => listener(users.has(event) ? trusted(event) : event);
      for (const type of types) addEventListener.call(view, type, heard, true);
    },
    forgetAll: () => {
      all = [];
    },
    dispatchAsUser(target, event) {
      users.add(event);
      target.dispatchEvent(event);
      return event;
    },
  };
}

/** A proxy of an event with `isTrusted` true, because that property cannot be written. */
const trusted = (event: Event): Event =>
  new Proxy(event, {
    get(of, name) {
      if (name === "isTrusted") return true;
      const value = Reflect.get(of, name, of);
      return typeof value === "function" ? value.bind(of) : value;
    },
  });
