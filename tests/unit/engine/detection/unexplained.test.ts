import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createAssessor } from "../../../../src/engine/detection/assess.ts";
import { MIN_WORDLESS_REASON } from "../../../../src/engine/detection/score/weights.ts";
import { compileRuleset, loadCompiled } from "../../../../src/engine/ruleset/compile/index.ts";
import { parseRuleset } from "../../../../src/engine/ruleset/validate/parse.ts";

const json = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const parsed = parseRuleset(json("public/rulesets/bundled.json"));
if (!parsed.ok) throw new Error("the bundled ruleset is refused");
const model = json("assets/model/text-model.json");
/** As shipped: the bundle with the text model, whose bias alone reaches a notice where nothing is read. */
const assess = createAssessor(loadCompiled(compileRuleset(parsed.ruleset, { model })));
const date = "2026-11-21";

describe("no mark without a reason", () => {
  it.each(["Akun Satu", "Toko Kopi Sudut", "Kebun Pak Slamet", ""])(
    "a header without any sign is clear: %s",
    (name) => {
      const { level, evidence } = assess(
        { site: "x", kind: "profile", author: { name, handle: "akun_0001" }, text: "" },
        { date },
      );
      expect(evidence.every((e) => e.weight < MIN_WORDLESS_REASON)).toBe(true);
      expect(level).toBe("clear");
    },
  );
  it("marks a header that names a ticket's volunteers", () => {
    const author = { name: "Relawan Prabowo Gibran", handle: "akun_0002" };
    expect(assess({ site: "x", kind: "profile", author, text: "" }, { date }).level).toBe("warn");
  });
  it("leaves short everyday words clear", () => {
    for (const text of ["Sip", "Setuju", "Mantap kak", "👍", "Hadir bos"])
      expect([text, assess({ site: "facebook", kind: "post", text }, { date }).level]).toEqual([
        text,
        "clear",
      ]);
  });
});
