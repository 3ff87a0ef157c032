import { describe, expect, it } from "vitest";
import sentences from "../../../../assets/locales/id/overlay.json" with { type: "json" };
import { readJson } from "../../../../scripts/model/load-engine.ts";
import type { EvidenceKind, Surface } from "../../../../src/domain/assessment.ts";
import { EVIDENCE_KINDS } from "../../../../src/domain/evidence-schema.ts";
import { createAssessor } from "../../../../src/engine/detection/assess.ts";
import { compileRuleset, loadCompiled } from "../../../../src/engine/ruleset/compile/index.ts";
import type { Ruleset } from "../../../../src/engine/ruleset/schema/index.ts";
import { engine, ruleset } from "./fixture.ts";

/** One surface per source of evidence, and the same without what that source looks at. */
const CASES: Readonly<Record<EvidenceKind, [Partial<Surface>, Partial<Surface>]>> = {
  account: [
    { text: "pagi", author: { handle: "relawansumar" } },
    { text: "pagi", author: { handle: "lain" } },
  ],
  "neutral-account": [
    { text: "Suwardana", author: { handle: "kpurimbaraya" } },
    { text: "Suwardana", author: { handle: "lain" } },
  ],
  "page-name": [
    { text: "pagi", author: { name: "Relawan Suwardana Marsinta" } },
    { text: "pagi", author: { name: "Budi Utomo" } },
  ],
  "page-category": [
    { text: "pagi", author: { name: "Budi", category: "Politisi" } },
    { text: "pagi", author: { name: "Budi", category: "Toko" } },
  ],
  "office-holder": [
    { text: "pagi", author: { name: "Budi", bio: "Bupati Rimbaraya" } },
    { text: "pagi", author: { name: "Budi", bio: "Guru" } },
  ],
  ticket: [{ text: "Suwardana dan Marsinta" }, { text: "Suwarni dan Marno" }],
  candidate: [{ text: "Bratasena Wijayalaga" }, { text: "Bratasura Wijaya" }],
  party: [{ text: "Partai Lentera" }, { text: "Partai Obor" }],
  "ballot-number": [{ text: "ini paslon nomor 2" }, { text: "ini kursi di belakang" }],
  "call-to-vote": [{ text: "jangan lupa coblos" }, { text: "jangan lupa makan" }],
  slogan: [{ text: "menang satu putaran" }, { text: "lari satu putaran" }],
  hashtag: [{ text: "#suwardana #marsinta" }, { text: "#sarapan #pagi" }],
  programme: [{ text: "program unggulan kita" }, { text: "program televisi kita" }],
  "event-invitation": [{ text: "hadiri kampanye akbar" }, { text: "ikut rapat warga" }],
  charity: [{ text: "bagi sembako di balai" }, { text: "bagi rapor di balai" }],
  attribute: [{ text: "kaos paslon sudah ada" }, { text: "kaos kaki sudah ada" }],
  "image-text": [
    { text: "cek", imageAlt: ["teks yang menyatakan 'jangan lupa coblos'"] },
    { text: "cek", imageAlt: ["teks yang menyatakan 'jangan lupa makan'"] },
  ],
  lexicon: [{ text: "pasti menang" }, { text: "pasti datang" }],
  "news-style": [{ text: "Suwardana, elektabilitas survei" }, { text: "Suwardana, cucian kemarin" }],
  model: [
    { text: "ayo dukung coblos menangkan calon kita bersama rakyat menang" },
    { text: "resep sayur asem ibu tadi pagi enak sekali" },
  ],
};

/** The model is the shipped one: the fixture has none. */
const shipped = loadCompiled(
  compileRuleset(ruleset() as Ruleset, { model: readJson("assets/model/text-model.json") as never }),
);
const bare = createAssessor(engine());
const full = createAssessor(shipped);
const evidenceOf = (surface: Partial<Surface>, kind: EvidenceKind) =>
  (kind === "model" ? full : bare)({ site: "x", kind: "post", text: "", ...surface }, { date: "2031-05-01" })
    .evidence;
const kindsOf = (surface: Partial<Surface>, kind: EvidenceKind): string[] =>
  evidenceOf(surface, kind)
    .filter((one) => one.text !== "")
    .map((one) => one.kind);

describe("every source of evidence", () => {
  it.each(EVIDENCE_KINDS)("%s is reported exactly where it occurs", (kind) => {
    const [speaks, silent] = CASES[kind];
    expect(kindsOf(speaks, kind)).toContain(kind);
    expect(kindsOf(silent, kind)).not.toContain(kind);
  });

  it.each(EVIDENCE_KINDS)("%s has a sentence, whose slots are filled", (kind) => {
    for (const { say } of evidenceOf(CASES[kind][0], kind)) {
      const sentence = (sentences as Record<string, string>)[`evidence.${say.key}`];
      expect(sentence, say.key).toBeDefined();
      for (const [, slot] of sentence!.matchAll(/\{(\w+)/g)) expect(Object.keys(say.values)).toContain(slot);
    }
  });
});
