import { describe, expect, it } from "vitest";
import type { AssessContext, Surface } from "../../../../src/domain/assessment.ts";
import { createAssessor, draftCheck } from "../../../../src/engine/detection/assess.ts";
import { engine } from "./fixture.ts";

const assess = createAssessor(engine());
const outside: AssessContext = { date: "2031-05-01" };
const inside: AssessContext = { date: "2030-10-01" };
const post = (text: string, more: Partial<Surface> = {}): Surface => ({
  site: "x",
  kind: "post",
  text,
  ...more,
});

describe("authors", () => {
  it("warns in any phase on a team's account, whatever it says", () => {
    const result = assess(
      post("Selamat pagi", { site: "facebook", author: { handle: "Sumar.Menang" } }),
      outside,
    );
    expect(result).toMatchObject({ level: "warn", listed: true, contest: "pilkada-2030/9901" });
    expect(result.score).toBeGreaterThan(0.98);
    expect(result.account).toBe("facebook:handle:sumar.menang");
    expect(result.evidence[0]).toMatchObject({ kind: "account", say: { key: "account-team" } });
  });

  it("knows a listed account by name only where the page shows no handle", () => {
    const author = { name: "Suwardana Marsinta" };
    expect(assess(post("halo", { site: "facebook", author }), outside).listed).toBe(true);
    expect(
      assess(post("halo", { site: "facebook", author: { ...author, handle: "lain" } }), outside).listed,
    ).toBe(false);
  });

  it("does not take a handle of another site for the listed one", () => {
    expect(assess(post("halo", { author: { handle: "sumar.menang" } }), outside).level).toBe("clear");
  });

  it("notices a party's account outside the stages and warns during those of the national election", () => {
    const surface = post("Selamat hari guru", { site: "facebook", author: { handle: "partailentera" } });
    expect(assess(surface, outside).level).toBe("notice");
    expect(assess(surface, inside).level).toBe("notice");
    expect(assess(surface, { date: "2030-01-15" }).level).toBe("warn");
  });

  it("notices an office-holder's account outside the stages of its contest and warns during them", () => {
    const surface = post("Rapat koordinasi", { author: { handle: "bupatirimba" } });
    expect(assess(surface, outside).level).toBe("notice");
    expect(assess(surface, inside).level).toBe("warn");
  });

  it("quotes the words of a bio that speak of a team, wherever they stand in it", () => {
    const bio = "Ibu dua anak, suka memasak. Sehari-hari di sahabat Suwardana Marsinta";
    const { evidence } = assess(post("Rapat", { author: { name: "Budi", bio } }), outside);
    const [reason] = evidence.filter((one) => one.say.key === "bio-team");
    expect(reason?.say.values).toEqual({ words: "sahabat" });
    expect(bio.slice(reason?.start, reason?.end)).toBe("sahabat");
  });

  it("takes a name or bio that names an office for an office-holder's, and nothing else", () => {
    const named = post("Rapat", { author: { name: "Budi", bio: "Bupati Rimbaraya" } });
    expect(assess(named, outside).level).toBe("notice");
    expect(assess(post("Rapat", { author: { name: "Budi" } }), outside).level).toBe("clear");
  });

  it("never warns on what the KPU, an agency or the press says, by list or by name", () => {
    const text = "Coblos nomor urut 1 Suwardana - Marsinta, pasti menang! #RimbarayaMenyala";
    expect(assess(post(text), outside).level).toBe("warn");
    for (const author of [
      { handle: "kpurimbaraya" },
      { handle: "kabarrimba" },
      { name: "Bawaslu Rimbaraya" },
    ]) {
      const result = assess(post(text, { author }), outside);
      expect(result.level).not.toBe("warn");
      expect(result.evidence.some((one) => one.kind === "neutral-account" && one.weight < 0)).toBe(true);
    }
  });

  it("warns on volunteers of a ticket by the page's name together with its words", () => {
    const author = { name: "Relawan Suwardana Marsinta" };
    const result = assess(post("Ayo pilih nomor 1", { author }), outside);
    expect(result.level).toBe("warn");
    expect(result.evidence.some((one) => one.say.key === "page-team")).toBe(true);
  });

  it("reads a page's category", () => {
    const result = assess(post("Halo", { author: { name: "Budi", category: "Politisi" } }), outside);
    expect(result.evidence.some((one) => one.kind === "page-category")).toBe(true);
  });
});

