import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findRegions, REGIONS, regionOf, regionText, zoneOf } from "../../../src/ui/regions.ts";

const search = (query: string) => findRegions(query).map(regionText);

describe("regions", () => {
  it("has the 38 provinces and the 514 regencies and cities, each with a province", () => {
    expect(REGIONS.filter((r) => r.code.length === 2)).toHaveLength(38);
    const regencies = REGIONS.filter((r) => r.code.length === 4);
    expect(regencies).toHaveLength(514);
    expect(regencies.filter((r) => !r.province)).toEqual([]);
    expect(new Set(REGIONS.map((r) => r.code)).size).toBe(552);
  });

  it("finds regions by any words of their names, best match first", () => {
    expect(search("bandung")).toEqual([
      "Kabupaten Bandung, Jawa Barat",
      "Kota Bandung, Jawa Barat",
      "Kabupaten Bandung Barat, Jawa Barat",
    ]);
    expect(search("kota bandung")).toEqual(["Kota Bandung, Jawa Barat"]);
    expect(search("Kab. Bdg")).toEqual([]);
    expect(search("jakarta")[0]).toBe("DKI Jakarta");
    expect(search("prov. jawa tengah")[0]).toBe("Jawa Tengah");
    expect(search("surakarta")).toEqual(["Kota Surakarta, Jawa Tengah"]);
    expect(search("papua peg jaya")[0]).toContain("Papua Pegunungan");
  });

  it("finds a region by what people call it, before those that begin so", () => {
    expect(search("solo").slice(0, 1)).toEqual(["Kota Surakarta, Jawa Tengah"]);
    expect(search("solo").join()).toContain("Solok");
    expect(search("solok").join()).not.toContain("Surakarta");
    expect(search("jogja").join()).toContain("Kota Yogyakarta");
    expect(search("tangsel")).toEqual(["Kota Tangerang Selatan, Banten"]);
    expect(search("jaksel").join()).toContain("Jakarta Selatan");
    expect(search("jabar")[0]).toBe("Jawa Barat");
    expect(search("kab semarang jateng")).toEqual(["Kabupaten Semarang, Jawa Tengah"]);
    expect(search("constructor")).toEqual([]);
  });

  it("knows only common names that find something", () => {
    const names = readFileSync("src/ui/regions.ts", "utf8").match(/^ {2}([a-z]+): "[a-z ]+",$/gm) ?? [];
    const common = names
      .map((line) => line.trim().split(":")[0]!)
      .filter((name) => !["kab", "kep", "diy"].includes(name));
    expect(common.length).toBeGreaterThan(25);
    expect(common.filter((name) => search(name).length === 0)).toEqual([]);
  });

  it("finds nothing for an empty or a hostile query", () => {
    for (const query of ["", "  ", "...", "<script>", "(", "\\", "x".repeat(1e6)])
      expect(search(query)).toEqual([]);
    expect(findRegions("kabupaten")).toHaveLength(8);
    expect([regionOf("99"), regionOf(null), regionOf("constructor")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("gives each region a time zone", () => {
    expect(["11", "3273", "61", "62"].map(zoneOf)).toEqual(Array(4).fill("Asia/Jakarta"));
    expect(["51", "52", "53", "63", "64", "65", "7371", "76"].map(zoneOf)).toEqual(
      Array(8).fill("Asia/Makassar"),
    );
    expect(["81", "82", "91", "97"].map(zoneOf)).toEqual([...Array(3).fill("Asia/Jayapura"), zoneOf("97")]);
    expect(REGIONS.filter((r) => !zoneOf(r.code))).toEqual([]);
    expect(zoneOf("00")).toBeUndefined();
  });
});
