import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { createRules } from "../../../src/content/rules-engine.ts";
import { compileRuleset } from "../../../src/engine/ruleset/compile/index.ts";
import type { Settings } from "../../../src/storage/settings.ts";
import { ruleset } from "../engine/detection/fixture.ts";
import { DEFAULT_SETTINGS } from "../lib/defaults.ts";

const TEXTS = ["rimbaraya", "umum"].flatMap((name) =>
  readFileSync(`tests/corpus/${name}.txt`, "utf8")
    .split("\n")
    .filter((line) => line.includes(" | "))
    .map((line) => line.slice(line.indexOf(" | ") + 3)),
);

describe("sensitivity", () => {
  it("reaches the assessment, and a change of it applies from the next question on", () => {
    let settings: Settings = DEFAULT_SETTINGS;
    const rules = createRules(
      compileRuleset(ruleset()),
      () => settings,
      () => "2030-10-01",
    );
    const found = (sensitivity: Settings["sensitivity"]) => {
      settings = { ...DEFAULT_SETTINGS, sensitivity };
      const levels = TEXTS.map((text) => rules.assess({ site: "x", kind: "post", text }).level);
      return levels.filter((level) => level !== "clear").length;
    };
    const [few, usual, many] = [found("hemat"), found("seimbang"), found("ketat")];
    expect(few).toBeGreaterThan(0);
    expect(few).toBeLessThan(usual);
    expect(usual).toBeLessThan(many);
  });
});

describe("the code that assesses", () => {
  it("has run before the user's first press, in idle time, without asking what was seen of accounts", () => {
    let idle = () => {};
    const takeIdle = (callback: () => void) => {
      idle = callback;
    };
    vi.stubGlobal("requestIdleCallback", takeIdle);
    const asked = vi.fn(() => DEFAULT_SETTINGS);
    createRules(compileRuleset(ruleset()), asked, () => "2030-10-01");
    expect(asked).not.toHaveBeenCalled();
    idle();
    expect(asked.mock.calls.length).toBeGreaterThanOrEqual(8);
    vi.unstubAllGlobals();
  });
});
