import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { onceGone } from "../../../src/guard/once-gone.ts";

/** An element whose animations are only counted: that they take effect is shown in Firefox (disabled.spec.ts). */
function drawn() {
  const made: { currentTime: number | null; delay: number; cancelled: boolean }[] = [];
  const animate = (_: unknown, { delay }: { delay: number }) => {
    const animation = {
      currentTime: null,
      delay,
      cancelled: false,
      cancel: () => (animation.cancelled = true),
    };
    made.push(animation);
    return animation;
  };
  return { element: { animate, ownerDocument: doc } as unknown as Element, made };
}

/** Listeners of the document that the drawn elements stand in. */
const heard = new Set<() => void>();
const doc = {
  addEventListener: (_: string, listener: () => void) => heard.add(listener),
  removeEventListener: (_: string, listener: () => void) => heard.delete(listener),
};

describe("what a script left behind in Firefox shows", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("is put off again and again, well before it would begin, as long as the script lives", () => {
    const { element, made } = drawn();
    const end = onceGone(element, { visibility: "hidden" });
    const [one] = made;
    for (let turn = 0; turn < 5; turn++) {
      one!.currentTime = 4_000;
      vi.advanceTimersByTime(one!.delay / 2);
      expect(one!.currentTime).toBe(0);
    }
    end();
  });

  it("is put off at once when a hidden tab, whose timers hardly run, is shown", () => {
    const { element, made } = drawn();
    const end = onceGone(element, { visibility: "hidden" });
    made[0]!.currentTime = 60_000;
    for (const listener of heard) listener();
    expect(made[0]!.currentTime).toBe(0);
    end();
  });

  it("leaves no timer, no listener and no animation behind when the last of it is taken away", () => {
    const all = [drawn(), drawn()];
    const ends = all.map(({ element }) => onceGone(element, { visibility: "hidden" }));
    expect(vi.getTimerCount()).toBe(1);
    ends[0]!();
    expect(vi.getTimerCount()).toBe(1);
    ends[1]!();
    expect([vi.getTimerCount(), heard.size]).toEqual([0, 0]);
    expect(all.map(({ made }) => made[0]!.cancelled)).toEqual([true, true]);
  });

  it("is nothing where nothing is drawn, or nothing can be animated", () => {
    onceGone(null, {})();
    onceGone({} as Element, {})();
    expect(vi.getTimerCount()).toBe(0);
  });
});
