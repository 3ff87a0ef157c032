import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createAssessor } from "../../src/engine/detection/assess.ts";
import { compileRuleset, loadCompiled } from "../../src/engine/ruleset/compile/index.ts";
import { shortName } from "../../src/engine/ruleset/compile/short-names.ts";
import type { Ruleset } from "../../src/engine/ruleset/schema/index.ts";
import { DAYS, dayOf } from "./authored.ts";
import { readJson, shippedModel } from "./load-engine.ts";
import { addRoster, type RosterPair } from "./roster-file.ts";

/** Own sentences; {x} the candidate, {y} the running mate, {n} the ballot number. */
const SENTENCES = [
  "Ayo coblos nomor {n}, {x}",
  "besok nyoblos {x} ya, jangan lupa",
  "menangkan {x} dan {y}",
  "aja lali nyoblos nomer {n}",
  "{x} nomor {n} aja",
  "ayo hadir, jalan sehat bersama {x}",
  "kaos {x} gratis, ambil di posko ya",
  "cari relawan buat {x}, daftar di sini",
  "dukung terus {x} dan {y} sampai menang",
  "{x} paling layak memimpin",
  "hayu urang nyoblos {x}",
  "pilih paslon nomor {n}",
];

/** Largest difference in holds between two tickets of one contest, in points. */
export function ticketSpread(bundled: Ruleset, folder: string): { spread: number; contests: number } {
  let spread = 0;
  let contests = 0;
  const authored = join(folder, "authored");
  for (const file of readdirSync(authored).filter((name) => name.startsWith("roster-"))) {
    const { paslon } = readJson(join(authored, file)) as { paslon: RosterPair[] };
    const dated = paslon.map((pair) => ({ ...pair, ...DAYS }));
    const assess = createAssessor(
      loadCompiled(compileRuleset(addRoster(bundled, { paslon: dated }), { model: shippedModel() })),
    );
    const held = new Map<string, number[]>();
    for (const pair of paslon) {
      const names = [pair.calon, pair.wakil].map((name) => (name ? shortName(name).short : ""));
      if (names.some((name) => !name.includes(" "))) continue;
      const warns = SENTENCES.filter((one) => {
        const text = one
          .replace("{x}", names[0]!)
          .replace("{y}", names[1]!)
          .replace("{n}", String(pair.nomor ?? pair.nomor_urut));
        return assess({ site: "facebook", kind: "post", text }, { date: dayOf("campaign") }).level === "warn";
      });
      const list = held.get(pair.kontes ?? "") ?? [];
      held.set(pair.kontes ?? "", [...list, (warns.length / SENTENCES.length) * 100]);
    }
    for (const values of held.values()) {
      if (values.length < 2) continue;
      contests++;
      spread = Math.max(spread, Math.max(...values) - Math.min(...values));
    }
  }
  return { spread, contests };
}
