import { describe, expect, it } from "vitest";
import { readJson } from "../../../../../scripts/model/load-engine.ts";
import type { Ruleset } from "../../../../../src/engine/ruleset/schema/index.ts";
import { BETWEEN, levelOf, RUNNING, surface } from "../shipped.ts";

const GIVEN = (
  "Felix Ryan Dimas Yuli Intan Karina Rahayu Dian Vina Rony Feri Sigit Darmawan Lubis Agus Budi Slamet Wahyu Eko Fitri " +
  "Hadi Indah Joko Lestari Maya Nur Oki Putri Rahmat Sari Umar Yanto Zainal Novi Reza Arif Hendra Yusuf Ayu Bayu Candra"
).split(" ");
const SENTENCES = [
  "Pak X keren sekali penjelasannya",
  "bu X cantik dan baik hati",
  "mas X semangat ya, sukses terus",
  "selamat ulang tahun X, sehat selalu",
  "dukung X jadi juara kelas!",
];

describe("given names and everyday words", () => {
  it("name nobody, inside and outside election years", () => {
    for (const date of [BETWEEN, "2024-11-10"]) {
      const marked = GIVEN.flatMap((name) => SENTENCES.map((one) => one.replace("X", name))).filter(
        (text) => levelOf(text, date) !== "clear",
      );
      expect(marked).toEqual([]);
    }
  });
  it.each([
    "Suara penyanyinya merdu sekali",
    "kata orang tua jangan begadang",
    "masi lama ya macetnya",
    "etik banget cara bicaranya",
    "dia hero di game itu, auranya beda",
  ])("in folded spellings, too: %s", (text) => {
    expect(levelOf(text, "2024-11-10")).toBe("clear");
  });
});

describe("an everyday word that is a name at home", () => {
  const regions = readJson("public/rulesets/bundled.json") as Ruleset;
  const of = (name: RegExp) =>
    regions.roster.contests.find(({ tickets }) =>
      tickets.some(({ candidates }) => candidates.some((one) => name.test(one.name))),
    )!.region!;
  it("stays an everyday word in an equivalent spelling", () => {
    const text = "kata hati paling layak memimpin, kata orang tua pemilu begitu";
    expect(levelOf(text, "2024-11-10", {}, { region: of(/\bKATTA\b/i) })).toBe("clear");
  });
});

describe("one word of a local name", () => {
  const text = "Bu Marsinta hebat dan sangat peduli, semoga sukses";
  it("means nothing by itself", () => {
    expect(levelOf(text, RUNNING)).toBe("clear");
  });
  it("counts beside the partner, an election word or the region, at home, and under the candidate's post", () => {
    expect(levelOf("Suwardana Marsinta hebat, semoga sukses", RUNNING)).not.toBe("clear");
    expect(levelOf("cabup Suwardana hebat, semoga sukses", RUNNING)).not.toBe("clear");
    expect(levelOf("Bu Marsinta hebat, jadikan Rimbaraya sukses", RUNNING)).not.toBe("clear");
    const parent = surface("Selamat pagi", { author: { name: "Marsinta Ompusunggu" } });
    expect(levelOf(text, RUNNING, { kind: "comment", parent })).not.toBe("clear");
  });
});

describe("a name that is also a word", () => {
  it("needs capitals or support", () => {
    expect(levelOf("badan sudah pulih, kaos baru gratis", RUNNING)).toBe("clear");
    expect(levelOf("kaos PULIH gratis buat semua", RUNNING)).toBe("warn");
  });
});
