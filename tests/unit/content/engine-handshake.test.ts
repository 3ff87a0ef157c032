/** The two scripts of a page meet in the extension's own world, whichever of them comes first. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { PageEngine } from "../../../src/content/engine-handshake.ts";

const PLACE = Symbol.for("jaga-netral");
const world = globalThis as { [PLACE]?: unknown };
const engine = (name: string) =>
  ({ makeRules: () => name, ui: { mark: () => name, tell: () => name } }) as unknown as PageEngine;

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
  test("reading the module does nothing yet", async () => {
    await twoCopies();
    expect(PLACE in world).toBe(false);
  });

  test("is had at once where it came first", async () => {
    const { waitForEngine, provideEngine } = await twoCopies();
    const one = engine("one");
    provideEngine(one);
    expect(await waitForEngine(10)).toBe(one);
  });

  test("is had by all that wait for it as soon as it comes", async () => {
    const { waitForEngine, provideEngine } = await twoCopies();
    const [first, second] = [waitForEngine(10), waitForEngine(10)];
    await vi.advanceTimersByTimeAsync(9);
    const one = engine("one");
    provideEngine(one);
    await vi.advanceTimersByTimeAsync(9);
    expect([await first, await second]).toEqual([one, one]);
  });

  test("stays the same where a second entry of the manifest brings it again", async () => {
    const { currentEngine, provideEngine } = await twoCopies();
    const one = engine("one");
    provideEngine(one);
    provideEngine(engine("two"));
    expect(currentEngine()).toBe(one);
  });

  test("is missed aloud where it does not come in time", async () => {
    const { waitForEngine } = await twoCopies();
    const waiting = expect(waitForEngine(10)).rejects.toThrow("engine.js did not come");
    await vi.advanceTimersByTimeAsync(11);
    await waiting;
  });

  test("is found where no element of the page can stand in its place", async () => {
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
    expect(() => (engineUi.mark as () => unknown)()).toThrow("before engine.js came");
    expect((engineUi.tell as () => () => unknown)()()).toBeUndefined();
  });

  test("is the engine's own once it came", async () => {
    const { engineUi, provideEngine } = await twoCopies();
    provideEngine(engine("one"));
    expect((engineUi.mark as () => unknown)()).toBe("one");
    expect((engineUi.tell as () => unknown)()).toBe("one");
  });
});
