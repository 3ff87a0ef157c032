import { readFileSync } from "node:fs";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { Surface } from "../../../src/domain/assessment.ts";
import type { Action } from "../../../src/domain/vocabulary.ts";
import { compileRuleset } from "../../../src/engine/ruleset/compile/index.ts";
import { packCompiled } from "../../../src/engine/ruleset/compile/pack.ts";
import { compose } from "../../../src/engine/ruleset/layers/compose.ts";
import type { Layer, Rule, Ruleset } from "../../../src/engine/ruleset/schema/index.ts";
import { parseRuleset } from "../../../src/engine/ruleset/validate/parse.ts";
import { DEFAULT_SETTINGS } from "../lib/defaults.ts";

const now = { atOffice: false };
vi.mock("../../../src/storage/office-hours-cache.ts", () => ({ isOfficeTime: () => now.atOffice }));
vi.stubGlobal("browser", fakeBrowser);
vi.stubGlobal("chrome", fakeBrowser);
const { createRules } = await import("../../../src/content/rules-engine.ts");
const { checkDraft } = await import("../../../src/pages/popup/check-draft.ts");
const { stored } = await import("../../../src/storage/items.ts");

const DAY = "2024-10-20";
const parsed = parseRuleset(JSON.parse(readFileSync("public/rulesets/bundled.json", "utf8")));
if (!parsed.ok) throw new Error("the bundle is refused");
const { roster, ...rest } = parsed.ruleset;
/* The texts below name one pair: a roster of its contest alone is compiled sooner. */
const contests = roster.contests.filter((one) => JSON.stringify(one.tickets).includes("AIRIN RACHMI"));
const bundled: Ruleset = { ...rest, roster: { ...roster, contests, accounts: [] } };

const CALL = "Ayo coblos nomor 1, menangkan Airin-Ade untuk Banten!";
const post = (text: string, kind: Surface["kind"] = "post"): Surface => ({ site: "x", kind, text });

/** The bundled rule, a surface that touches it and the action it speaks of. */
const CASES: readonly { id: string; surface: Surface; action: Action; atOffice?: true }[] = [
  { id: "R1", surface: post(CALL), action: "like" },
  { id: "R2", surface: post(`Hadiri kampanye akbar paslon nomor 1! ${CALL}`, "event"), action: "attend" },
  { id: "R3", surface: post(CALL), action: "share" },
  { id: "R4", surface: post(`Bagi kaos paslon nomor 1! ${CALL}`), action: "upload" },
  { id: "R5", surface: post(`Salam jari ☝️ ${CALL}`), action: "upload" },
  { id: "R6", surface: post(CALL), action: "send", atOffice: true },
  { id: "R7", surface: post(`Stiker paslon nomor 1 gratis! ${CALL}`), action: "send" },
  {
    id: "R8",
    surface: post(`Hadiri debat paslon nomor 1 Airin Ade! ${CALL}. Nonton bareng debat publik`, "event"),
    action: "attend",
  },
  { id: "X1", surface: post(CALL, "group"), action: "join" },
  { id: "X2", surface: post(CALL), action: "like" },
];

/** The rule an agency puts in the place of `id`: the same law under an id of its own. */
const ownRule = (id: string): Rule => ({ ...bundled.rules.find((rule) => rule.id === id)!, id: `K-${id}` });

function replaced(id: string): Ruleset {
  const layer = {
    format: 1,
    kind: "layer",
    meta: { ...bundled.meta, id: "uji", version: 1, validUntil: "2099-01-01" },
    set: { rules: [ownRule(id)] },
    off: { rules: [id] },
  } as unknown as Layer;
  const { ruleset, skipped } = compose(bundled, { agency: layer }, DAY);
  expect(skipped).toEqual([]);
  return ruleset;
}

/** Only this rule, so that no neighbour can speak in its place. */
const only = (ruleset: Ruleset, id: string): Ruleset => ({
  ...ruleset,
  rules: ruleset.rules.filter((rule) => rule.id === id),
  sanctions: [],
});

/** Assesses and explains as a page does, within office hours where asked for. */
function ask(ruleset: Ruleset, surface: Surface, action: Action) {
  const settings = { ...DEFAULT_SETTINGS, spouse: true };
  const rules = createRules(
    compileRuleset(ruleset),
    () => settings,
    () => DAY,
  );
  const assessment = rules.assess(surface);
  const said = rules.explain(action, surface.kind, assessment);
  return {
    level: assessment.level,
    touched: assessment.rules,
    topics: assessment.topics,
    says: said?.rule.id,
    holds: said?.holds,
  };
}

describe("an agency's rule in the place of a bundled one", () => {
  it.each(CASES)(
    "$id: speaks and holds under its own id as the bundled one did",
    ({ id, surface, action, atOffice }) => {
      now.atOffice = atOffice === true;
      const before = ask(only(bundled, id), surface, action);
      const after = ask(only(replaced(id), `K-${id}`), surface, action);
      expect(before).toMatchObject({ touched: [id], says: id });
      expect(before.level).not.toBe("clear");
      expect(after).toEqual({ ...before, touched: [`K-${id}`], says: `K-${id}` });
    },
  );

  it.each(CASES)(
    "$id: stands among the rules touched where the whole ruleset is in force",
    ({ id, surface, action, atOffice }) => {
      now.atOffice = atOffice === true;
      const before = ask(bundled, surface, action);
      const after = ask(replaced(id), surface, action);
      expect(before.touched).toContain(id);
      expect([...after.touched].sort()).toEqual(
        before.touched.map((one) => (one === id ? `K-${id}` : one)).sort(),
      );
      expect(after.topics).toEqual(before.topics);
      if (before.says === id) expect(after.says).toBe(`K-${id}`);
    },
  );

  it("is named by the draft check, with a number or without", async () => {
    /* A Sunday: in office hours the rule about politics at the office is named, too. */
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-29T03:00:00Z") });
    onTestFinished(() => void vi.useRealTimers());
    const named = async (ruleset: Ruleset) => {
      await stored.rules.setValue(packCompiled(compileRuleset(ruleset)));
      return (await checkDraft(CALL)).rules.map(({ id, number, title }) => [id, number, title.id]);
    };
    const { number, title } = ownRule("R3");
    expect(await named(bundled)).toEqual([["R3", number, title.id]]);
    expect(await named(replaced("R3"))).toEqual([["K-R3", number, title.id]]);
    const bare = replaced("R3");
    const unnumbered = bare.rules.map((rule) => (rule.id === "K-R3" ? { ...rule, number: undefined } : rule));
    expect(await named({ ...bare, rules: unnumbered })).toEqual([["K-R3", undefined, title.id]]);
  });
});
