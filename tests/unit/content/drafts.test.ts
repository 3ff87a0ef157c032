/** The user's own drafts (R3): what is held when it is sent, from whatever composer, and Cek draf says the same. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shippedModel } from "../../../scripts/model/load-engine.ts";
import { createRules } from "../../../src/content/rules-engine.ts";
import { SITE_IDS } from "../../../src/domain/sites.ts";
import type { Action } from "../../../src/domain/vocabulary.ts";
import { draftCheck } from "../../../src/engine/detection/assess.ts";
import { compileRuleset, loadCompiled } from "../../../src/engine/ruleset/compile/index.ts";
import type { Ruleset } from "../../../src/engine/ruleset/schema/index.ts";
import { decide, type UserAnswers } from "../../../src/guard/decision/decide.ts";
import { DEFAULT_SETTINGS } from "../lib/defaults.ts";

const DAYS = ["2024-10-20", "2026-11-29"] as const;
const bundled = JSON.parse(readFileSync("public/rulesets/bundled.json", "utf8")) as Ruleset;
const compiled = compileRuleset(bundled, { model: shippedModel() });
const engine = loadCompiled(compiled);

/** What sends a draft: a status or caption, a comment, a reply, a repost with words, a chat. */
const SENDS: readonly Action[] = ["publish", "comment", "reply", "quote", "share", "send"];

const EXPLICIT = [
  "Ayo coblos nomor 2",
  "besok kampanye akbar paslon 01, ikut yuk",
  "Jangan lupa pilih paslon 03 di TPS nanti ya",
  "Gaspol, menangkan paslon 02!",
  "Ojo lali nyoblos nomer siji yo lur",
  "Hayu urang coblos nomer dua",
  "Katong coblos nomor dua e, jang lupa",
];
const NEUTRAL = [
  "Ayo datang ke TPS, gunakan hak pilih",
  "besok rapat akbar koperasi, ikut yuk",
  "Jangan lupa pilih menu nomor 3 di kantin nanti ya",
  "Gaspol, menangkan lomba tujuh belasan!",
  "Ojo lali sarapan karo anak loro yo lur",
  "Hayu urang ngaliwet duaan",
  "ASN dilarang ikut kampanye paslon mana pun",
];

const choices: UserAnswers = {
  paused: () => null,
  isSilenced: () => false,
  lookUp: async () => {},
  canRecord: () => true,
};

describe.each(DAYS)("on %s", (date) => {
  const rules = createRules(
    compiled,
    () => DEFAULT_SETTINGS,
    () => date,
  );
  /** What the guard does with it, by site and way of sending, each once. */
  const decided = (text: string): string[] => {
    const all = SITE_IDS.flatMap((site) =>
      SENDS.map((action) => {
        const surfaces = [{ site, kind: "composer", text }] as const;
        return decide({ site, action, surfaces }, rules, choices, () => "hold-1").kind;
      }),
    );
    return [...new Set(all)];
  };

  it.each(EXPLICIT)("is held from every composer, and Cek draf says so: %s", (text) => {
    expect([decided(text), draftCheck(engine, text, { date }).level]).toEqual([["hold"], "warn"]);
  });

  it.each(NEUTRAL)("control: passes from every composer, and Cek draf says nothing: %s", (text) => {
    expect([decided(text), draftCheck(engine, text, { date }).level]).toEqual([["pass"], "clear"]);
  });

  it("is held beside a post that says nothing, too, and the draft is what is asked about", () => {
    const [post, text] = ["Resep sayur asem hari ini", EXPLICIT[0]!];
    const surfaces = [
      { site: "x", kind: "post", text: post, author: { name: "Warga", handle: "warga" } },
      { site: "x", kind: "composer", text },
    ] as const;
    const held = decide({ site: "x", action: "reply", surfaces }, rules, choices, () => "hold-1");
    expect(held.kind === "hold" && held.warning.excerpt).toBe(text);
  });
});
