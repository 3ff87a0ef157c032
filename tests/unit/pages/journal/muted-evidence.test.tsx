import { describe, expect, it, vi } from "vitest";
import { Fading } from "../../../../src/pages/journal/muted-evidence.tsx";
import { draw, fire, text } from "../shared/dom.ts";

describe("kinds of evidence that fell silent", () => {
  it("are named with their counts, and asked about again by one press", () => {
    const onBack = vi.fn();
    const counts = { "call-to-vote": [12, 7], slogan: [12, 6], model: [3, 3] } as const;
    const { root } = draw(<Fading kinds={{ counts }} onBack={onBack} />);
    expect(text(root)).toContain("ajakan memilih (7 dari 12)");
    expect(text(root)).not.toMatch(/slogan|pilihan kata/);
    fire(root.querySelector("button")!, "click", false);
    expect(onBack).not.toHaveBeenCalled();
    fire(root.querySelector("button")!, "click", true);
    expect(onBack).toHaveBeenCalledOnce();
  });
  it("none: nothing is said", () => {
    expect(text(draw(<Fading kinds={{ counts: {} }} onBack={() => {}} />).root)).toBe("");
  });
});
