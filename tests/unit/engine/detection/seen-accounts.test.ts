/** What an account was seen to write before, as the assessment is told of it. */
import { describe, expect, it } from "vitest";
import { assessed, BETWEEN, COMING, OVER, RUNNING, under } from "./shipped.ts";

const CALL = "Ayo coblos nomor 2, menangkan Bratasena Wulantika!";
const warga = { name: "Warga Biasa", handle: "warga.biasa" };
const seenCampaign = (account: string) => account === "facebook:handle:warga.biasa";
const level = (text: string, more = {}, date = RUNNING) => assessed(text, date, more, { seenCampaign }).level;

describe("a post counts for its account", () => {
  const counts = (date: string, more = {}, text = CALL) =>
    assessed(text, date, { author: warga, ...more }).explicit === true;

  it("if it calls to vote in a running contest", () => {
    expect(counts(RUNNING)).toBe(true);
    expect([BETWEEN, COMING, OVER].filter((date) => counts(date))).toEqual([]);
    expect(counts(RUNNING, {}, "Rapat RT jam sembilan di balai desa")).toBe(false);
    expect(counts(RUNNING, {}, "Ayo coblos nomor 2!")).toBe(false);
  });

  it("but not for KPU, press or government, without an author, in a comment or in a quotation", () => {
    for (const name of [
      "KPU Kabupaten Rimbaraya",
      "Bawaslu Rimbaraya",
      "Berita Rimbaraya",
      "Dinas Kominfo Rimbaraya",
    ])
      expect([name, counts(RUNNING, { author: { name } })]).toEqual([name, false]);
    expect(counts(RUNNING, { author: undefined })).toBe(false);
    expect(counts(RUNNING, { kind: "comment" })).toBe(false);
    const inner = { site: "facebook", kind: "post", text: CALL } as const;
    expect(counts(RUNNING, { inner }, "lihat ini")).toBe(false);
  });
});

describe("an account that was seen often enough", () => {
  it("is a campaign's: its other posts and their replies warn with the reason", () => {
    const found = assessed("Sarapan bubur ayam dulu", RUNNING, { author: warga }, { seenCampaign });
    expect(found.level).toBe("warn");
    expect(found.evidence[0]!.say.key).toBe("account-seen");
    expect(found.listed).toBe(false);
    const parent = { ...under("Sarapan bubur ayam dulu").parent!, author: warga };
    expect(level("mantap pak", { kind: "comment", parent })).toBe("warn");
  });

  it("changes nothing for other accounts (control)", () => {
    expect(assessed("Sarapan bubur ayam dulu", RUNNING, { author: warga }).level).toBe("clear");
    expect(level("Sarapan bubur ayam dulu", { author: { name: "Warga Lain", handle: "warga.lain" } })).toBe(
      "clear",
    );
  });

  it("is never one with a neutral name", () => {
    const author = { name: "KPU Kabupaten Rimbaraya", handle: "warga.biasa" };
    expect(level("Sarapan bubur ayam dulu", { author })).toBe("clear");
  });
});
