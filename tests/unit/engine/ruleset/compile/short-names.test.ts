import { describe, expect, test } from "vitest";
import {
  pairAlias,
  personAliases,
  shortName,
  titleCase,
} from "../../../../../src/engine/ruleset/compile/short-names.ts";
import { bundled } from "../bundled.ts";

describe("short names from the KPU's spelling", () => {
  test.each([
    ["BUSTAMI HAMZAH, S.E., M.Si.", "Bustami Hamzah"],
    ["Tgk. H. M. FADHIL RAHMI, Lc., M.Ag.", "Fadhil Rahmi"],
    ["Prof. Dr. Ir. Hi. NELSON POMALINGO, M.Pd.", "Nelson Pomalingo"],
    ["DR. HC. JOHN TABO, SE., M.BA.", "John Tabo"],
    ["Jenderal TNI (Purn.) H. ANDIKA M PERKASA, S.E., M.A., M.Sc.", "Andika M Perkasa"],
    ["dr. RENY A. LAMADJIDO, Sp.PK., M.Kes.", "Reny A Lamadjido"],
    ["H.M. SALIM FAKHRY, SE.,MM", "Salim Fakhry"],
    ["FAJAR HADI PRABOWO.", "Fajar Hadi Prabowo"],
    ["KARYA SEPTIANUS BATE'E, S.STP., M.A.P.", "Karya Septianus Bate'e"],
    ["KH. MUH. UNAIS ALI HISYAM, S.Sos, M.Pd.I", "Muh Unais Ali Hisyam"],
    ["MOCH. FAUZAN JA’FAR, S.Ag., S.H., M.H.", "Moch Fauzan Ja'far"],
    ["I GEDE DANA, S.Pd.,M.Si.", "I Gede Dana"],
    ["II SUMIRAT, S.T.", "II Sumirat"],
    ["Hi. THAIB DJALALUDDIN. S.IP.", "Thaib Djalaluddin"],
    ["Kol Ckm (Purn) DRH WAHYU SAPTONO HADI, M.Si.", "Wahyu Saptono Hadi"],
    ["Drs.H.MUHAMMAD BASYIR", "Muhammad Basyir"],
  ])("%s is %s", (official, short) => {
    expect(shortName(official).short).toBe(short);
  });

  test("takes a nickname in brackets and not a rank", () => {
    expect(shortName("H. RANO KARNO, S.IP. (SI DOEL)").nickname).toBe("Si Doel");
    expect(shortName("Letjen. (Purn.) Dr. SUDIRMAN, S.H.").nickname).toBeUndefined();
  });

  test("never derives one-word aliases and derives others only if safe", () => {
    expect(personAliases("SUDIRMAN", () => true)).toEqual([]);
    expect(personAliases("Dr. Ir. PRAMONO ANUNG WIBOWO, M.M.", () => true)).toEqual([
      "Pramono Anung Wibowo",
      "Pramono Anung",
      "Pramono Wibowo",
    ]);
    expect(personAliases("Dr. Ir. PRAMONO ANUNG WIBOWO, M.M.", () => false)).toEqual([
      "Pramono Anung Wibowo",
    ]);
  });

  test("names a pair by distinctive words", () => {
    expect(pairAlias("MUHAMMAD BOBBY AFIF NASUTION, S.E.", "H. SURYA, B.Sc")).toBe("Bobby-Surya");
    expect(pairAlias("I GEDE DANA", "I GUSTI NGURAH PATRIANA")).toBe("Dana-Ngurah");
    expect(pairAlias("Dr. H. AL HARIS, S.Sos., M.H.", "Drs. H. ABDULLAH SANI, M.Pd.I.")).toBe(
      "Haris-Abdullah",
    );
    expect(pairAlias("H. HUSAINI M. AMIN, S.E.", "HUSAINI")).toBeUndefined();
    expect(pairAlias("A B", "C D")).toBeUndefined();
  });

  test("title case keeps numerals and apostrophes", () => {
    expect(titleCase("MAS'UD HASAN III")).toBe("Mas'ud Hasan III");
  });
});

describe("names in the bundle", () => {
  const tickets = bundled().roster.contests.flatMap((c) =>
    c.id.startsWith("pilkada-2024/") ? c.tickets : [],
  );

  test("no derived alias is a single word, holds a title or a degree", () => {
    const aliases = tickets.flatMap((ticket) => ticket.candidates.flatMap((candidate) => candidate.aliases));
    expect(aliases.length).toBeGreaterThan(3000);
    expect(aliases.filter((alias) => !alias.includes(" "))).toEqual([]);
    expect(aliases.filter((alias) => /[.,()]|\b(?:Drs|Hj|Dr|KH|Prof|Purn|Tni)\b/.test(alias))).toEqual([]);
  });

  test("nearly every pair has a name", () => {
    expect(tickets.filter((ticket) => ticket.aliases.length === 0).length).toBeLessThan(40);
  });

  test("a derived alias is never another candidate's short name", () => {
    const owner = new Map<string, string>();
    for (const { candidates } of tickets)
      for (const { name } of candidates) owner.set(shortName(name).short, name);
    for (const { candidates } of tickets) {
      for (const { name, aliases } of candidates) {
        for (const alias of aliases.slice(1)) expect(owner.get(alias) ?? name, alias).toBe(name);
      }
    }
  });
});
