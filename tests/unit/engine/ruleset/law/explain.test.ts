import { describe, expect, test } from "vitest";
import { ACTIONS, STATUSES } from "../../../../../src/domain/vocabulary.ts";
import { explain, isInForce } from "../../../../../src/engine/ruleset/law/explain.ts";
import { bundled } from "../bundled.ts";

const ruleset = bundled();
const TODAY = "2026-11-21";
const CAMPAIGN = "2024-10-10";
const BEFORE = "2024-09-01";
const CONTEST = "pilkada-2024/3204";
const ask = { surface: "post", status: "PNS", date: TODAY } as const;

describe("which rule answers which action", () => {
  test.each([
    ["like", "post", "R1", "firm", true],
    ["react", "comment", "R1", "firm", true],
    ["dislike", "post", "R1", "advice", true],
    ["publish", "composer", "R3", "firm", true],
    ["comment", "post", "R3", "firm", true],
    ["reply", "comment", "R3", "firm", true],
    ["share", "post", "R3", "firm", true],
    ["repost", "post", "R3", "firm", true],
    ["quote", "post", "R3", "firm", true],
    ["send", "post", "R3", "advice", true],
    ["follow", "profile", "X1", "disputed", true],
    ["join", "group", "X1", "firm", true],
    ["attend", "event", "R2", "disputed", true],
    ["upload", "composer", "R5", "firm", false],
  ] as const)("%s on %s: %s, %s, holds %s", (action, surface, rule, strength, holds) => {
    const said = explain(ruleset, { ...ask, action, surface });
    expect([said?.rule.id, said?.strength, said?.holds]).toEqual([rule, strength, holds]);
    if (strength !== "firm") expect(said?.note?.id).toBeTruthy();
  });

  test("answers every action", () => {
    for (const action of ACTIONS) expect(explain(ruleset, { ...ask, action }), action).not.toBeNull();
  });

  test("a debate in person is R8 and holds, a campaign shirt R4 and notes, a sticker R7 and notes", () => {
    const at = (action: "attend" | "upload", topic: "debate" | "attribute" | "sticker") => {
      const said = explain(ruleset, { ...ask, action, surface: "event", topics: [topic] });
      return [said?.rule.id, said?.holds];
    };
    expect(at("attend", "debate")).toEqual(["R8", true]);
    expect(at("upload", "attribute")).toEqual(["R4", false]);
    expect(at("upload", "sticker")).toEqual(["R7", false]);
  });

  test("watching a debate's stream is not attendance", () => {
    const said = explain(ruleset, { ...ask, action: "attend", surface: "live", topics: ["debate"] });
    expect(said?.rule.id).not.toBe("R8");
  });

  test("talk of an office group never turns a held post into a mere notice, but is named", () => {
    const said = explain(ruleset, { ...ask, action: "publish", topics: ["office"] });
    expect([said?.rule.id, said?.holds]).toEqual(["R3", true]);
    expect(said?.also).toContain("R6");
  });

  test("joining a volunteers' account is firm, following a candidate's disputed", () => {
    const of = (account: "volunteer" | "candidate") =>
      explain(ruleset, { ...ask, action: "follow", surface: "profile", account })?.strength;
    expect([of("volunteer"), of("candidate")]).toEqual(["firm", "disputed"]);
  });

  test("shows X2 only to a candidate's spouse", () => {
    expect(explain(ruleset, { ...ask, action: "like", spouse: true })?.rule.id).toBe("X2");
    expect(explain(ruleset, { ...ask, action: "like" })?.also).not.toContain("X2");
  });
});

