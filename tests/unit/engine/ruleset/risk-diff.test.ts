import { describe, expect, test } from "vitest";
import { compose } from "../../../../src/engine/ruleset/layers/compose.ts";
import { changeInWords, diff } from "../../../../src/engine/ruleset/layers/diff.ts";
import { aliasRisks } from "../../../../src/engine/ruleset/validate/alias-risks.ts";
import { bundled } from "./bundled.ts";
import { layerOf } from "./example.ts";

describe("risky aliases", () => {
  const risks = (...aliases: string[]) => {
    const rows = aliases.map((alias) => `pilkada-antah-2026,99.01,1,calon,${alias}`).join("\n");
    const layer = layerOf({ "alias.csv": (text) => `${text}${rows}\n` });
    const made = compose(bundled(), { agency: layer }, "2026-11-21");
    return aliasRisks(layer, made.ruleset).map((risk) => [risk.alias, risk.kind]);
  };

  test("are absent from the example", () => {
    expect(risks()).toEqual([]);
  });

  test("include short ones, everyday words, places, other people, parties and other pairs", () => {
    expect(
      risks("RK", "Amin", "Pagi", "Cirebon", "Pramono Anung", "Khofifah", "Gerindra", "Bustami-Fadhil"),
    ).toEqual([
      ["RK", "short"],
      ["Amin", "ordinary"],
      ["Pagi", "ordinary"],
      ["Cirebon", "ordinary"],
      ["Pramono Anung", "person"],
      ["Khofifah", "person"],
      ["Gerindra", "party"],
      ["Bustami-Fadhil", "pair"],
    ]);
  });
});

describe("changes", () => {
  test("are empty between equal rulesets and name tickets, accounts, days and switches", () => {
    expect(diff(layerOf(), layerOf())).toEqual([]);
    expect(diff(bundled(), bundled())).toEqual([]);
    const next = layerOf({
      "keterangan.csv": (t) => t.replace("versi,1", "versi,2"),
      "paslon.csv": (t) => `${t}pilkada-antah-2026,99.01,3,BIMA SAGARA,,,,,\n`,
      "alias.csv": (t) => t.replace("Kang Kalibening", "Mas Kalibening"),
      "akun.csv": (t) => t.replace(/^x,@baratirta.*\n/m, ""),
      "tahapan.csv": (t) => t.replace("2026-12-12", "2026-12-11").replace("2026-12-13", "2026-12-12"),
      "matikan.csv": (t) => `${t}situs,x\n`,
    });
    expect(diff(layerOf(), next).map((change) => changeInWords(change).id)).toEqual([
      "Keterangan diubah: Aturan contoh Kabupaten Antah Berantah [version]",
      "Tahapan diubah: Pemilihan Antah Berantah 2026 [stages]",
      "Akun dihapus: @baratirta (Sahabat Baratirta)",
      "Paslon diubah: nomor 1 Drs. RADITYA KALIBENING, M.Si. – Hj. SEKAR WINDUPATI, S.E. (Pemilihan Bupati Antah Berantah 2026) [candidates]",
      "Paslon ditambahkan: nomor 3 BIMA SAGARA (Pemilihan Bupati Antah Berantah 2026)",
      "Situs dimatikan: x",
    ]);
    expect(diff(next, layerOf()).map((change) => change.what)).toContain("switched-on");
  });
});
