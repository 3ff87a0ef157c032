import type { Language } from "../../../src/domain/vocabulary.ts";
import type { WorkshopActions, WorkshopModel, WorkshopSource } from "../../../src/pages/workshop/model.ts";

const FAULTS = [
  "Lembar paslon, baris 4, kolom wilayah: “32.1” kehilangan nol di belakang, karena lembar kerja menganggapnya angka. Ubah format kolom menjadi Teks, lalu tulis: 32.10",
  "Lembar tahapan, baris 3, kolom mulai: “9/24/2029” ditulis bulan dulu; di sini hari dulu, baru bulan. Tulis: 24/09/2029",
  "Lembar akun, baris 9, kolom situs: “FB” di sini ditulis dengan nama facebook. Tulis: facebook",
];
const WARNINGS = [
  "Lembar tahapan: pemilu pilkada-antah-2029 belum punya tahapan pasca. Tambah baris: pilkada-antah-2029 |  |  | pasca | 18/12/2029 | 27/11/2030",
];

/** The page of an agency's clerk over plain variables. @param variant "" nothing chosen, "faults", "good", "signed" */
export function workshopMemory(first: Language, variant: string): WorkshopSource {
  const isGood = variant === "good" || variant === "signed";
  const model: WorkshopModel = {
    language: first,
    tried: [],
    day: "2029-10-20",
    sites: ["facebook", "x", "instagram"],
    extension: "abcdefghijklmnopabcdefghijklmnop",
    ...(variant === "faults" && {
      file: { name: "aturan-dinas.xlsx", faults: FAULTS, warnings: WARNINGS },
      last: { name: "dinas-1.json", fault: "Berkas bukan JSON yang utuh" },
    }),
    ...(isGood && {
      file: {
        name: "aturan-dinas.xlsx",
        faults: [],
        warnings: WARNINGS,
        summary: {
          title: { id: "Aturan Pilkada Antah Berantah", en: "Rules of Antah Berantah" },
          publisher: "BKPSDM Antah Berantah",
          version: 2,
          validFrom: "2029-01-02",
          validUntil: "2030-03-31",
          contests: 6,
          tickets: 14,
          accounts: 60,
          off: 1,
        },
      },
      last: { name: "dinas-1.json", version: 1 },
      tried: [
        {
          trial: { text: "Siap menangkan Antah-Berantah, nomor 1!", date: "2029-10-20", site: "facebook" },
          before: "notice",
          after: "warn",
          phase: { id: "Masa kampanye", en: "Campaign" },
          reasons: [
            { say: { key: "call-to-vote", values: { words: "Siap menangkan" } }, words: "Siap menangkan" },
          ],
        },
        {
          trial: {
            text: "Selamat pagi, semoga semua sehat.",
            date: "2029-10-20",
            handle: "tim.antah",
            name: "Tim Antah",
          },
          before: "clear",
          after: "clear",
          phase: { id: "Masa kampanye", en: "Campaign" },
          reasons: [],
        },
      ],
      key: {
        publisher: "BKPSDM Antah Berantah",
        fingerprint: "AFE1 91C0 77B2 04DD 5E10 8A3F C2B9 6671",
        publicKey: "kU3wqJ3u2bV3r8l0f5m6n7o8p9q0r1s2t3u4v5w6x7y",
        unsaved: variant === "good",
      },
    }),
    ...(variant === "signed" && {
      signed: {
        name: "antah-2.json",
        version: 2,
        fingerprint: "AFE1 91C0 77B2 04DD 5E10 8A3F C2B9 6671",
      },
    }),
  };
  let shown = model;
  const nothing = async () => {};
  const actions: WorkshopActions = {
    saveTemplate: nothing,
    chooseFile: nothing,
    chooseLast: nothing,
    async tryOne(trial) {
      const [like] = shown.tried;
      if (like) shown = { ...shown, tried: [{ ...like, trial }, ...shown.tried] };
    },
    makeKey: nothing,
    async saveKey() {
      if (shown.key) shown = { ...shown, key: { ...shown.key, unsaved: false } };
    },
    chooseKey: nothing,
    choosePrevious: nothing,
    async forgetKey() {
      shown = { ...shown, key: undefined };
    },
    sign: nothing,
    saveSigned: nothing,
    savePolicy: nothing,
    async setLanguage(language) {
      shown = { ...shown, language };
    },
  };
  return { load: async () => shown, actions };
}
