/** The style of elements that an ended script leaves in Firefox; disabled.spec.ts shows there that it takes effect. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { styleWhenOrphaned } from "../../../src/dom/orphan-style.ts";
import { openPage, type TestPage } from "../guard/page.ts";

let page: TestPage;
/** An element with its postponed animation. */
function drawn() {
  const element = page.add("div", [0, 0, 10, 10]);
  const end = styleWhenOrphaned(element, { visibility: "hidden" });
  return { element, end, animation: element.getAnimations()[0]! };
}

describe("styleWhenOrphaned", () => {
  beforeEach(async () => {
    page = await openPage();
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  });
  afterEach(() => vi.useRealTimers());

  it("postpones the style, long before it would apply, as long as the script lives", () => {
    const { element, end, animation } = drawn();
    const delay = animation.effect!.getTiming().delay!;
    for (let turn = 0; turn < 5; turn++) {
      animation.currentTime = 4_000;
      vi.advanceTimersByTime(delay / 2);
      expect(animation.currentTime).toBeLessThan(1_000);
      expect(page.view.getComputedStyle(element).visibility).toBe("visible");
    }
    /* The style applies once nobody postpones it. */
    animation.currentTime = delay + 1;
    expect(page.view.getComputedStyle(element).visibility).toBe("hidden");
    end();
  });

  it("postpones the style at once when a hidden tab with its slow timers is shown", () => {
    const { element, end, animation } = drawn();
    animation.currentTime = 60_000;
    page.doc.dispatchEvent(new page.view.Event("visibilitychange"));
    expect(animation.currentTime).toBeLessThan(1_000);
    expect(page.view.getComputedStyle(element).visibility).toBe("visible");
    end();
  });

  it("leaves no timer, listener or animation after the last element is cancelled", () => {
    const all = [drawn(), drawn()];
    expect(vi.getTimerCount()).toBe(1);
    all[0]!.end();
    expect(vi.getTimerCount()).toBe(1);
    all[1]!.end();
    expect([vi.getTimerCount(), page.ledger.listening()]).toEqual([0, []]);
    expect(all.map(({ animation }) => animation.playState)).toEqual(["idle", "idle"]);
    expect(all.map(({ element }) => element.getAnimations())).toEqual([[], []]);
  });

  it("does nothing without an element or without animations", () => {
    styleWhenOrphaned(null, {})();
    styleWhenOrphaned({} as Element, {})();
    expect(vi.getTimerCount()).toBe(0);
  });
});
