import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { positionBeside } from "../../../src/dom/anchored-position.ts";

const view = { innerWidth: 1000, innerHeight: 800 };
const box = (left: number, top: number, width: number, height: number) =>
  ({ left, top, width, height, right: left + width, bottom: top + height }) as DOMRect;
const dialog = (width: number, height: number) => {
  const style: Record<string, string> = { margin: "x", inset: "x" };
  return { style, getBoundingClientRect: () => box(0, 0, width, height) };
};
const place = (control: DOMRect | null, width = 360, height = 120) => {
  const drawn = dialog(width, height);
  positionBeside(drawn as unknown as HTMLElement, control, view);
  return drawn.style;
};

describe("positionBeside", () => {
  it("places the dialog below the control, or above it without room below", () => {
    expect(place(box(500, 100, 40, 20)).inset).toBe("128px auto auto 340px");
    expect(place(box(500, 760, 40, 20)).inset).toBe("632px auto auto 340px");
  });
  it("centres the dialog if the control is not visible", () => {
    expect(place(null)).toEqual({ margin: "", inset: "" });
    expect(place(box(0, 900, 40, 20))).toEqual({ margin: "", inset: "" });
    expect(place(box(0, -90, 40, 20))).toEqual({ margin: "", inset: "" });
  });
  it("keeps the dialog inside the window", () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 1050 }), fc.integer({ min: 0, max: 800 }), (left, top) => {
        const at = /^([\d.]+)px auto auto ([\d.]+)px$/.exec(place(box(left, top, 30, 30)).inset!)!;
        expect(Number(at[1])).toBeGreaterThanOrEqual(8);
        expect(Number(at[1]) + 120).toBeLessThanOrEqual(792);
        expect(Number(at[2])).toBeGreaterThanOrEqual(8);
        expect(Number(at[2]) + 360).toBeLessThanOrEqual(992);
      }),
    );
  });
});
