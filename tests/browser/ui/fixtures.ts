import type { Evidence } from "../../../src/domain/assessment.ts";
import type { Warning } from "../../../src/domain/warning.ts";
import type { ContestStage } from "../../../src/engine/ruleset/law/stages.ts";
import type { Channel, Phase, Rule } from "../../../src/engine/ruleset/schema/index.ts";
import type { RuleBasis } from "../../../src/pages/popup/basis.ts";
import type { PopupModel, TabState } from "../../../src/pages/popup/model.ts";

/** Invented names and texts only: no real party, candidate or person. */
const TEXT =
  "Warga Kota Contoh, ayo coblos nomor 2 tanggal 27 nanti! Bersama Paslon 02 kita wujudkan Contoh yang maju, datang ya ke lapangan.";

function at(words: string, more: Partial<Evidence> = {}): Evidence {
  const start = TEXT.indexOf(words);
  return {
    kind: "lexicon",
    text: words,
    field: "text",
    start,
    end: start + words.length,
    weight: 2,
    strong: false,
    say: { key: "ballot-number", values: { words } },
    ...more,
  };
}

/** A warning as `decide` makes it. */
export function warning(more: Partial<Warning> = {}): Warning {
  return {
    holdId: "hold-1",
    site: "facebook",
    action: "like",
    rule: {
      id: "R1",
      number: 1,
      title: {
        id: "Tidak memberi like/dislike di fanpage pasangan calon",
        en: "No like/dislike on a candidate pair’s fan page",
      },
    },
    strength: "firm",
    evidence: [
      at("coblos nomor 2", {
        kind: "call-to-vote",
        strong: true,
        say: { key: "call-to-vote", values: { words: "coblos nomor 2" } },
      }),
      at("Paslon 02", { kind: "ballot-number" }),
      {
        ...at("Relawan Contoh Maju", { say: { key: "page-team", values: { name: "Relawan Contoh Maju" } } }),
        field: "author",
        start: 0,
        end: 19,
      },
    ],
    situation: [
      { key: "situation-under", values: {} },
      { key: "situation-running", values: { contest: "Pemilihan Wali Kota Contoh 2024" } },
    ],
    excerpt: TEXT,
    bases: [
      {
        instrument: {
          id: "SKB Netralitas 22 September 2022",
          en: "Joint decree on neutrality, 22 September 2022",
        },
        article: "Lampiran, disiplin angka 6",
        text: {
          id: "Membuat posting, komentar, membagikan, menyukai, bergabung atau mengikuti grup atau akun pemenangan.",
          en: "Posting, commenting, sharing, liking, joining or following a campaign group or account.",
        },
        since: "2022-09-22",
        source: { url: "https://example.go.id/skb", kind: "salinan", read: "2026-11-21" },
      },
      {
        instrument: { id: "PP 94/2021 Disiplin PNS", en: "Regulation 94/2021 on discipline" },
        article: "Pasal 5 huruf n angka 5",
        text: {
          id: "Membuat keputusan atau tindakan yang menguntungkan atau merugikan salah satu pasangan calon.",
          en: "A decision or act that favours or harms one of the candidate pairs.",
        },
        since: "2021-08-31",
        source: { url: "javascript:alert(1)", kind: "naskah", read: "2026-11-21" },
      },
    ],
    sanction: { id: "Kode etik: sanksi moral.", en: "Code of ethics: moral sanction." },
    phase: { id: "di luar tahapan", en: "outside the stages" },
    subject: "Relawan Contoh Maju",
    canRecord: true,
    ...more,
  };
}

function rule(number: number, id: string, en: string): Rule {
  return {
    id: `R${number}`,
    number,
    title: { id, en },
    explanation: { id: "Penjelasan singkat aturan ini.", en: "A short explanation of this rule." },
    do: [{ id: "Membaca dan mencari informasi.", en: "Read and look for information." }],
    dont: [{ id: "Memberi reaksi apa pun.", en: "React in any way." }],
    binds: ["PNS", "CPNS", "PPPK", "PPNPN"],
    triggers: [
      { actions: ["like"], surfaces: ["post"], strength: "firm", holds: true, bases: [] },
      { actions: ["dislike"], surfaces: ["post"], strength: "disputed", holds: true, bases: [] },
    ],
  };
}

export const RULES: readonly Rule[] = [
  rule(
    1,
    "Tidak memberi like/dislike di fanpage pasangan calon",
    "No like/dislike on a candidate pair’s fan page",
  ),
  rule(2, "Tidak hadir dalam kampanye pasangan calon", "Do not attend a candidate pair’s campaign"),
  rule(3, "Tidak membuat status tentang program pasangan calon", "Do not post about a pair’s programme"),
  rule(4, "Tidak menggunakan kaos kampanye", "Do not wear a campaign T-shirt"),
  rule(5, "Tidak berfoto dengan pose nomor pasangan calon", "No photo with a candidate number pose"),
  rule(6, "Tidak membahas politik di kantor", "No politics talk at the office"),
  rule(7, "Tidak memasang stiker pasangan calon di kendaraan", "No candidate stickers on a vehicle"),
  rule(8, "Tidak menghadiri acara debat secara langsung", "Do not attend a debate in person"),
];

