import { describe, expect, it } from "vitest";
import { readJson } from "../../../../../scripts/model/load-engine.ts";
import { createAssessor } from "../../../../../src/engine/detection/assess.ts";
import { compileRuleset, loadCompiled } from "../../../../../src/engine/ruleset/compile/index.ts";
import { ruleset } from "../fixture.ts";

const model = readJson("assets/model/text-model.json") as never;
const assess = createAssessor(loadCompiled(compileRuleset(ruleset(), { model })));
const of = (text: string) => assess({ site: "x", kind: "post", text }, { date: "2031-05-01" });

describe("a call with a number and a named ticket", () => {
  it("is held whatever the model's score is", () => {
    expect(of("Ayo coblos nomor urut 1 Suwardana Marsinta!").level).toBe("warn");
  });
});

describe("words retold with a link", () => {
  const said = "warga optimis Suwardana Marsinta menang demi rakyat #menang";
  it("are held without the link (control)", () => {
    expect(of(said).level).toBe("warn");
  });
  it("are not held while other evidence is weak", () => {
    expect(of(`${said} https://t.co/abc`).level).toBe("notice");
  });
  it("are held when other evidence is strong", () => {
    expect(of(`Ayo ${said}! Coblos nomor 1 https://t.co/abc`).level).toBe("warn");
  });
});
