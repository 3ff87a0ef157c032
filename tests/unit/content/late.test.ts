/** The two scripts of a page meet in the extension's own world, whichever of them comes first. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Late } from "../../../src/content/late.ts";

const PLACE = Symbol.for("jaga-netral");
const world = globalThis as { [PLACE]?: unknown };
const engine = (name: string) =>
  ({ makeRules: () => name, ui: { mark: () => name, tell: () => name } }) as unknown as Late;

/** Each script is a bundle of its own, with a copy of the module. */
async function twoCopies() {
  vi.resetModules();
  const site = await import("../../../src/content/late.ts");
  const { lateUi } = await import("../../../src/content/late-ui.ts");
  vi.resetModules();
  const shared = await import("../../../src/content/late.ts");
  expect(shared.provideLate).not.toBe(site.provideLate);
  return { ...site, lateUi, provideLate: shared.provideLate };
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
    const { lateWithin, provideLate } = await twoCopies();
    const one = engine("one");
    provideLate(one);
    expect(await lateWithin(10)).toBe(one);
  });

  test("is had by all that wait for it as soon as it comes", async () => {
    const { lateWithin, provideLate } = await twoCopies();
    const [first, second] = [lateWithin(10), lateWithin(10)];
    await vi.advanceTimersByTimeAsync(9);
    const one = engine("one");
    provideLate(one);
    await vi.advanceTimersByTimeAsync(9);
    expect([await first, await second]).toEqual([one, one]);
  });

  test("stays the same where a second entry of the manifest brings it again", async () => {
    const { lateNow, provideLate } = await twoCopies();
    const one = engine("one");
    provideLate(one);
    provideLate(engine("two"));
    expect(lateNow()).toBe(one);
  });

  test("is missed aloud where it does not come in time", async () => {
    const { lateWithin } = await twoCopies();
    const waiting = expect(lateWithin(10)).rejects.toThrow("engine.js did not come");
    await vi.advanceTimersByTimeAsync(11);
    await waiting;
  });

  test("is found where no element of the page can stand in its place", async () => {
    const { provideLate } = await twoCopies();
    const before = Object.getOwnPropertyNames(globalThis);
    provideLate(engine("one"));
    expect(Object.getOwnPropertyNames(globalThis), "an element's id is a name, never a symbol").toEqual(
      before,
    );
    expect(PLACE in world).toBe(true);
  });
});

describe("what draws, for a guard that stands before it", () => {
  test("tells nothing and draws nothing before it came", async () => {
    const { lateUi } = await twoCopies();
    expect(() => (lateUi.mark as () => unknown)()).toThrow("before engine.js came");
    expect((lateUi.tell as () => () => unknown)()()).toBeUndefined();
  });

  test("is the engine's own once it came", async () => {
    const { lateUi, provideLate } = await twoCopies();
    provideLate(engine("one"));
    expect((lateUi.mark as () => unknown)()).toBe("one");
    expect((lateUi.tell as () => unknown)()).toBe("one");
  });
});
