import { describe, expect, it, vi } from "vitest";
import { MutedEvidence } from "../../../../src/pages/journal/muted-evidence.tsx";
import { draw, fire, text } from "../shared/dom.ts";

describe("muted evidence", () => {
  it("names muted kinds with their counts and unmutes them by one press", () => {
    const onUnmute = vi.fn();
    const counts = { "call-to-vote": [12, 7], slogan: [12, 6], model: [3, 3] } as const;
    const { root } = draw(<MutedEvidence feedback={{ counts }} onUnmute={onUnmute} />);
    expect(text(root)).toContain("ajakan memilih (7 dari 12)");
    expect(text(root)).not.toMatch(/slogan|pilihan kata/);
    fire(root.querySelector("button")!, "click", false);
    expect(onUnmute).not.toHaveBeenCalled();
    fire(root.querySelector("button")!, "click", true);
    expect(onUnmute).toHaveBeenCalledOnce();
  });
  it("shows nothing if no kind is muted", () => {
    expect(text(draw(<MutedEvidence feedback={{ counts: {} }} onUnmute={() => {}} />).root)).toBe("");
  });
});
