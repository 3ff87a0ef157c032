import { describe, expect, it } from "vitest";
import type { Assessment, Evidence, EvidenceKind, Surface } from "../../../../src/domain/assessment.ts";
import type { Level } from "../../../../src/domain/vocabulary.ts";
import type { PriorAnswers } from "../../../../src/domain/warning.ts";
import {
  cachedRules,
  contentKey,
  type LegalExplanation,
  type Rules,
} from "../../../../src/guard/decision/assessment-cache.ts";
import { decide, silenceKeys, type UserAnswers } from "../../../../src/guard/decision/decide.ts";

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
  topics: [],
  listed: false,
  account: "facebook:handle:warga",
  ...over,
});
const reason = (kind: EvidenceKind): Evidence => ({
  kind,
  text: "x",
  field: "text",
  start: 0,
  end: 1,
  weight: 2,
  strong: true,
  say: { key: "other", values: {} },
});
const law: LegalExplanation = {
  rule: { id: "R1", number: 1, title: { id: "Aturan", en: "Rule" } },
  strength: "firm",
  holds: true,
  bases: [],
};
/** Rules by a word in the text: "w" warns, "n" notices. */
const rules = (explained: LegalExplanation | null = law): Rules => ({
  assess: (s) => assessment(s.text.includes("w") ? "warn" : s.text.includes("n") ? "notice" : "clear"),
  explain: () => explained,
});
const choices = (over: Partial<UserAnswers> = {}): UserAnswers => ({
  paused: () => false,
  isSilenced: () => false,
  lookUp: async () => {},
  canRecord: () => true,
  ...over,
});
const ask = (surfaces: Surface[], r: Rules = rules(), c: UserAnswers = choices()) =>
  decide({ site: "facebook", action: "like", surfaces }, r, c, () => "id-1");

