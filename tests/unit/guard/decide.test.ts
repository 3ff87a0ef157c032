import { describe, expect, it } from "vitest";
import type { Assessment, Surface } from "../../../src/detect/types.ts";
import { type Choices, decide, silenceKeys } from "../../../src/guard/decide.ts";
import { contentKey, type Explained, type Rules, remembering } from "../../../src/guard/rules.ts";
import type { Level } from "../../../src/words.ts";

const post = (text: string, over: Partial<Surface> = {}): Surface => ({
  site: "facebook",
  kind: "post",
  author: { name: "Warga", handle: "warga" },
  text,
  ...over,
});
const assessment = (level: Level, over: Partial<Assessment> = {}): Assessment => ({
  level,
  score: level === "warn" ? 0.9 : level === "notice" ? 0.5 : 0,
  evidence: [],
  rules: [],
  listed: false,
  account: "facebook:handle:warga",
  ...over,
});
const law: Explained = {
  rule: { id: "R1", number: 1, title: { id: "Aturan", en: "Rule" } },
  strength: "firm",
  holds: true,
  bases: [],
};
/** Rules by a word in the text: "w" warns, "n" notices. */
const rules = (explained: Explained | null = law): Rules => ({
  assess: (s) => assessment(s.text.includes("w") ? "warn" : s.text.includes("n") ? "notice" : "clear"),
  explain: () => explained,
});
const choices = (over: Partial<Choices> = {}): Choices => ({
  paused: () => false,
  silenced: () => false,
  learn: async () => {},
  canRecord: () => true,
  ...over,
});
const ask = (surfaces: Surface[], r: Rules = rules(), c: Choices = choices()) =>
  decide({ site: "facebook", action: "like", surfaces }, r, c, () => "id-1");

describe("decide", () => {
  it("clear passes, warn holds, notice notes", () => {
    expect(ask([post("a")])).toEqual({ kind: "pass", why: "clear" });
    expect(ask([post("w")]).kind).toBe("hold");
    expect(ask([post("n")]).kind).toBe("notice");
  });
  it("the strongest of surface and draft decides", () => {
    const held = ask([post("a"), { site: "facebook", kind: "composer", text: "w draft" }]);
    expect(held).toMatchObject({ kind: "hold", warning: { excerpt: "w draft" } });
    expect(ask([post("w"), { site: "facebook", kind: "composer", text: "n" }])).toMatchObject({
      kind: "hold",
      warning: { excerpt: "w" },
    });
  });
  it("a rule that only notes never holds; an action no rule speaks of passes", () => {
    expect(ask([post("w")], rules({ ...law, holds: false })).kind).toBe("notice");
    expect(ask([post("w")], rules(null))).toEqual({ kind: "pass", why: "no-rule" });
  });
  it("pause passes everything", () => {
    expect(ask([post("w")], rules(), choices({ paused: () => true }))).toEqual({
      kind: "pass",
      why: "paused",
    });
  });
  it("a silenced account or post passes, a draft of one's own is still held", () => {
    const quiet = choices({ silenced: (key) => key === "account:facebook:handle:warga" });
    expect(ask([post("w")], rules(), quiet)).toEqual({ kind: "pass", why: "silenced" });
    const noAccount: Rules = {
      ...rules(),
      assess: (s) => assessment("warn", { account: s.kind === "post" ? "facebook:handle:warga" : undefined }),
    };
    expect(ask([post("w"), { site: "facebook", kind: "composer", text: "w" }], noAccount, quiet).kind).toBe(
      "hold",
    );
  });
  it("silencing goes by account where there is one, else by the very post", () => {
    const s = post("w");
    expect(silenceKeys(s, assessment("warn"))[0]).toBe("account:facebook:handle:warga");
    expect(silenceKeys(s, assessment("warn", { account: undefined }))).toEqual([`post:${contentKey(s)}`]);
  });
  it("what is not looked up yet is unsure, whatever else is known", () => {
    const unsure = ask(
      [post("w")],
      rules(),
      choices({ silenced: (key) => (key.startsWith("post:") ? undefined : false) }),
    );
    expect(unsure).toMatchObject({
      kind: "unsure",
      keys: expect.arrayContaining(["account:facebook:handle:warga"]),
    });
    expect(ask([post("a")], rules(), choices({ silenced: () => undefined }))).toEqual({
      kind: "pass",
      why: "clear",
    });
  });
  it("says when it cannot record", () => {
    expect(ask([post("w")], rules(), choices({ canRecord: () => false }))).toMatchObject({
      warning: { canRecord: false },
    });
  });
});

describe("remembering", () => {
  it("assesses the same content once, other content anew, and forgets the oldest", () => {
    let count = 0;
    const counted = remembering(
      {
        assess: () => {
          count++;
          return assessment("warn");
        },
        explain: () => law,
      },
      2,
    );
    counted.assess(post("a"));
    counted.assess(post("a", { author: { name: "Warga", handle: "warga" } }));
    expect(count).toBe(1);
    counted.assess(post("a", { author: { name: "Lain", handle: "lain" } }));
    counted.assess(post("b"));
    counted.assess(post("a"));
    expect(count).toBe(4);
  });
});
