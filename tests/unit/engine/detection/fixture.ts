import { readFileSync } from "node:fs";
import { compileRuleset, type Engine, loadCompiled } from "../../../../src/engine/ruleset/compile/index.ts";
import type {
  Account,
  Contest,
  Ruleset,
  Term,
  TermRole,
} from "../../../../src/engine/ruleset/schema/index.ts";
import type { ModelData } from "../../../../src/engine/text/model.ts";

/** Invented contests, people and parties; phases and words as the bundled ruleset has them. */

const said = (id: string): { id: string; en: string } => ({ id, en: id });

const terms = (role: TermRole, weight: number, texts: string, topic?: Term["topic"]): Term[] =>
  texts.split(", ").map((text) => ({ text, role, weight, language: "id", ...(topic ? { topic } : {}) }));

const LEXICON: Term[] = [
  ...terms("call-to-vote", 1, "coblos, pilih nomor, ayo pilih, jangan lupa coblos, menangkan, ayo dukung"),
  ...terms("call-to-vote", 0.6, "pilih, dukung, gas"),
  ...terms(
    "ballot-number",
    1,
    "nomor urut, paslon, paslon nomor, paslon nomor urut, coblos nomor, nomor, pilih nomor",
  ),
  ...terms("slogan", 0.9, "lanjutkan dua periode, menang satu putaran"),
  ...terms("victory", 0.8, "menang, pasti menang"),
  ...terms("programme", 0.6, "visi misi, program unggulan"),
  ...terms("event", 0.6, "kampanye akbar, hadiri"),
  ...terms("event", 0.6, "nonton debat langsung", "debate"),
  ...terms("charity", 0.6, "bagi sembako, pengobatan gratis"),
  ...terms("attribute", 0.6, "kaos paslon, spanduk", "attribute"),
  ...terms("attribute", 0.6, "stiker mobil", "sticker"),
  ...terms("volunteer-name", 0.5, "relawan, sahabat"),
  ...terms("volunteer-name", 0.9, "tim pemenangan, for bupati"),
  ...terms("category", 0.8, "politisi, kandidat politik, partai politik"),
  ...terms("office", 0.8, "bupati, wali kota, gubernur"),
  ...terms("news", 0.8, "survei, elektabilitas, kpu menetapkan, ujar"),
  ...terms("neutral-name", 1, "kpu, bawaslu, pemkab, dinas"),
  ...terms("context", 0.5, "cabup, calon bupati, pilkada"),
];

const CONTESTS: Contest[] = [
  {
    id: "pilkada-2030/9901",
    election: "pilkada-2030",
    kind: "regent",
    region: "9901",
    name: said("Kabupaten Rimbaraya"),
    tickets: [
      {
        id: "pilkada-2030/9901/1",
        number: 1,
        candidates: [
          { name: "Dr. H. SUWARDANA KELANAJAYA, S.E.", aliases: ["Suwardana Kelanajaya", "Suwardana"] },
          { name: "Hj. MARSINTA OMPUSUNGGU, M.Si.", aliases: ["Marsinta Ompusunggu", "Marsinta"] },
        ],
        aliases: ["SUMAR"],
        slogans: ["Rimbaraya Menyala Lagi"],
        hashtags: ["RimbarayaMenyala"],
        parties: ["lentera"],
      },
      {
        id: "pilkada-2030/9901/2",
        number: 2,
        candidates: [
          { name: "Ir. BRATASENA WIJAYALAGA", aliases: ["Bratasena Wijayalaga", "Bratasena"] },
          { name: "INDAH PAGI LESTARI", aliases: ["Indah Pagi Lestari", "Indah"] },
        ],
        aliases: [],
        slogans: [],
        hashtags: [],
        parties: [],
      },
    ],
  },
];

const ACCOUNTS: Account[] = [
  {
    id: "a1",
    site: "facebook",
    handle: "sumar.menang",
    name: "Suwardana Marsinta",
    kind: "team",
    ticket: "pilkada-2030/9901/1",
  },
  { id: "a2", site: "x", handle: "relawansumar", kind: "volunteer", ticket: "pilkada-2030/9901/1" },
  { id: "a3", site: "x", handle: "kpurimbaraya", kind: "kpu" },
  { id: "a4", site: "facebook", handle: "partailentera", kind: "party", party: "lentera" },
  { id: "a5", site: "x", handle: "bupatirimba", kind: "office-holder", contest: "pilkada-2030/9901" },
  { id: "a6", site: "x", handle: "kabarrimba", kind: "press" },
];

const TRIGGERS = new Map(
  (JSON.parse(readFileSync("assets/rulesets/source/rules.json", "utf8")) as Ruleset["rules"]).map((one) => [
    one.id,
    one.triggers,
  ]),
);

/** A rule with the bundled one's triggers: what touches it is data. */
const rule = (id: string): Ruleset["rules"][number] => ({
  id,
  title: said(id),
  explanation: said(id),
  do: [],
  dont: [],
  binds: ["PNS"],
  triggers: (TRIGGERS.get(id) ?? []).map((trigger) => ({ ...trigger, bases: [], note: undefined })),
});

export function ruleset(): Ruleset {
  return {
    format: 1,
    meta: {
      id: "test",
      title: said("Uji"),
      version: 1,
      publisher: "uji",
      languages: ["id"],
      issued: "2030-01-01",
    },
    rules: ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "X1"].map(rule),
    instruments: [],
    bases: [],
    sanctions: [],
    phases: {
      kinds: [
        {
          id: "di-luar-tahapan",
          name: said("luar"),
          explanation: said("luar"),
          running: false,
          object: "none",
        },
        {
          id: "kampanye",
          name: said("kampanye"),
          explanation: said("kampanye"),
          running: true,
          object: "calon",
        },
      ],
      elections: [
        {
          id: "pilkada-2030",
          name: said("Pilkada 2030"),
          scope: "regional",
          stages: [{ phase: "kampanye", from: "2030-09-01", until: "2030-11-20" }],
          sources: [],
        },
        {
          id: "pemilu-2030",
          name: said("Pemilu 2030"),
          scope: "national",
          stages: [{ phase: "kampanye", from: "2030-01-01", until: "2030-02-10" }],
          sources: [],
        },
      ],
    },
    roster: {
      contests: CONTESTS,
      parties: [
        { id: "lentera", number: 31, name: "Partai Lentera Nusantara", short: "Lentera", aliases: ["PLN31"] },
      ],
      accounts: ACCOUNTS,
    },
    lexicon: LEXICON,
    ordinary: ["indah", "pagi", "lentera"],
    statistics: [],
    channels: [],
  };
}

/** Through JSON, as storage keeps it. */
export function engine(model?: ModelData): Engine {
  return loadCompiled(JSON.parse(JSON.stringify(compileRuleset(ruleset(), model ? { model } : {}))));
}
