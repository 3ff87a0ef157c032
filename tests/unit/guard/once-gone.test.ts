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
  return { element: { animate } as unknown as Element, made };
}

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

  it("leaves no timer and no animation behind when the last of it is taken away", () => {
    const all = [drawn(), drawn()];
    const ends = all.map(({ element }) => onceGone(element, { visibility: "hidden" }));
    expect(vi.getTimerCount()).toBe(1);
    ends[0]!();
    expect(vi.getTimerCount()).toBe(1);
    ends[1]!();
    expect(vi.getTimerCount()).toBe(0);
    expect(all.map(({ made }) => made[0]!.cancelled)).toEqual([true, true]);
  });

  it("is nothing where nothing is drawn, or nothing can be animated", () => {
    onceGone(null, {})();
    onceGone({} as Element, {})();
    expect(vi.getTimerCount()).toBe(0);
  });
});