export const PAGES: Readonly<Record<string, TabState>> = {
  loading: { kind: "loading" },
  other: { kind: "other-page" },
  old: { kind: "unguarded", why: "before-install", site: "facebook" },
  denied: { kind: "unguarded", why: "no-access", site: "x", origins: ["https://x.com/*"] },
  orphaned: { kind: "unguarded", why: "orphaned", site: "facebook" },
  none: { kind: "guarded", site: "facebook", state: "none", posts: 0 },
  account: {
    kind: "guarded",
    site: "x",
    state: "campaign-account",
    posts: 3,
    account: "Relawan Contoh Maju",
    found: ["Relawan Contoh Maju"],
  },
  posts: {
    kind: "guarded",
    site: "facebook",
    state: "campaign-posts",
    posts: 4,
    found: [
      "Relawan Contoh Maju",
      "",
      "Pendukung Contoh dari Kota Contoh dan sekitarnya yang bernama panjang",
    ],
  },
  unreadable: { kind: "guarded", site: "facebook", state: "unreadable", posts: 0 },
  unread: { kind: "guarded", site: "facebook", state: "unreadable", posts: 0, unrecognized: "page" },
  pressed: { kind: "guarded", site: "x", state: "unreadable", posts: 0, unrecognized: "press" },
  paused: { kind: "guarded", site: "facebook", state: "none", posts: 0, paused: "timed" },
  off: { kind: "guarded", site: "facebook", state: "none", posts: 0, paused: "site" },
};

const AGENCY_LAYER = {
  publisher: "Pemerintah Kota Contoh",
  version: 7,
  fingerprint: "AFE1 91C0 3F2A 77B1 0C4D E5A9 1234 ABCD",
  validUntil: "2026-12-12",
};
/** What is to be said of an agency's rules, by the name of the case. */
export const AGENCY: Readonly<Record<string, NonNullable<PopupModel["agency"]>>> = {
  refused: {
    layer: AGENCY_LAYER,
    attention: {
      kind: "refused",
      problem: {
        id: "Ditandatangani dengan kunci lain (59A3 450F 6035 09B6 FE8A A244 88F3 4F3A). Samakan kode itu dengan surat edaran; bila cocok, ganti penerbitnya",
        en: "Signed with another key (59A3 450F 6035 09B6 FE8A A244 88F3 4F3A). Compare that code with your agency’s circular; if it fits, replace the publisher",
      },
    },
    today: "2026-11-21",
  },
  waits: {
    layer: null,
    attention: { kind: "waits", host: "aturan.contoh.go.id", origin: "https://aturan.contoh.go.id/*" },
    today: "2026-11-21",
  },
  confirm: { layer: null, attention: { kind: "confirm" }, today: "2026-11-21" },
  ending: { layer: AGENCY_LAYER, today: "2026-12-01" },
  starting: { layer: { ...AGENCY_LAYER, validFrom: "2026-12-01" }, today: "2026-11-21" },
};

const phase = (id: string, en: string): Phase => ({
  id,
  name: { id, en },
  explanation: { id, en },
  running: true,
  object: "calon",
});

/** A stage that runs and one that comes. */
export const STAGES: readonly ContestStage[] = [
  {
    name: { id: "Pilkada Contoh", en: "Sample regional election" },
    phase: phase("masa kampanye", "campaign"),
    from: "2026-11-01",
    until: "2026-12-20",
    now: true,
    contest: "contoh/32",
  },
  {
    name: { id: "Pemilu Contoh", en: "Sample general election" },
    phase: phase("pendaftaran", "registration"),
    from: "2027-06-01",
    until: "2027-07-01",
    now: false,
    contest: undefined,
  },
];

/** The law behind rule 1, as the popup shows it. */
const BASIS: RuleBasis = {
  bases: warning().bases.map((basis) => ({
    ...basis,
    deeds: [
      { strength: "firm" as const, actions: ["like", "share"] as const },
      { strength: "advice" as const, actions: ["dislike"] as const },
    ],
  })),
  outcomes: [
    { stage: STAGES[0], sanction: { id: "Kode etik: sanksi moral.", en: "Code of ethics: moral sanction." } },
  ],
  notes: [{ id: "Bawaslu daerah berbeda pendapat.", en: "Bawaslu offices differ." }],
};

export const CHANNELS: readonly Channel[] = [
  {
    id: "tanya",
    name: { id: "BKPSDM sendiri", en: "Your own BKPSDM" },
    kind: "consult",
    lastSeen: "2024-11-01",
    sources: [],
  },
  {
    id: "lapor",
    name: { id: "Laman contoh", en: "Sample page" },
    kind: "report",
    url: "https://example.go.id/lapor",
    contact: "SMS 0000",
    lastSeen: "2024-11",
    note: { id: "Dibuka untuk pemilihan contoh.", en: "Opened for a sample election." },
    sources: [],
  },
];

/** A popup model over one of `PAGES`. */
export function popup(page: TabState, more: Partial<PopupModel> = {}): PopupModel {
  return {
    page,
    rules: RULES,
    bases: { R1: BASIS },
    channels: CHANNELS,
    stages: STAGES,
    hasRegion: true,
    cancelled: 3,
    entries: [
      { holdId: "c", day: "2026-11-21", rule: "R1", site: "facebook", action: "like", choice: "cancelled" },
      { holdId: "b", day: "2026-11-20", rule: "R3", site: "x", action: "quote", choice: "continued" },
      { holdId: "a", day: "2026-11-19", rule: null, site: "x", action: "follow", choice: "unchecked" },
    ],
    faults: [],
    language: "id",
    version: "0.1.0",
    rulesetVersion: "2026.11.21",
    ...more,
  };
}
