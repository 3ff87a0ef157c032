/** The two scripts of a page meet in the extension's own world, whichever of them comes first. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { PageEngine } from "../../../src/content/engine-handshake.ts";
import type { PageUi } from "../../../src/guard/overlay-port.ts";

const PLACE = Symbol.for("jaga-netral:engine");
const world = globalThis as { [PLACE]?: unknown };
/** All that is drawn: a member that is not listed does not compile. */
const PARTS = Object.keys({
  question: 0,
  tools: 0,
  prewarm: 0,
  mark: 0,
  toast: 0,
  strip: 0,
} satisfies Record<keyof PageUi, 0>) as (keyof PageUi)[];
const engine = (name: string) =>
  ({ createRules: () => name, ui: { mark: () => name, toast: () => name } }) as unknown as PageEngine;

/** Each script is a bundle of its own, with a copy of the module. */
async function twoCopies() {
  vi.resetModules();
  const site = await import("../../../src/content/engine-handshake.ts");
  const { engineUi } = await import("../../../src/content/engine-ui.ts");
  vi.resetModules();
  const shared = await import("../../../src/content/engine-handshake.ts");
  expect(shared.provideEngine).not.toBe(site.provideEngine);
  return { ...site, engineUi, provideEngine: shared.provideEngine };
}

beforeEach(() => {
  vi.useFakeTimers();
  delete world[PLACE];
});
afterEach(() => {
  vi.useRealTimers();
  delete world[PLACE];
});

describe("the engine of a page", () => {
  test("has no effect when its module is imported", async () => {
    await twoCopies();
    expect(PLACE in world).toBe(false);
  });

  test("is available at once if it was provided first", async () => {
    const { waitForEngine, provideEngine } = await twoCopies();
    const one = engine("one");
    provideEngine(one);
    expect(await waitForEngine(10)).toBe(one);
  });

  test("is passed to all that wait for it as soon as it is provided", async () => {
    const { waitForEngine, provideEngine } = await twoCopies();
    const [first, second] = [waitForEngine(10), waitForEngine(10)];
    await vi.advanceTimersByTimeAsync(9);
    const one = engine("one");
    provideEngine(one);
    await vi.advanceTimersByTimeAsync(9);
    expect([await first, await second]).toEqual([one, one]);
  });

  test("stays the same if a second manifest entry provides it again", async () => {
    const { currentEngine, provideEngine } = await twoCopies();
    const one = engine("one");
    provideEngine(one);
    provideEngine(engine("two"));
    expect(currentEngine()).toBe(one);
  });

  test("is reported missing if it is not provided in time", async () => {
    const { waitForEngine } = await twoCopies();
    const waiting = expect(waitForEngine(10)).rejects.toThrow("engine.js timed out");
    await vi.advanceTimersByTimeAsync(11);
    await waiting;
  });

  test("is found where no element of the page can shadow it", async () => {
    const { provideEngine } = await twoCopies();
    const before = Object.getOwnPropertyNames(globalThis);
    provideEngine(engine("one"));
    expect(Object.getOwnPropertyNames(globalThis), "an element's id is a name, never a symbol").toEqual(
      before,
    );
    expect(PLACE in world).toBe(true);
  });
});

describe("what draws, for a guard that stands before it", () => {
  test("tells nothing and draws nothing before it came", async () => {
    const { engineUi } = await twoCopies();
    expect(() => (engineUi.mark as () => unknown)()).toThrow("engine.js is not loaded");
    expect((engineUi.toast as () => () => unknown)()()).toBeUndefined();
  });

  test("forwards every part to the engine once it came, with all it was given and what comes back", async () => {
    const { engineUi, provideEngine } = await twoCopies();
    const heard: unknown[][] = [];
    const part =
      (name: string) =>
      (...given: unknown[]) => {
        heard.push([name, ...given]);
        return `drawn by ${name}`;
      };
    const ui = Object.fromEntries(PARTS.map((name) => [name, part(name)])) as unknown as PageUi;
    provideEngine({ ui } as PageEngine);
    expect(Object.keys(engineUi).toSorted()).toEqual(PARTS.toSorted());
    for (const name of PARTS) {
      const back = (engineUi[name] as (...all: unknown[]) => unknown)("root", "into", name, "close");
      expect(back).toBe(`drawn by ${name}`);
    }
    expect(heard).toEqual(PARTS.map((name) => [name, "root", "into", name, "close"]));
  });
});