describe("texts", () => {
  it.each([
    ["a call with a number and a named ticket", "Jangan lupa coblos nomor 1, Suwardana Marsinta"],
    ["a call and a name", "Ayo pilih Bratasena Wijayalaga untuk Rimbaraya"],
    ["the ticket's slogan and its name", "Rimbaraya menyala lagi bersama Suwardana dan Marsinta"],
    ["obfuscated", "C0BL0S n0m0r 1️⃣ — S u w a r d a n a dan M.a.r.s.i.n.t.a"],
    ["run together", "#coblosnomor1 #suwardanamarsinta menang"],
  ])("warns on %s", (_, text) => {
    expect(assess(post(text), outside).level).toBe("warn");
  });

  it.each([
    "Survei: elektabilitas Suwardana–Marsinta unggul, ujar peneliti",
    "KPU menetapkan paslon nomor urut 1 Suwardana Kelanajaya dan Marsinta Ompusunggu",
    "Selamat pagi, indah sekali hari ini",
    "Antrean nomor 2 silakan masuk",
    "Perda nomor 2 tahun 2019",
    "",
  ])("does not warn on %j", (text) => {
    expect(assess(post(text), outside).level).not.toBe("warn");
  });

  it.each(["Selamat pagi, indah sekali hari ini", "Antrean nomor 2 silakan masuk", "besok libur", ""])(
    "has nothing to say on %j",
    (text) => expect(assess(post(text), outside)).toMatchObject({ level: "clear", rules: [] }),
  );

  it("points at the words in the text as the page shows it", () => {
    const text = "Gaes, ℂ𝕠𝕓𝕝𝕠𝕤 no. 2️⃣ ya";
    const call = assess(post(text), outside).evidence.find((one) => one.kind === "call-to-vote")!;
    expect(text.slice(call.start, call.end)).toBe("ℂ𝕠𝕓𝕝𝕠𝕤 no. 2");
  });

  it("reads image texts, quoted posts and a comment's post", () => {
    const text = "Coblos nomor 1 Suwardana Marsinta";
    expect(
      assess(post("cek", { imageAlt: [`Mungkin gambar teks yang menyatakan '${text}'`] }), outside).level,
    ).toBe("warn");
    expect(assess(post("setuju", { inner: post(text) }), outside).level).toBe("warn");
    const comment = post("mantap", { kind: "comment", parent: post(text) });
    expect(assess(comment, outside).score).toBeGreaterThan(
      assess(post("mantap", { kind: "comment" }), outside).score,
    );
  });

  it("counts an everyday word as a name only beside the ticket's other name", () => {
    expect(assess(post("Bratasena dan Indah siap"), outside).evidence[0]?.say.key).toBe("ticket");
    expect(assess(post("Indah sekali"), outside).evidence.every((one) => one.weight < 0.5)).toBe(true);
  });

  it("lists the rules that a surface touches", () => {
    const rules = (text: string, more: Partial<Surface> = {}, context = outside): readonly string[] =>
      assess(post(`${text} coblos nomor 1 Suwardana`, more), context).rules;
    expect(rules("kaos paslon")).toEqual(["R1", "R3", "R4"]);
    expect(rules("stiker mobil")).toEqual(["R1", "R3", "R7"]);
    expect(rules("hadiri kampanye akbar")).toEqual(["R1", "R2", "R3"]);
    expect(rules("nonton debat langsung")).toContain("R8");
    expect(rules("☝️")).toContain("R5");
    expect(rules("", {}, { ...outside, atOffice: true })).toContain("R6");
    expect(rules("", { kind: "group" })).toContain("X1");
  });
});

describe("drafts", () => {
  it("checks drafts with the same core", () => {
    const result = draftCheck(engine(), "ayo dukung Suwardana Marsinta, coblos nomor 1");
    expect(result.level).toBe("warn");
    expect(result.rules).toEqual(["R3"]);
    expect(result.evidence.every((one) => one.field === "draft")).toBe(true);
    expect(draftCheck(engine(), "rapat jam dua di kantor").level).toBe("clear");
  });
});
