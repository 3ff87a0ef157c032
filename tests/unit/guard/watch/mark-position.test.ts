import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MARK_PX, overBar, spotFor } from "../../../../src/guard/watch/mark-position.ts";

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const BAR = box(100, 300, 200, 32);
const POST = box(80, 100, 600, 400);

/** Free everywhere except over a control. */
const clear =
  (...controls: ReturnType<typeof box>[]) =>
  (x: number, y: number) =>
    controls.every((c) => x + MARK_PX <= c.left || x >= c.right || y + MARK_PX <= c.top || y >= c.bottom);

describe("a mark", () => {
  it("stands beside the bar if the post has room there", () => {
    expect(spotFor(BAR, POST, 1_000, clear(BAR))).toEqual({ x: 4, y: 0 });
  });
  it("stands above the bar's end if the site's next control is beside it", () => {
    expect(spotFor(BAR, POST, 1_000, clear(BAR, box(300, 300, 60, 32)))).toEqual({ x: -36, y: -36 });
  });
  it("stands below the bar's end if a row of controls is above", () => {
    const around = clear(BAR, box(300, 300, 60, 32), box(80, 260, 600, 40));
    expect(spotFor(BAR, POST, 1_000, around)).toEqual({ x: -36, y: 36 });
  });
  it("stands outside the post if controls fill it and the window is wide enough", () => {
    const wide = box(80, 300, 600, 32);
    const post = box(80, 100, 600, 232);
    expect(spotFor(wide, post, 1_000, clear(wide, box(80, 260, 600, 40)))).toEqual({ x: 4, y: 0 });
  });
  it("lies over the bar's end, as a last resort", () => {
    expect(spotFor(BAR, POST, 1_000, () => false)).toEqual(overBar(BAR));
  });
  it("never covers a control while another place is free, and never leaves the window sideways", () => {
    const part = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(part, part, fc.boolean(), fc.boolean(), fc.boolean(), (left, width, a, b, c) => {
        const bar = box(left, 300, width + 40, 32);
        const free = (x: number, y: number) => (x >= bar.right ? a : y < bar.top ? b : c);
        const spot = spotFor(bar, box(0, 0, 2_000, 2_000), 1_000, free);
        const at = bar.right + spot.x;
        if (spot.y !== overBar(bar).y || spot.x > 0) {
          expect(free(at, bar.top + spot.y)).toBe(true);
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at + MARK_PX).toBeLessThanOrEqual(1_000);
        }
      }),
    );
  });
});
