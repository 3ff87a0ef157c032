/** What a script left behind in Firefox shows: that it takes effect is shown in Firefox itself (disabled.spec.ts). */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { styleWhenOrphaned } from "../../../src/dom/orphan-style.ts";
import { openPage, type TestPage } from "../guard/page.ts";

let page: TestPage;
/** An element, and the animation that it waits with. */
function drawn() {
  const element = page.add("div", [0, 0, 10, 10]);
  const end = styleWhenOrphaned(element, { visibility: "hidden" });
  return { element, end, animation: element.getAnimations()[0]! };
}

describe("what a script left behind in Firefox shows", () => {
  beforeEach(async () => {
    page = await openPage();
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  });
  afterEach(() => vi.useRealTimers());

  it("is put off again and again, well before it would begin, as long as the script lives", () => {
    const { element, end, animation } = drawn();
    const delay = animation.effect!.getTiming().delay!;
    for (let turn = 0; turn < 5; turn++) {
      animation.currentTime = 4_000;
      vi.advanceTimersByTime(delay / 2);
      expect(animation.currentTime).toBeLessThan(1_000);
      expect(page.view.getComputedStyle(element).visibility).toBe("visible");
    }
    /* And the look is there once nobody puts it off. */
    animation.currentTime = delay + 1;
    expect(page.view.getComputedStyle(element).visibility).toBe("hidden");
    end();
  });

  it("is put off at once when a hidden tab, whose timers hardly run, is shown", () => {
    const { element, end, animation } = drawn();
    animation.currentTime = 60_000;
    page.doc.dispatchEvent(new page.view.Event("visibilitychange"));
    expect(animation.currentTime).toBeLessThan(1_000);
    expect(page.view.getComputedStyle(element).visibility).toBe("visible");
    end();
  });

  it("leaves no timer, no listener and no animation behind when the last of it is taken away", () => {
    const all = [drawn(), drawn()];
    expect(vi.getTimerCount()).toBe(1);
    all[0]!.end();
    expect(vi.getTimerCount()).toBe(1);
    all[1]!.end();
    expect([vi.getTimerCount(), page.ledger.listening()]).toEqual([0, []]);
    expect(all.map(({ animation }) => animation.playState)).toEqual(["idle", "idle"]);
    expect(all.map(({ element }) => element.getAnimations())).toEqual([[], []]);
  });

  it("is nothing where nothing is drawn, or nothing can be animated", () => {
    styleWhenOrphaned(null, {})();
    styleWhenOrphaned({} as Element, {})();
    expect(vi.getTimerCount()).toBe(0);
  });
});