describe("decide", () => {
  it("passes clear surfaces, holds on warn, notes on notice", () => {
    expect(ask([post("a")])).toEqual({ kind: "pass", why: "clear" });
    expect(ask([post("w")]).kind).toBe("hold");
    expect(ask([post("n")]).kind).toBe("notice");
  });
  it("takes the strongest of surface and draft", () => {
    const held = ask([post("a"), { site: "facebook", kind: "composer", text: "w draft" }]);
    expect(held).toMatchObject({ kind: "hold", warning: { excerpt: "w draft" } });
    expect(ask([post("w"), { site: "facebook", kind: "composer", text: "n" }])).toMatchObject({
      kind: "hold",
      warning: { excerpt: "w" },
    });
  });
  it("never holds for a rule that only notes, and passes an action without a rule", () => {
    expect(ask([post("w")], rules({ ...law, holds: false })).kind).toBe("notice");
    expect(ask([post("w")], rules(null))).toEqual({ kind: "pass", why: "no-rule" });
  });
  it("passes everything while paused", () => {
    expect(ask([post("w")], rules(), choices({ paused: () => true }))).toEqual({
      kind: "pass",
      why: "paused",
    });
  });
  it("passes a silenced account or post, but still holds the user's own draft", () => {
    const quiet = choices({ isSilenced: (key) => key === "account:facebook:handle:warga" });
    expect(ask([post("w")], rules(), quiet)).toEqual({ kind: "pass", why: "silenced" });
    const noAccount: Rules = {
      ...rules(),
      assess: (s) => assessment("warn", { account: s.kind === "post" ? "facebook:handle:warga" : undefined }),
    };
    expect(ask([post("w"), { site: "facebook", kind: "composer", text: "w" }], noAccount, quiet).kind).toBe(
      "hold",
    );
  });
  it("silences by account if there is one, else by post", () => {
    const s = post("w");
    expect(silenceKeys(s, assessment("warn"))[0]).toBe("account:facebook:handle:warga");
    expect(silenceKeys(s, assessment("warn", { account: undefined }))).toEqual([`post:${contentKey(s)}`]);
  });
  it("is unsure while any key is not looked up", () => {
    const unsure = ask(
      [post("w")],
      rules(),
      choices({ isSilenced: (key) => (key.startsWith("post:") ? undefined : false) }),
    );
    expect(unsure).toMatchObject({
      kind: "unsure",
      keys: expect.arrayContaining(["account:facebook:handle:warga"]),
    });
    expect(ask([post("a")], rules(), choices({ isSilenced: () => undefined }))).toEqual({
      kind: "pass",
      why: "clear",
    });
  });
  describe("after earlier answers of the user", () => {
    const today = (of: Partial<PriorAnswers>) =>
      choices({ answers: () => ({ cancelled: false, continued: [], ...of }) });
    const from = (kind: EvidenceKind, over: Partial<Assessment> = {}): Rules => ({
      ...rules(),
      assess: () => assessment("warn", { evidence: [reason(kind)], ...over }),
    });

    it("only notes the same account and rule after Tetap lanjutkan, and still holds for another rule", () => {
      expect(ask([post("w")], rules(), today({ continued: ["R1"] })).kind).toBe("notice");
      expect(ask([post("w")], rules(), today({ continued: ["R2"] })).kind).toBe("hold");
    });
    it("holds the user's own draft even if its target is only noted", () => {
      const c = choices({
        answers: (who) => ({ cancelled: false, continued: who.startsWith("account:") ? ["R1"] : [] }),
      });
      const r: Rules = {
        ...rules(),
        assess: (s) =>
          assessment("warn", { account: s.kind === "post" ? "facebook:handle:warga" : undefined }),
      };
      expect(ask([post("w"), { site: "facebook", kind: "composer", text: "w draft" }], r, c)).toMatchObject({
        kind: "hold",
        warning: { excerpt: "w draft" },
      });
    });
    it("holds again after Batal, with the brief question", () => {
      expect(ask([post("w")], rules(), today({ cancelled: true }))).toMatchObject({
        kind: "hold",
        warning: { brief: true },
      });
      expect(ask([post("w")], rules(), today({}))).toMatchObject({ warning: { brief: undefined } });
    });
    it("is unsure while today's answers are not looked up", () => {
      const c = choices({ answers: () => undefined });
      expect(ask([post("w")], rules(), c)).toMatchObject({ kind: "unsure" });
      expect(ask([post("a")], rules(), c)).toEqual({ kind: "pass", why: "clear" });
    });
    it("only notes muted kinds of evidence, but never mutes an account that the ruleset lists", () => {
      const dull = choices({ isMuted: (kind) => kind === "slogan" || kind === "account" });
      expect(ask([post("w")], from("slogan"), dull).kind).toBe("notice");
      expect(ask([post("w")], from("ticket"), dull).kind).toBe("hold");
      expect(ask([post("w")], from("slogan", { listed: true }), dull).kind).toBe("hold");
      expect(ask([post("w")], from("account"), dull).kind).toBe("hold");
      expect(
        ask([post("w")], from("slogan", { evidence: [reason("slogan"), reason("account")] }), dull).kind,
      ).toBe("hold");
    });
  });
  it("says in the warning that it cannot record", () => {
    expect(ask([post("w")], rules(), choices({ canRecord: () => false }))).toMatchObject({
      warning: { canRecord: false },
    });
  });
});

describe("cachedRules", () => {
  it("assesses equal content once and forgets the oldest assessment", () => {
    let count = 0;
    const counted = cachedRules(
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

  it("judges at a press at most 2,000 letters of each text that was not read before, but a draft and what was read whole", () => {
    const lengths: number[][] = [];
    const { assess } = cachedRules({
      assess: (surface) => {
        lengths.push([surface, surface.inner, surface.parent].map((one) => one?.text.length ?? 0));
        return assessment("clear");
      },
      explain: () => law,
    });
    const long = "kata ".repeat(4_000);
    assess(post(long, { inner: post(long), parent: post(long) }), true);
    expect(lengths.pop()).toEqual([2_000, 2_000, 2_000]);
    assess(post("pendek"), true);
    expect(lengths.pop()).toEqual([6, 0, 0]);
    assess(post(`${long}.`));
    assess(post(`${long}.`), true);
    expect(lengths).toEqual([[20_001, 0, 0]]);
    lengths.length = 0;
    assess({ ...post(long), kind: "composer" }, true);
    expect(lengths).toEqual([[20_000, 0, 0]]);
  });

  it("is told by a decision that it is at a press", () => {
    const presses: unknown[] = [];
    const assess = (_: Surface, isPress?: boolean) => {
      presses.push(isPress);
      return assessment("clear");
    };
    ask([post("a")], { assess, explain: () => law }, choices());
    expect(presses).toEqual([true]);
  });
});