describe("bases", () => {
  test("every trigger of every rule rests on something in force today", () => {
    for (const rule of ruleset.rules) {
      for (const trigger of rule.triggers) {
        const now = trigger.bases.filter((id) => {
          const basis = ruleset.bases.find((one) => one.id === id)!;
          const instrument = ruleset.instruments.find((one) => one.id === basis.instrument)!;
          return isInForce(basis, instrument, TODAY) && basis.binds === undefined;
        });
        expect(now, `${rule.id} ${trigger.actions}`).not.toEqual([]);
      }
    }
  });

  test("no superseded or historical instrument is cited as current, and what has an end says what came after", () => {
    for (const instrument of ruleset.instruments) {
      const over = instrument.status === "superseded" || instrument.status === "historical";
      expect(instrument.validUntil !== undefined && instrument.validUntil < TODAY, instrument.id).toBe(over);
      if (instrument.status === "superseded") {
        const next = ruleset.instruments.find((one) => one.id === instrument.supersededBy);
        expect((next?.validFrom ?? "") > (instrument.validUntil ?? ""), instrument.id).toBe(true);
      }
    }
    for (const action of ACTIONS) {
      for (const status of STATUSES) {
        for (const basis of explain(ruleset, { ...ask, action, status })?.bases ?? []) {
          expect(["current", "advice", "limited"], basis.id).toContain(basis.instrument.status);
        }
      }
    }
  });

  test("explains a click in 2020 by the law of 2020", () => {
    const ids = explain(ruleset, { ...ask, action: "like", date: "2020-10-01" })?.bases.map(
      (b) => b.instrument.id,
    );
    expect(ids).toContain("skb-2020");
    expect(ids).toContain("pp53-2010");
    expect(ids).not.toContain("skb-2022");
    expect(ids).not.toContain("uu20-2023");
    const spouse = explain(ruleset, { ...ask, action: "like", date: "2020-10-01", spouse: true });
    expect(spouse?.bases.map((b) => b.instrument.id)).not.toContain("se-18-2023");
  });

  test("the joint decree's list fits the object: hopefuls before determination, candidates after", () => {
    const ids = (date: string) =>
      explain(ruleset, { ...ask, action: "like", date, contest: CONTEST })?.bases.map((basis) => basis.id) ??
      [];
    expect(ids(BEFORE)).toContain("skb22-etik-4");
    expect(ids(BEFORE)).not.toContain("skb22-disiplin-6");
    expect(ids(CAMPAIGN)[0]).toBe("skb22-disiplin-6");
    expect(ids(CAMPAIGN)).not.toContain("skb22-etik-4");
  });

  test("CPNS are told why PP 94 binds them, PPPK are bound through PP 49/2018, PPNPN through SE 1/2023, PNS through neither", () => {
    const own = (status: (typeof STATUSES)[number]) =>
      explain(ruleset, { ...ask, action: "like", status })?.bases.flatMap((b) =>
        /cpns|pp49|se1/.test(b.id) ? [b.id] : [],
      );
    expect([own("PNS"), own("CPNS"), own("PPPK"), own("PPNPN")]).toEqual([
      [],
      ["pp94-cpns"],
      ["pp49-52-3"],
      ["se1-ppnpn"],
    ]);
  });
});

describe("sanctions", () => {
  const level = (date: string, status: (typeof STATUSES)[number], action: "like" | "attend" = "like") =>
    explain(ruleset, { ...ask, action, status, date, contest: CONTEST })?.sanctionLevel;

  test("has one sanction for every rule, phase and status", () => {
    for (const rule of ruleset.rules) {
      const trigger = rule.triggers[0]!;
      for (const status of rule.binds) {
        for (const date of [
          BEFORE,
          "2024-09-22",
          CAMPAIGN,
          "2024-11-25",
          "2024-11-27",
          "2025-01-05",
          TODAY,
        ]) {
          const said = explain(ruleset, {
            action: trigger.actions[0]!,
            surface: trigger.surfaces[0]!,
            topics: trigger.topic ? [trigger.topic] : undefined,
            status,
            date,
            contest: CONTEST,
            spouse: rule.only === "spouse",
            rule: rule.id,
          });
          expect(said?.sanction?.id, `${rule.id} ${status} ${date}`).toBeTruthy();
        }
      }
    }
  });

  test("ethics before determination, discipline after, contract for non-ASN staff", () => {
    expect([level(BEFORE, "PNS"), level(CAMPAIGN, "PNS"), level(TODAY, "PNS")]).toEqual([
      "ethics",
      "discipline",
      "unclear",
    ]);
    expect([level(BEFORE, "PPPK"), level(CAMPAIGN, "PPPK")]).toEqual(["ethics", "discipline"]);
    expect([level(BEFORE, "PPNPN"), level(CAMPAIGN, "PPNPN")]).toEqual(["contract", "contract"]);
  });

  test("presents no sanction as certain", () => {
    for (const { text, id } of ruleset.sanctions) {
      expect(text.id, id).toMatch(/dapat|PPK|menyebut|disebut|merujuk/);
      expect(text.en, id).toMatch(/can|may|named|names|refers|weighs/);
    }
  });
});

test("returns null for an unknown rule and an empty ruleset", () => {
  expect(explain(ruleset, { ...ask, action: "like", rule: "R99" })).toBeNull();
  const empty = {
    rules: [],
    instruments: [],
    bases: [],
    sanctions: [],
    phases: { kinds: [], elections: [] },
  };
  expect(explain(empty, { ...ask, action: "like" })).toBeNull();
});

test("answers quickly (a loose bound for busy machines)", () => {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    for (let at = 0; at < 200; at++)
      explain(ruleset, { ...ask, action: "like", contest: CONTEST, date: CAMPAIGN });
    times.push((performance.now() - start) / 200);
  }
  expect(Math.min(...times)).toBeLessThan(20);
});
