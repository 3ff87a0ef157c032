import { describe, expect, it } from "vitest";
import type { Surface } from "../../../../../src/domain/assessment.ts";
import { createAssessor } from "../../../../../src/engine/detection/assess.ts";
import { compileRuleset, loadCompiled } from "../../../../../src/engine/ruleset/compile/index.ts";
import type { Trigger } from "../../../../../src/engine/ruleset/schema/index.ts";
import { ruleset } from "../fixture.ts";

const TRIGGER: Trigger = {
  actions: ["follow"],
  surfaces: ["post"],
  strength: "firm",
  holds: true,
  bases: [],
};

/** Is a rule with this one trigger touched by this surface? */
function touched(trigger: Partial<Trigger>, surface: Partial<Surface>): boolean {
  const whole = ruleset();
  const rule = { ...whole.rules[0]!, id: "uji", triggers: [{ ...TRIGGER, ...trigger }] };
  const assess = createAssessor(loadCompiled(compileRuleset({ ...whole, rules: [rule] })));
  const full: Surface = { site: "facebook", kind: "post", text: "Coblos nomor 2, ayo pilih!", ...surface };
  const { level, rules } = assess(full, { date: "2030-10-01" });
  expect(level).not.toBe("clear");
  return rules.includes("uji");
}

const TEAM = { author: { handle: "sumar.menang" } };

describe("touched rules", () => {
  it("match only accounts of the kinds a trigger names", () => {
    expect(touched({ accounts: ["team"] }, TEAM)).toBe(true);
    expect(touched({ accounts: ["volunteer"] }, TEAM)).toBe(false);
    expect(touched({ accounts: ["team"] }, {})).toBe(false);
  });

  it("match surfaces that may lead to one of a trigger's actions", () => {
    expect(touched({ actions: ["like"] }, {})).toBe(true);
    expect(touched({ actions: ["follow"] }, {})).toBe(false);
    expect(touched({ actions: ["follow", "share"] }, {})).toBe(true);
    expect(touched({ actions: ["attend"] }, {})).toBe(false);
    expect(touched({ actions: ["attend"] }, { text: "Hadiri kampanye akbar, coblos nomor 2!" })).toBe(true);
    expect(touched({ actions: ["upload"] }, {})).toBe(false);
  });

  it("match the surfaces a trigger names, a draft as a post", () => {
    expect(touched({ actions: ["share"] }, { kind: "comment" })).toBe(false);
    expect(touched({ actions: ["publish"] }, { kind: "composer" })).toBe(true);
    expect(touched({ actions: ["like"] }, { kind: "composer" })).toBe(false);
  });

  it("match the topic of a trigger, whatever the action", () => {
    const text = "Pakai kaos paslon, coblos nomor 2!";
    expect(touched({ actions: ["upload"], topic: "attribute" }, { text })).toBe(true);
    expect(touched({ actions: ["upload"], topic: "debate" }, { text })).toBe(false);
  });
});
