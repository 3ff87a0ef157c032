/** User actions in a page, as real input through the browser's driver. */
import { commands, server } from "vitest/browser";
import type { Point, Step } from "./driver/steps.ts";
import type { TestPage } from "./page.ts";

/** Which browser this is. */
export const BROWSER = server.browser as "chromium" | "firefox";

type Button = "left" | "middle" | "right";

/** The middle of an element. */
export function middleOf(element: Element): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
const pointOf = (at: Point | Element): Point => ("getBoundingClientRect" in at ? middleOf(at) : at);

/** Waits real time, which the browser needs for its own work (a tap becomes a click). */
const TAP_MS = 60;
const DOUBLE_TAP_MS = 600;
let lastTap: { page: TestPage | null; at: number } = { page: null, at: 0 };
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

function endable() {
  const life = new AbortController();
  return { signal: life.signal, abort: () => life.abort() };
}

export class User {
  readonly #page: TestPage;
  constructor(page: TestPage) {
    this.#page = page;
  }

  async #do(...steps: Step[]): Promise<void> {
    await (commands as unknown as { user(steps: Step[]): Promise<void> }).user(steps);
    await this.#page.settle();
  }
  /** Converts a point of the frame to one of the window. */
  #at(at: Point | Element): Point {
    let { x, y } = pointOf(at);
    for (let view: Window = this.#page.view; view.frameElement; view = view.parent) {
      const frame = view.frameElement.getBoundingClientRect();
      x += frame.left;
      y += frame.top;
    }
    return { x, y };
  }

  moveTo = (at: Point | Element) => this.#do({ does: "move", ...this.#at(at) });
  buttonDown = (button: Button = "left", clicks = 1) =>
    this.#do({ does: "button", goes: "down", button, clicks });
  buttonUp = (button: Button = "left", clicks = 1) =>
    this.#do({ does: "button", goes: "up", button, clicks });
  /** @param clicks the click count the browser reports: more than one in Chromium only, `doubleClick` in both. */
  async click(at: Point | Element, button: Button = "left", clicks = 1): Promise<void> {
    const press = { does: "button", button, clicks } as const;
    await this.#do({ does: "move", ...this.#at(at) }, { ...press, goes: "down" }, { ...press, goes: "up" });
  }
  doubleClick = (at: Point | Element) => this.#do({ does: "double click", ...this.#at(at) });

  async fingerDown(at: Point | Element): Promise<void> {
    /* Browsers count taps across pages: a tap of the last test and this one could make a double tap. */
    if (lastTap.page !== this.#page) await pause(lastTap.at + DOUBLE_TAP_MS - Date.now());
    await this.#do({ does: "finger", goes: "down", ...this.#at(at) });
  }
  /** Slides in steps, as fingers do: browsers recognise a scroll by them. */
  async slideTo(from: Point | Element, to: Point | Element): Promise<void> {
    const [a, b] = [this.#at(from), this.#at(to)];
    const parts = [0.3, 0.6, 1].map((part) => ({ x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }));
    await this.#do(...parts.map((at) => ({ does: "finger", goes: "move", ...at }) as const));
  }
  /** Lifts the finger and waits for the events that the browser makes of it. */
  async fingerUp(): Promise<void> {
    const { signal, abort } = endable();
    const heard = new Promise((done) => {
      this.#page.view.addEventListener("click", done, { capture: true, signal });
    });
    await this.#do({ does: "finger", goes: "up" });
    await Promise.race([heard, pause(TAP_MS)]);
    lastTap = { page: this.#page, at: Date.now() };
    abort();
    await this.#page.settle();
  }
  async tap(at: Point | Element): Promise<void> {
    await this.fingerDown(at);
    await this.fingerUp();
  }

  keyDown = (key: string) => this.#do({ does: "key", goes: "down", key });
  keyUp = (key: string) => this.#do({ does: "key", goes: "up", key });
  /** @param held keys that are down meanwhile. */
  async key(key: string, ...held: string[]): Promise<void> {
    const press = (goes: "down" | "up") => (one: string) => ({ does: "key", goes, key: one }) as const;
    await this.#do(
      ...held.map(press("down")),
      press("down")(key),
      press("up")(key),
      ...held.toReversed().map(press("up")),
    );
  }
  /** Composes text with an input method in the focused editor. Chromium only. */
  compose = (text: string) => this.#do({ does: "compose", text });
}
