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
